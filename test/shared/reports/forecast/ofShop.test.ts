import { expect, test } from 'vitest'
import type { Campaign } from '../../../../shared/campaigns/campaign'
import type { Tally } from '../../../../shared/campaigns/tally'
import { minor } from '../../../../shared/money'
import { forecastOfShop, pastOfShop, seenOfShop } from '../../../../shared/reports/forecast/ofShop'
import { prior } from '../../../../shared/reports/forecast/prior'
import { atShare, ordersOf, reachedShare, seenAt } from '../../../../shared/reports/forecast/seen'
import { day, dayLength, endOfDay, hour, instant, startOfDay, zone } from '../../../../shared/time'
import { aCampaign, aCount, afterEnd, aTally, inIndia, midway, staffId } from '../../builders'

const units = (orders: number, of: number) => aCount({ orders, units: of, amount: minor(of * 100_000) })

/** Orders on three days; four units of the first day were cancelled on the second, one order of them whole. */
const tally = (): Tally =>
  aTally({
    net: units(49, 86),
    byDay: {
      '2018-04-05': { placed: units(20, 40), paid: units(20, 40), cancelled: aCount() },
      '2018-04-06': { placed: units(10, 20), paid: units(10, 20), cancelled: units(1, 4) },
      '2018-04-12': { placed: units(20, 30), paid: units(20, 30), cancelled: aCount() },
    },
  })

test('a campaign for units is seen by its days, net of cancellations, up to now', () => {
  const seen = seenOfShop(aCampaign(), tally(), midway)
  expect(seen.measure).toBe('units')
  expect(reachedShare(seen)).toBeCloseTo(86 / 200)
  expect(ordersOf(seen)).toBe(49)
  expect(seen.days[0]?.from).toBe(aCampaign().startsAt)
  expect(seen.days.at(-1)?.to).toBe(midway)
})

test('a campaign for an amount that is as far along is forecast alike', () => {
  const amount = aCampaign({ target: { kind: 'amount', amount: minor(200 * 100_000) } })
  const [one, other] = [aCampaign(), amount].map((campaign) => forecastOfShop(prior, campaign, tally(), midway))
  if (one?.kind !== 'forecast' || other?.kind !== 'forecast') throw new Error('both are forecast')
  expect(other.probability).toBeCloseTo(one.probability, 9)
  expect(Math.round(other.median / 100_000)).toBe(one.median)
})

test('a funded campaign is funded for certain, and a cap bounds its range', () => {
  const campaign = aCampaign({ target: { kind: 'units', units: 80 }, cap: 90, fundedAt: midway })
  expect(forecastOfShop(prior, campaign, tally(), midway)).toMatchObject({ probability: 1, high: 90 })
})

test('nothing is forecast before the first order, and nothing once it is over', () => {
  const empty = aTally()
  expect(forecastOfShop(prior, aCampaign(), empty, midway)).toMatchObject({ kind: 'cannot know', why: 'no order yet' })
  const before = inIndia('2018-04-05T09:00:00')
  expect(forecastOfShop(prior, aCampaign(), empty, before)).toMatchObject({ kind: 'cannot know', why: 'not started' })
  expect(forecastOfShop(prior, aCampaign(), tally(), afterEnd)).toBeNull()
})

test('a campaign that is over joins the record with what it came to by its end', () => {
  const later = { '2018-04-25': { placed: aCount(), paid: aCount(), cancelled: units(5, 10) } }
  const past = pastOfShop(aCampaign(), { ...tally(), byDay: { ...tally().byDay, ...later } }, afterEnd)
  expect(past).toMatchObject({ funded: false, result: 86, target: 200 })
  expect(pastOfShop(aCampaign({ fundedAt: midway }), tally(), afterEnd)?.funded).toBe(true)
})

test('a running campaign and one that was called off are not in the record', () => {
  expect(pastOfShop(aCampaign(), tally(), midway)).toBeNull()
  const calledOff = { at: midway, by: staffId, byName: 'Meera Iyer', reason: 'The factory burnt down' }
  expect(pastOfShop(aCampaign({ calledOff }), tally(), afterEnd)).toBeNull()
})

test('days follow the clocks of the zone, also where they change', () => {
  const saoPaulo = zone('America/Sao_Paulo')
  // Clocks went from 00:00 to 01:00 on 4 November 2018: that day has 23 hours and no midnight.
  const campaign: Campaign = aCampaign({
    zone: saoPaulo,
    startsAt: startOfDay(day('2018-11-02'), saoPaulo),
    endsAt: endOfDay(day('2018-11-11'), saoPaulo),
  })
  const counts = { placed: units(1, 1), paid: units(1, 1), cancelled: aCount() }
  const byDay = { '2018-11-03': counts, '2018-11-04': counts, '2018-11-05': counts }
  const at = instant(campaign.endsAt - hour)
  const { days } = seenOfShop(campaign, aTally({ byDay }), at)
  expect(days.map(({ from, to }) => (to - from) / hour)).toEqual([24, 23, 24])
  expect(days[1]?.from).toBe(days[0]?.to)
  const past = pastOfShop(campaign, aTally({ byDay }), instant(campaign.endsAt + dayLength))
  if (past === null) throw new Error('it is over')
  expect(ordersOf(seenAt(past, atShare(past, 0.25)))).toBe(1)
  expect(ordersOf(seenAt(past, startOfDay(day('2018-11-05'), saoPaulo)))).toBe(2)
})
