import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Asker } from '../../../electron/office'
import type { ProductId } from '../../../shared/ids'
import type { ParsedInput } from '../../../shared/requests'
import { allowed, refusedBy, startsAt } from '../../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  aReadyProduct,
  command,
  done,
  tripodContent,
  type TestOffice,
} from '../../journeys/anOffice'
import { allEntries } from '../audit/allEntries'

let shop: TestOffice
let desk: Asker
beforeEach(async () => {
  shop = await anOffice()
  desk = shop.office.as(shop.manager)
})
afterEach(() => shop.end())

const read = () => {
  const open = shop.office.shop?.store.read
  if (open === undefined) throw new Error('a shop is open')
  return open
}

/** Gives the product a category, as its editor does. */
async function categorise(id: ProductId, category: string) {
  const view = allowed(await desk.ask('products.one', { id }))
  if (view === null) throw new Error('the product is on record')
  const { makerId, name, revision } = view.product
  const content = tripodContent(makerId, { name, category }) as ParsedInput<'products.save'>['content']
  return command(desk, 'products.save', { id, revision, content })
}

const categoryOf = async (id: ProductId) => allowed(await desk.ask('products.one', { id }))?.product.category

const lastChanges = async () =>
  (await allEntries(read())).at(-1)?.changes.map(({ fact, before, after }) => [fact, before, after])

test('a category that another product has, archived or not, is spelled as it is there', async () => {
  const tripod = await aReadyProduct(desk, { category: 'Photography' })
  const other = await aReadyProduct(desk, { name: 'Another' })
  expect(await categoryOf(other)).toBeUndefined()
  allowed(await categorise(other, ' photography '))
  expect(await categoryOf(other)).toBe('Photography')
  await done(desk, 'products.archive', { id: tripod })
  allowed(await categorise(other, ''))
  allowed(await categorise(other, 'PHOTOGRAPHY'))
  expect(await categoryOf(other)).toBe('Photography')
})

test('the editor is offered the categories of other products, each once', async () => {
  const tripod = await aReadyProduct(desk, { category: 'Photography' })
  await aReadyProduct(desk, { name: 'A speaker', category: 'Audio' })
  await aReadyProduct(desk, { name: 'A receiver', category: 'audio' })
  await aReadyProduct(desk, { name: 'A mug' })
  expect(allowed(await desk.ask('products.categories', { besides: tripod }))).toEqual(['Audio'])
})

test('the trail says which category it was and which it is, and nothing of it while there is none', async () => {
  const tripod = await aReadyProduct(desk)
  allowed(await categorise(tripod, ''))
  expect(await lastChanges()).toEqual([])
  allowed(await categorise(tripod, 'Photography'))
  expect(await lastChanges()).toEqual([['category', null, 'Photography']])
  allowed(await categorise(tripod, ''))
  expect(await lastChanges()).toEqual([['category', 'Photography', null]])
})

test('a category is refused at its field where it is too long or no line of text', async () => {
  const tripod = await aReadyProduct(desk)
  for (const category of ['x'.repeat(61), 'Audio\nbooks'])
    expect(refusedBy(await categorise(tripod, category))).toMatchObject({ field: 'content.category' })
  expect(allowed(await categorise(tripod, 'x'.repeat(60)))).toMatchObject({ id: tripod })
})

test('a duplicate has the category too, and is found by it', async () => {
  const tripod = await aReadyProduct(desk, { category: 'Photography' })
  const copy = await done(desk, 'products.duplicate', { id: tripod })
  expect(await categoryOf(copy.id)).toBe('Photography')
  const found = allowed(await desk.ask('products.list', { text: 'photogr', archived: false }))
  expect(found.map(({ product }) => product.id)).toEqual([tripod, copy.id])
})

test('campaigns are compared by the category that their product has now', async () => {
  const tripod = await aReadyProduct(desk, { category: 'Photography' })
  const tripods = await aLaunchedCampaign(desk, tripod)
  const others = await aLaunchedCampaign(desk, await aReadyProduct(desk, { name: 'Another' }))
  shop.clock.set(startsAt)
  const compared = async (category: string | null) => {
    const ask = { axis: 'share', measure: 'target', makerId: null, market: null, season: null, outcome: null } as const
    const { rows, choices } = allowed(await desk.ask('reports.compare', { ...ask, category, chosen: [] }))
    return { categories: choices.categories, campaigns: rows.map(({ id, category: own }) => [id, own]) }
  }
  expect(await compared('photography')).toEqual({
    categories: ['Photography', ''],
    campaigns: [[tripods, 'Photography']],
  })
  expect((await compared('')).campaigns).toEqual([[others, '']])
  allowed(await categorise(tripod, 'Travel'))
  expect((await compared('Photography')).campaigns).toEqual([])
  expect((await compared('Travel')).campaigns).toEqual([[tripods, 'Travel']])
})
