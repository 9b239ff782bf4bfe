import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Changed } from '../../../shared/changed'
import { dayLength, later, minute } from '../../../shared/time'
import { afterEnd, allowed, startsAt } from '../../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  done,
  password,
  pay,
  type TestOffice,
} from '../../journeys/anOffice'

let shop: TestOffice
let told: Changed[]
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  shop = await anOffice()
  told = []
  shop.office.watch((changed) => told.push(changed))
})
afterEach(async () => {
  vi.useRealTimers()
  await shop.end()
})

test('pages hear of a campaign that starts and ends by time alone', async () => {
  const desk = shop.office.as(shop.manager)
  const campaignId = await aLaunchedCampaign(desk, await aReadyProduct(desk))
  await shop.office.doDuties()
  for (const at of [startsAt, afterEnd]) {
    told = []
    shop.clock.set(at)
    await shop.office.doDuties()
    expect(told).toMatchObject([{ campaignIds: [campaignId] }])
    await shop.office.doDuties()
    expect(told).toHaveLength(1)
  }
})

test('every minute, and never by a timer that could be too long', async () => {
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  await anOrder(desk, campaignId, productId)
  shop.clock.set(later(startsAt, 31 * minute))
  const heard = new Promise<void>((resolve) => {
    shop.office.watch(({ topics }) => {
      if (topics.includes('orders')) resolve()
    })
  })
  vi.advanceTimersByTime(minute)
  await heard
  expect(allowed(await desk.ask('campaigns.one', { id: campaignId }))?.tally.lapsed.orders).toBe(1)
  const entries = allowed(await desk.ask('audit.page', anyEntry))
  expect(entries.rows.filter(({ action }) => action === 'orders.lapse')).toHaveLength(1)
})

test('a round that is asked for during another one follows it', async () => {
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId, { target: { kind: 'units', units: 10 } })
  shop.clock.set(startsAt)
  await pay(desk, shop.clock, await anOrder(desk, campaignId, productId))
  shop.clock.set(later(afterEnd, dayLength))
  const first = shop.office.doDuties()
  await done(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: 109_900, password })
  await Promise.all([first, shop.office.doDuties()])
  expect(allowed(await desk.ask('campaigns.one', { id: campaignId }))?.state).toBe('failed')
})

const anyEntry = {
  byId: null,
  byProgram: false,
  action: null,
  from: null,
  to: null,
  text: '',
  productId: null,
  campaignId: null,
  orderId: null,
  offset: 0,
  limit: 100,
}
