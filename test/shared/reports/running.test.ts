import { expect, test } from 'vitest'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { minor } from '../../../shared/money'
import type { Order } from '../../../shared/orders/order'
import { prior } from '../../../shared/reports/forecast/prior'
import { forecastsOf, latelyPerDay, neededPerDay, runningOf } from '../../../shared/reports/portfolio/running'
import { dayLength, later, minute, type Instant } from '../../../shared/time'
import { aCampaign, afterEnd, endsAt, midway, startsAt } from '../builders'
import { aPaidOrder, aRefund, anEvent } from '../orderBuilders'
import { toldOf } from './randomShop'

/** One order of so many units, placed then and paid a minute later. */
function paidOn(at: Instant, units: number): readonly Order[] {
  const order = aPaidOrder({ units, placedAt: at })
  return [{ ...order, payments: order.payments.map((payment) => ({ ...payment, paidAt: later(at, minute) })) }]
}

const running = (campaign: Campaign, at: Instant, orders = paidOn(startsAt, 16)) =>
  runningOf([toldOf(campaign, orders, at).facts], at)

test('what is needed a day is what is missing over the days left, rounded up; on the last day it is all', () => {
  const { facts } = toldOf(aCampaign(), paidOn(startsAt, 16), midway)
  expect(neededPerDay(facts, later(endsAt, -10 * dayLength))).toBe(19)
  expect(neededPerDay(facts, later(endsAt, -minute))).toBe(184)
  const reached = toldOf(aCampaign({ target: { kind: 'units', units: 16 } }), paidOn(startsAt, 16), midway)
  expect(neededPerDay(reached.facts, midway)).toBeNull()
})

test('lately is the average of the whole days before today, as many as there were', () => {
  const orders = [...paidOn(later(midway, -dayLength), 10), ...paidOn(midway, 100)]
  expect(latelyPerDay(toldOf(aCampaign(), orders, midway).facts, midway)).toBe(1.4)
  const second = later(startsAt, dayLength)
  expect(latelyPerDay(toldOf(aCampaign(), paidOn(startsAt, 16), second).facts, second)).toBe(16)
  expect(latelyPerDay(toldOf(aCampaign(), paidOn(startsAt, 16), startsAt).facts, startsAt)).toBeNull()
})

test('running campaigns stand in the order of their ends, others not at all', () => {
  const sooner = aCampaign({ endsAt: later(endsAt, -dayLength) })
  const of = [aCampaign(), sooner, aCampaign({ launchedAt: null }), aCampaign({ endsAt: startsAt })]
  const rows = runningOf(
    of.map((campaign) => toldOf(campaign, [], midway).facts),
    midway,
  )
  expect(rows.map(({ bar }) => bar.endsAt)).toEqual([sooner.endsAt, endsAt])
  expect(running(aCampaign(), afterEnd)).toEqual([])
})

test('what needs someone is told, the most pressing first', () => {
  const failed = aRefund({ amount: minor(100), events: [anEvent('sent'), anEvent('failed')] })
  const orders = paidOn(startsAt, 16).map((order) => ({ ...order, refunds: [failed] }))
  const late = later(endsAt, -dayLength)
  expect(running(aCampaign(), late, orders)[0]?.needs).toEqual([
    { what: 'refunds failed', count: 1 },
    { what: 'ends unfunded', count: 1 },
  ])
  const funded = aCampaign({ fundedAt: startsAt, shippingPromise: { days: 2, base: 'order' } })
  expect(running(funded, late)[0]?.needs).toEqual([{ what: 'shipping overdue', count: 1 }])
  expect(running(aCampaign(), midway)[0]?.needs).toEqual([])
})

test('the forecast of a campaign without an order says that it cannot know', () => {
  const expected = (orders: readonly Order[]) =>
    forecastsOf([toldOf(aCampaign(), orders, midway).facts], prior, midway).map(({ forecast }) => forecast)
  expect(expected([])).toMatchObject([{ kind: 'cannot know', why: 'no order yet' }])
  expect(expected(paidOn(startsAt, 16))).toMatchObject([{ kind: 'forecast' }])
  expect(forecastsOf([toldOf(aCampaign(), [], afterEnd).facts], prior, afterEnd)).toEqual([])
})
