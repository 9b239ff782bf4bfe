import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { CategoryField } from '../../../renderer/products/editor/CategoryField'
import { shown } from '../shown'
import { write } from '../write'

const known = ['Audio', 'Home', 'Home audio']

function Field({ from, error }: { readonly from: string; readonly error?: string }) {
  const [value, setValue] = useState(from)
  return <CategoryField value={value} known={known} error={error} onChange={setValue} />
}

async function theField(from: string, error?: string): Promise<HTMLInputElement> {
  shown(error === undefined ? <Field from={from} /> : <Field from={from} error={error} />)
  const field = await screen.findByLabelText<HTMLInputElement>('Category', { selector: 'input' })
  fireEvent.click(field)
  return field
}

const offered = () => screen.queryAllByRole('option', { hidden: true }).map(({ textContent }) => textContent)

test('the categories of other products are offered, narrowed down by what is typed', async () => {
  const field = await theField('')
  expect(offered()).toEqual(known)
  fireEvent.change(field, { target: { value: ' AUD' } })
  expect(offered()).toEqual(['Audio', 'Home audio'])
  fireEvent.change(field, { target: { value: 'Kitchen' } })
  expect(offered()).toEqual([])
})

test('all are offered while it is one of them, so that another can be chosen', async () => {
  const field = await theField('home')
  expect(offered()).toEqual(known)
  fireEvent.click(screen.getByRole('option', { name: 'Home audio', hidden: true }))
  expect(field.value).toBe('Home audio')
})

test('leaving the field spells it as it is known; words of one’s own stay', async () => {
  const field = await theField('')
  await write(/^Category/u, ' home  AUDIO')
  expect(field.value).toBe('Home audio')
  await write(/^Category/u, ' Kitchen ')
  expect(field.value).toBe('Kitchen')
})

test('what was refused stays as it was typed, with the reason', async () => {
  const field = await theField('', 'At most 60 characters.')
  await write(/^Category/u, ' home')
  expect(field.value).toBe(' home')
  expect(screen.getByText('At most 60 characters.')).toBeDefined()
})
