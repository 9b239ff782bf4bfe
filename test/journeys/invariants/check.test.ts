import { afterAll, beforeAll, expect, test } from 'vitest'
import { minor } from '../../../shared/money'
import { emptyBreakdown } from '../../../shared/reports/breakdown/breakdown'
import type { Order } from '../../../shared/orders/order'
import { afterEnd, startsAt } from '../../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, done, password, pay, type TestOffice } from '../anOffice'
import { checkMoment, checkStep } from './check'
import { readFacts, type Facts } from './facts'

let shop: TestOffice
let facts: Facts

/** A failed campaign with one order of two units, one of them cancelled, settled to its end. */
beforeAll(async () => {
  shop = await anOffice()
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId, { cap: 5, perSupporterLimit: 4 })
  shop.clock.set(startsAt)
  const order = await anOrder(desk, campaignId, productId, { units: 2 })
  await pay(desk, shop.clock, order)
  await done(desk, 'orders.cancel', { id: order.id, units: 1, reason: 'Changed their mind', note: '' })
  shop.clock.set(afterEnd)
  await done(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: 109_900, password })
  await shop.office.doDuties()
  facts = await readFacts(shop.office)
})
afterAll(() => shop.end())

const withOrder = (change: (order: Order) => Order): Facts => ({ ...facts, orders: facts.orders.map(change) })
const withCampaign = (change: (found: Facts['campaigns'][number]) => Facts['campaigns'][number]): Facts => ({
  ...facts,
  campaigns: facts.campaigns.map(change),
})

test('facts as they are pass all checks', () => {
  expect(() => {
    checkMoment(facts, 0)
    checkStep(facts, facts)
  }).not.toThrow()
})

const refundOfOneMore = (order: Order): Order => ({
  ...order,
  refunds: order.refunds.map((refund) => ({ ...refund, amount: minor(refund.amount + 1) })),
})

test.each<readonly [number, string, () => Facts]>([
  [1, 'parts that do not add up', () => withOrder((order) => ({ ...order, total: minor(order.total + 1) }))],
  [3, 'a refund beyond what was paid', () => withOrder(refundOfOneMore)],
  [6, 'a refund that is missing', () => withOrder((order) => ({ ...order, refunds: order.refunds.slice(0, 1) }))],
  [
    9,
    'a bar that shows one more',
    () =>
      withCampaign((found) => ({
        ...found,
        tally: { ...found.tally, net: { ...found.tally.net, units: found.tally.net.units + 1 } },
      })),
  ],
  [9, 'a breakdown without its days', () => withCampaign((found) => ({ ...found, breakdown: emptyBreakdown }))],
  [12, 'a campaign without its product', () => ({ ...facts, products: [] })],
  [12, 'an order twice', () => ({ ...facts, orders: [...facts.orders, ...facts.orders] })],
  [
    14,
    'an entry that was changed',
    () => ({
      ...facts,
      entries: facts.entries.map((entry, index) => (index === 2 ? { ...entry, summary: 'Something else' } : entry)),
    }),
  ],
  [
    18,
    'nobody who manages',
    () => ({ ...facts, accounts: facts.accounts.map((account) => ({ ...account, active: false })) }),
  ],
])('invariant %i notices %s', (invariant, _what, meddled) => {
  expect(() => {
    checkMoment(meddled(), 0)
  }).toThrow(`Invariant ${String(invariant)}:`)
})

test.each<readonly [number, string, () => Facts]>([
  [
    2,
    'a payment that was changed',
    () =>
      withOrder((order) => ({
        ...order,
        payments: order.payments.map((payment) => ({ ...payment, reference: 'another' })),
      })),
  ],
  [2, 'a refund that is gone', () => withOrder((order) => ({ ...order, refunds: [] }))],
  [
    5,
    'a settlement that was decided again',
    () => withCampaign((found) => ({ ...found, campaign: { ...found.campaign, settlement: null } })),
  ],
  [8, 'an order that came back', () => withOrder((order) => ({ ...order, voidedAt: null }))],
  [
    8,
    'a target that moved',
    () =>
      withCampaign((found) => ({
        ...found,
        campaign: { ...found.campaign, target: { kind: 'units', units: 1 } },
      })),
  ],
  [12, 'an order that is gone', () => ({ ...facts, orders: [] })],
  [13, 'a trail that was cut', () => ({ ...facts, entries: facts.entries.slice(1) })],
])('invariant %i notices %s between two moments', (invariant, _what, later) => {
  expect(() => {
    checkStep(facts, later())
  }).toThrow(`Invariant ${String(invariant)}:`)
})
