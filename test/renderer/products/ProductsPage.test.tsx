import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ProductsPage } from '../../../renderer/products/ProductsPage'
import { id, type ProductId } from '../../../shared/ids'
import type { Product } from '../../../shared/products/product'
import type { ProductRow } from '../../../shared/products/requests'
import { ok } from '../../../shared/result'
import { aProduct } from '../../shared/builders'
import { aBridge } from '../aBridge'
import { press } from '../press'
import { shown } from '../shown'

const row = (name: string, more: Partial<Product> = {}): ProductRow => ({
  product: aProduct({ id: id<ProductId>(`product-${name}`), name, ...more }),
  state: 'draft',
  makerName: 'iShot',
  campaigns: 0,
  campaignId: null,
})

const listed = [row('Speaker', { category: 'Audio' }), row('Tripod', { category: 'Photography' }), row('Mug')]

function thePage(address = '/products') {
  aBridge(async ({ name }) => ok(name === 'products.list' ? listed : []))
  shown(<ProductsPage />, { path: '/products', address })
}

const names = async () => {
  await screen.findByRole('table')
  return screen.getAllByRole('row').flatMap((each) => each.querySelector('a')?.textContent ?? [])
}

test('the list is narrowed down to a category, and by dropping it whole again', async () => {
  thePage()
  expect(await names()).toEqual(['Speaker', 'Tripod', 'Mug'])
  fireEvent.click(screen.getByRole('button', { name: 'Category' }))
  const choices = await screen.findByRole('group', { name: 'Category', hidden: true })
  expect([...choices.children].map(({ textContent }) => textContent)).toEqual(['Audio', 'Photography', 'No category'])
  await press('No category')
  await waitFor(async () => expect(await names()).toEqual(['Mug']))
  await screen.findByText('Drop the category to change the order of the list.')
  fireEvent.click(screen.getByRole('button', { name: 'Drop the filter No category' }))
  await waitFor(async () => expect(await names()).toEqual(['Speaker', 'Tripod', 'Mug']))
})

test('the category of the address is read however it is spelled', async () => {
  thePage('/products?category=AUDIO')
  expect(await names()).toEqual(['Speaker'])
})

test('a category that no product has can be dropped where nothing is found', async () => {
  thePage('/products?category=Garden')
  await screen.findByText('No product of the category Garden')
  await press('Show all products')
  expect(await names()).toEqual(['Speaker', 'Tripod', 'Mug'])
})
