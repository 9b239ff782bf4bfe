import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Target } from '../../../shared/campaigns/campaign'
import { id, type CampaignId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { curveOf, timelineDays, type PastCurve } from '../../../shared/reports/whatIf/pastCurve'
import { fewestCurves, replay, type WhatIfTerms } from '../../../shared/reports/whatIf/replay'
import { day } from '../../../shared/time'
import { aCampaign, aCount, afterEnd, aTally, inIndia } from '../builders'
import { someOrders, factsOf } from './campaign/campaignFacts'

const units = (count: number): Target => ({ kind: 'units', units: count })

const terms = (overrides: Partial<WhatIfTerms> = {}): WhatIfTerms => ({
  target: units(200),
  days: 15,
  price: null,
  elasticity: 1,
  weekday: null,
  quarter: null,
  ...overrides,
})

const someCurve = fc
  .record({
    grows: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }),
    price: fc.integer({ min: 1000, max: 500_000 }),
    weekday: fc.integer({ min: 0, max: 6 }),
    name: fc.integer({ min: 0, max: 1e9 }),
  })
  .map(({ grows, price, weekday, name }): PastCurve => {
    let sum = 0
    const bars = grows.map((more) => (sum += more))
    return {
      campaignId: id<CampaignId>(`campaign-${name}`),
      productName: 'Lamp',
      market: 'IN',
      startsOn: day('2018-04-05'),
      weekday,
      quarter: 1,
      target: units(200),
      price: minor(price),
      funded: sum >= 200,
      units: bars,
      amounts: bars.map((bar) => bar * price),
    }
  })

const someCurves = fc.array(someCurve, { maxLength: 20 })

const byId = (answer: ReturnType<typeof replay>) => new Map(answer.replayed.map((each) => [each.campaignId, each]))

describe('a replay', () => {
  test('never funds a higher target more often than a lower one', () => {
    fc.assert(
      fc.property(
        someCurves,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 300 }),
        (curves, low, more) => {
          const [lower, higher] = [units(low), units(low + more)].map((target) => replay(curves, terms({ target })))
          expect(lower?.funded).toBeGreaterThanOrEqual(higher?.funded ?? Infinity)
        },
      ),
    )
  })

  test('never yields less, and never funds fewer, with a longer timeline', () => {
    fc.assert(
      fc.property(
        someCurves,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        (curves, days, more) => {
          const [short, long] = [replay(curves, terms({ days })), replay(curves, terms({ days: days + more }))]
          for (const [campaignId, { result }] of byId(short)) {
            expect(byId(long).get(campaignId)?.result).toBeGreaterThanOrEqual(result)
          }
          expect(long.funded).toBeGreaterThanOrEqual(short.funded)
        },
      ),
    )
  })

  test('of the same money at a higher price brings as much money and never more units', () => {
    fc.assert(
      fc.property(someCurve, fc.integer({ min: 0, max: 100_000 }), (curve, more) => {
        const price = minor(curve.price + more)
        const [before] = replay([curve], terms()).replayed
        const [after] = replay([curve], terms({ price })).replayed
        expect(after?.result).toBeLessThanOrEqual(before?.result ?? 0)
        const money = terms({ target: { kind: 'amount', amount: minor(1) } })
        expect(replay([curve], { ...money, price }).replayed[0]?.result).toBe(
          replay([curve], money).replayed[0]?.result,
        )
        const [unmoved] = replay([curve], terms({ price, elasticity: 0 })).replayed
        expect(unmoved?.result).toBe(before?.result)
      }),
    )
  })

  test('leaves open what a campaign that was shorter would have come to, and says how far it ran', () => {
    const curve = fc.sample(someCurve, { numRuns: 1, seed: 7 })[0] as PastCurve
    const short = { ...curve, units: [10, 30], amounts: [10, 30] }
    expect(replay([short], terms({ days: 3, target: units(31) })).replayed[0]).toMatchObject({
      outcome: 'open',
      result: 30,
      ranDays: 2,
    })
    expect(replay([short], terms({ days: 2, target: units(31) })).replayed[0]?.outcome).toBe('not funded')
    expect(replay([short], terms({ days: 9, target: units(30) })).replayed[0]?.outcome).toBe('funded')
  })

  test('keeps to the campaigns of that weekday and season, and gives no range where there are few', () => {
    fc.assert(
      fc.property(someCurves, fc.integer({ min: 0, max: 6 }), (curves, weekday) => {
        const fit = curves.filter((curve) => curve.weekday === weekday)
        const answer = replay(curves, terms({ weekday }))
        expect(answer.replayed).toHaveLength(fit.length)
        expect(answer.range === null).toBe(fit.length < fewestCurves)
        expect(answer.byDay.length).toBe(fit.length < fewestCurves ? 0 : 15)
        expect(replay(curves, terms({ quarter: 0 })).replayed).toEqual([])
      }),
    )
  })

  test('has its range within what the campaigns came to, and the last day is the range', () => {
    fc.assert(
      fc.property(fc.array(someCurve, { minLength: fewestCurves, maxLength: 20 }), (curves) => {
        const { range, byDay, replayed } = replay(curves, terms())
        const results = replayed.map(({ result }) => result)
        expect(byDay.at(-1)).toEqual(range)
        expect(results).toContain(range?.low)
        expect(results).toContain(range?.high)
        const within = results.filter((result) => result >= (range?.low ?? 0) && result <= (range?.high ?? 0))
        expect(within.length / results.length).toBeGreaterThanOrEqual(0.8)
      }),
    )
  })
})

