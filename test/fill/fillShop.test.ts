import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { checkFolder } from '../../electron/books/checkFolder'
import { openEmbeddedStore, type EmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { campaignState } from '../../shared/campaigns/campaignState'
import { orderStates, refundStates } from '../../shared/orders/order'
import { orderState } from '../../shared/orders/orderState'
import { anyOrder } from '../electron/store/records'
import { inIndia } from '../shared/builders'
import { fillShop } from './fillShop'
import { inMemory } from '../memory'

const at = inIndia('2024-03-01T12:00:00')
const folder = mkdtempSync(path.join(inMemory, 'filled-'))
const shop = path.join(folder, 'shops', 'own')
let store: EmbeddedStore

beforeAll(async () => {
  await fillShop({ folder, orders: 2_000, liveShare: 0.2, at, progress: () => undefined })
  store = await openEmbeddedStore(shop, { forReading: true })
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

test('has books that agree', async () => {
  expect(await checkFolder(shop)).toMatchObject({ orders: 2_000, findings: [] })
})

test('has campaigns, orders and refunds in every state that people come across', async () => {
  const campaigns = await store.read.campaigns.all()
  const found = new Set(campaigns.map(({ campaign }) => campaignState(campaign, at)))
  expect([...found]).toEqual(expect.arrayContaining(['draft', 'scheduled', 'live', 'succeeded', 'failed']))
  const orders = await store.read.orders.page({ ...anyOrder, limit: 2_000 }, at)
  expect(new Set(orders.map((order) => orderState(order, at)))).toEqual(new Set(orderStates))
  const { states, lateMoney } = await store.read.refunds.counts(at)
  for (const state of refundStates) expect([state, states[state] > 0]).toEqual([state, true])
  expect(lateMoney).toBeGreaterThan(0)
})

test('is not put where there is a shop already', async () => {
  const again = fillShop({ folder, orders: 10, liveShare: 1, at, progress: () => undefined })
  await expect(again).rejects.toThrow('no shop in the folder yet')
})
