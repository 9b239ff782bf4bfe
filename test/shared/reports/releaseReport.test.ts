import { expect, test } from 'vitest'
import { prior } from '../../../shared/reports/forecast/prior'
import { pastOfShop } from '../../../shared/reports/forecast/ofShop'
import { emptyBreakdown } from '../../../shared/reports/breakdown/breakdown'
import { BreakdownCounter } from '../../../shared/reports/breakdown/counter'
import { forecastsThen } from '../../../shared/reports/release/forecastThen'
import { isOver, releaseReport } from '../../../shared/reports/release/releaseReport'
import { dayOf, daysBetween, later } from '../../../shared/time'
import { contributionOf } from '../../../shared/orders/contribution'
import { addTally, emptyTally } from '../../../shared/campaigns/tally'
import { aCampaign, endsAt, midway, startsAt } from '../builders'
import { aPaidOrder } from '../orderBuilders'

const over = later(endsAt, 1)
const campaign = aCampaign()
const orders = [1, 2, 3].map((sequence) => aPaidOrder({ sequence, units: sequence }))

function reportOf(some: typeof orders) {
  const counter = new BreakdownCounter()
  for (const order of some) counter.move(order, campaign, 1)
  const tally = some.reduce((sum, order) => addTally(sum, contributionOf(order, campaign.zone)), emptyTally)
  const view = { campaign, state: 'ended, to be settled' as const, tally, productName: 'Tripod' }
  const breakdown = some.length === 0 ? emptyBreakdown : counter.told()
  return releaseReport({ view, label: 'Tripod', product: null, breakdown }, over)
}

test('an ended campaign is over a moment after its end, and a draft never is', () => {
  expect([isOver({ campaign }, endsAt), isOver({ campaign }, over)]).toEqual([false, true])
  expect(isOver({ campaign: aCampaign({ launchedAt: null }) }, over)).toBe(false)
})

test('each day of the campaign is in its pace, also those on which nothing came', () => {
  const { pace, units, money, amount } = reportOf(orders)
  expect(pace).toHaveLength(daysBetween(dayOf(startsAt, campaign.zone), dayOf(endsAt, campaign.zone)) + 1)
  expect(pace.filter((each) => each.units > 0)).toEqual([{ day: dayOf(midway, campaign.zone), units: 6 }])
  expect([units, money.captured, money.held]).toEqual([6, amount, amount])
})

test('shares add up to the whole, and of nothing there is none', () => {
  const { regions, variants } = reportOf(orders)
  for (const parts of [regions, variants])
    expect(parts.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1)
  const none = reportOf([])
  expect([none.regions, none.cancelledShare, none.units]).toEqual([[], null, 0])
})

test('a forecast on the way knows nothing of what came after', () => {
  const tally = orders.reduce((sum, order) => addTally(sum, contributionOf(order, campaign.zone)), emptyTally)
  const past = pastOfShop(campaign, tally, over)
  if (past === null) throw new Error('the campaign is over')
  const whole = forecastsThen(prior, past)
  const early = forecastsThen(prior, { ...past, days: past.days.filter(({ to }) => to < midway) })
  expect(whole.map(({ elapsed }) => elapsed)).toEqual([0.1, 0.25, 0.5, 0.75])
  expect(early[0]).toEqual(whole[0])
  expect(whole.at(-1)?.forecast.kind).toBe('forecast')
})
