import { afterEach, beforeEach, expect, test } from 'vitest'
import { allowed, startsAt } from '../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, done, pay, type TestOffice } from './anOffice'

let shop: TestOffice
beforeEach(async () => {
  shop = await anOffice()
})
afterEach(() => shop.end())

test('lists are narrowed by hand to what is there: variants of the campaign, places that were paid from, reasons that were given', async () => {
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  expect(allowed(await desk.ask('orders.choices', { campaignId }))).toMatchObject({
    regions: [],
    reasons: [],
    offers: [],
  })
  await pay(desk, shop.clock, await anOrder(desk, campaignId, productId))
  const given = await anOrder(desk, campaignId, productId)
  await done(desk, 'orders.cancel', { id: given.id, units: 1, reason: 'Another reason', note: '' })
  const own = allowed(await desk.ask('orders.choices', { campaignId }))
  expect(own).toMatchObject({ regions: ['karnataka'], reasons: ['Another reason'] })
  expect(own.variants.length).toBeGreaterThan(0)
  const all = allowed(await desk.ask('orders.choices', { campaignId: null }))
  expect(all).toEqual({ ...own, variants: [], offers: [] })
})
