import { afterEach, beforeEach, expect, test } from 'vitest'
import { later, minute } from '../../shared/time'
import { afterEnd, allowed, midway, refusedBy, startsAt } from '../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  command,
  done,
  pay,
  password,
  type TestOffice,
} from './anOffice'

let shop: TestOffice
beforeEach(async () => {
  shop = await anOffice()
})
afterEach(() => shop.end())

test('a product is curated, funded, settled and shipped', async () => {
  const { clock, manager } = shop
  const desk = shop.office.as(manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId)
  clock.set(startsAt)
  const first = await anOrder(desk, campaignId, productId, { units: 2 })
  await pay(desk, clock, first)
  expect(allowed(await desk.ask('campaigns.one', { id: campaignId }))).toMatchObject({
    state: 'live',
    tally: { net: { units: 2 }, awaiting: { units: 0 } },
  })
  clock.set(midway)
  const second = await anOrder(desk, campaignId, productId, { phone: '98450 54321' })
  await pay(desk, clock, second)
  expect(allowed(await desk.ask('campaigns.one', { id: campaignId }))).toMatchObject({
    state: 'funded',
    campaign: { fundedAt: midway },
  })
  expect(allowed(await desk.ask('products.one', { id: productId }))).toMatchObject({ state: 'fit for sale' })

  await done(desk, 'orders.ship', { id: first.id, carrier: 'Blue Dart', trackingNumber: 'BD123' })
  await done(desk, 'orders.deliver', { id: first.id })
  clock.set(afterEnd)
  expect(
    refusedBy(await command(desk, 'orders.cancel', { id: first.id, units: 1, reason: 'Takes too long', note: '' }))
      .code,
  ).toBe('already-delivered')
  const preview = allowed(await desk.ask('settlement.preview', { id: campaignId }))
  expect(preview).toMatchObject({ outcome: 'succeeded', newlyOwed: 0, blockedBy: [] })
  await done(desk, 'settlement.approve', { id: campaignId, outcome: 'succeeded', newlyOwed: 0, password })
  await shop.office.doDuties()
  const settled = allowed(await desk.ask('campaigns.one', { id: campaignId }))
  expect(settled).toMatchObject({
    state: 'succeeded',
    campaign: { settlement: { statement: { total: { captured: 329_700, kept: 329_700, owed: 0, refunded: 0 } } } },
  })
  clock.set(later(afterEnd, minute))
  await done(desk, 'orders.ship', { id: second.id, carrier: 'Blue Dart', trackingNumber: 'BD124' })
  expect(shop.bugs).toEqual([])
})