describe('a campaign’s curve', () => {
  const campaign = aCampaign({ target: units(20) })

  test('replayed under its own terms is funded exactly where the campaign was, at the highest that its bar stood', () => {
    fc.assert(
      fc.property(someOrders(campaign), fc.boolean(), (orders, wasFunded) => {
        const { tally } = factsOf(orders, campaign)
        let [bar, best] = [0, 0]
        for (const on of Object.keys(tally.byDay).sort()) {
          if (on > '2018-04-19') continue
          bar += (tally.byDay[on]?.paid.units ?? 0) - (tally.byDay[on]?.cancelled.units ?? 0)
          best = Math.max(best, bar)
        }
        // Reached within a day and lost again the same day is known by the fact alone.
        const funded = best >= 20 || wasFunded
        const past = { ...campaign, fundedAt: funded ? inIndia('2018-04-19T12:00:00') : null }
        const curve = curveOf(past, tally, 'Tripod', afterEnd)
        if (curve === null) throw new Error('it is over')
        const [own] = replay(
          [curve],
          terms({ target: past.target, days: timelineDays(past), price: past.price }),
        ).replayed
        expect(own).toMatchObject({
          outcome: funded ? 'funded' : 'not funded',
          result: Math.max(best, funded ? 20 : 0),
        })
      }),
      { numRuns: 60 },
    )
  })

  test('is there only once the campaign is over, and not where it was called off', () => {
    const calledOff = {
      at: inIndia('2018-04-07T12:00:00'),
      by: 'staff-meera' as never,
      byName: 'Meera',
      reason: 'Recalled',
    }
    expect(curveOf(campaign, aTally(), 'Tripod', inIndia('2018-04-10T00:00:00'))).toBeNull()
    expect(curveOf({ ...campaign, launchedAt: null }, aTally(), 'Tripod', afterEnd)).toBeNull()
    expect(curveOf({ ...campaign, calledOff }, aTally(), 'Tripod', afterEnd)).toBeNull()
  })

  test('begins on the day of the start in the campaign’s zone and is as long as its timeline', () => {
    const counts = { placed: aCount(), paid: aCount({ units: 3 }), cancelled: aCount() }
    const curve = curveOf(
      campaign,
      aTally({ byDay: { '2018-04-05': counts, '2018-04-19': counts } }),
      'Tripod',
      afterEnd,
    )
    expect(curve).toMatchObject({ startsOn: '2018-04-05', weekday: 3, quarter: 1 })
    expect(curve?.units).toEqual([...Array<number>(14).fill(3), 6])
  })
})
