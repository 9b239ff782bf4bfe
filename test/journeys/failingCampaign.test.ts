import { everyRefund } from '../../shared/refunds/requests'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayLength, later, minute } from '../../shared/time'
import { afterEnd, allowed, midway, refusedBy, startsAt } from '../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  command,
  done,
  password,
  pay,
  type TestOffice,
} from './anOffice'

let shop: TestOffice
beforeEach(async () => {
  shop = await anOffice()
})
afterEach(() => shop.end())

/** A campaign for ten units with one paid order of two and one order that nobody pays. */
async function aFailingCampaign() {
  const { clock, office, manager } = shop
  const desk = office.as(manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId, { target: { kind: 'units', units: 10 } })
  clock.set(startsAt)
  const paid = await anOrder(desk, campaignId, productId, { units: 2 })
  await pay(desk, clock, paid)
  clock.set(midway)
  const unpaid = await anOrder(desk, campaignId, productId, { phone: '98450 54321' })
  return { productId, campaignId, paid, unpaid }
}

test('a failed campaign gives every supporter all of the money back, once', async () => {
  const { clock, manager } = shop
  const desk = shop.office.as(manager)
  const { productId, campaignId, paid, unpaid } = await aFailingCampaign()

  // Of the paid order one unit is given back before the end: it is owed for that reason and not a second time.
  expect(
    await done(desk, 'orders.cancel', { id: paid.id, units: 1, reason: 'Changed their mind', note: '' }),
  ).toMatchObject({
    owed: 109_900,
  })
  clock.set(afterEnd)
  await shop.office.doDuties()
  expect(allowed(await desk.ask('orders.one', { id: unpaid.id }))?.state).toBe('lapsed')
  const preview = allowed(await desk.ask('settlement.preview', { id: campaignId }))
  expect(preview).toMatchObject({ outcome: 'failed', reason: 'target missed', ordersToVoid: 1, newlyOwed: 109_900 })

  // A preview that no longer says what is true is not approved.
  const stale = await command(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: 1, password })
  expect(refusedBy(stale).code).toBe('settlement-moved')
  await done(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: 109_900, password })
  await shop.office.doDuties()
  await shop.office.doDuties()

  const settled = allowed(await desk.ask('campaigns.one', { id: campaignId }))
  expect(settled).toMatchObject({
    state: 'failed',
    campaign: { settlement: { statement: { total: { captured: 219_800, kept: 0, owed: 219_800, refunded: 0 } } } },
  })
  expect(allowed(await desk.ask('products.one', { id: productId }))?.state).toBe('off the market')
  const order = allowed(await desk.ask('orders.one', { id: paid.id }))
  expect(order).toMatchObject({
    state: 'voided',
    order: { refunds: [{ cause: 'cancelled' }, { cause: 'campaign failed' }] },
  })
  expect(shop.bugs).toEqual([])
})

test('refunds are sent, fail, are tried again under the same identity, and are settled', async () => {
  const { clock, manager } = shop
  const desk = shop.office.as(manager)
  const { campaignId } = await aFailingCampaign()
  clock.set(afterEnd)
  await done(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: 219_800, password })
  await shop.office.doDuties()
  const [row] = allowed(await desk.ask('refunds.page', { ...everyRefund, limit: 10 })).rows
  expect(row).toMatchObject({ state: 'owed', refund: { amount: 219_800, cause: 'campaign failed' } })
  if (row === undefined) throw new Error('there is a refund in the queue')
  const which = { orderId: row.orderId, refundId: row.refund.id }
  expect(refusedBy(await command(desk, 'refunds.settle', { ...which, bankReference: 'ARN1' })).code).toBeTruthy()
  await done(desk, 'refunds.send', { ...which, reference: 'rfnd-1' })
  await done(desk, 'refunds.fail', { ...which, reason: 'Account closed' })
  await done(desk, 'refunds.retry', which)
  await done(desk, 'refunds.send', { ...which, reference: 'rfnd-2' })
  clock.set(later(afterEnd, 3 * dayLength))
  await done(desk, 'refunds.settle', { ...which, bankReference: 'ARN2' })
  const after = allowed(await desk.ask('refunds.page', { ...everyRefund, limit: 10 }))
  expect(after).toMatchObject({ counts: { owed: 0, sent: 0, settled: 1, failed: 0 } })
  expect(after.rows[0]?.refund.key).toBe(row.refund.key)
  expect(after.rows[0]?.failures).toBe(1)
})

test('a program that was closed at the deadline finds the settlement due when it opens', async () => {
  const { clock, manager } = shop
  const { campaignId, unpaid } = await aFailingCampaign()
  await shop.office.close()
  clock.set(later(afterEnd, 40 * dayLength))
  await shop.restart()
  const desk = shop.office.as(manager)
  await shop.office.doDuties()
  expect(allowed(await desk.ask('orders.one', { id: unpaid.id }))?.state).toBe('lapsed')
  const [waiting] = allowed(await desk.ask('settlement.list', {}))
  expect(waiting).toMatchObject({ campaign: { id: campaignId, settlement: null }, state: 'ended, to be settled' })
  await done(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: 219_800, password })
  await shop.office.doDuties()
  expect(allowed(await desk.ask('campaigns.one', { id: campaignId }))?.state).toBe('failed')
})

test('an order that lapsed with nobody watching frees its units before the next one is placed', async () => {
  const { clock, manager } = shop
  const desk = shop.office.as(manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId, { cap: 4, target: { kind: 'units', units: 4 } })
  clock.set(startsAt)
  await anOrder(desk, campaignId, productId, { units: 3 })
  const supporter = { phone: '98450 54321', units: 2 }
  await expect(anOrder(desk, campaignId, productId, supporter)).rejects.toThrow('Only 1 unit')
  clock.set(later(startsAt, 31 * minute))
  await anOrder(desk, campaignId, productId, supporter)
  const { tally } = allowed(await desk.ask('campaigns.one', { id: campaignId })) ?? {}
  expect(tally).toMatchObject({ lapsed: { orders: 1, units: 3 }, awaiting: { orders: 1, units: 2 } })
})

test('a campaign that was called off is settled as failed before its end', async () => {
  const { clock, manager } = shop
  const desk = shop.office.as(manager)
  const { campaignId } = await aFailingCampaign()
  await done(desk, 'campaigns.callOff', { id: campaignId, reason: 'The maker gave up' })
  const preview = allowed(await desk.ask('settlement.preview', { id: campaignId }))
  expect(preview).toMatchObject({ outcome: 'failed', reason: 'called off', newlyOwed: 219_800 })
  clock.set(later(midway, minute))
  await done(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: 219_800, password })
  await shop.office.doDuties()
  expect(allowed(await desk.ask('campaigns.one', { id: campaignId }))?.state).toBe('failed')
})
