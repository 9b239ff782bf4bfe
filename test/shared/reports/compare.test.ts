import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measured, targetNumber } from '../../../shared/campaigns/progress'
import { id, type CampaignId, type MakerId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { inTimePayment } from '../../../shared/orders/orderState'
import {
  compareOf,
  compareOutcomes,
  mostLines,
  seasonOf,
  type CompareAsk,
  type ComparedFacts,
} from '../../../shared/reports/compare/compare'
import { atShares, byDayRun, curveOf } from '../../../shared/reports/compare/curve'
import { quartilesOf } from '../../../shared/reports/compare/quartiles'
import { addDays, dayLength, dayOf, later, startOfDay, zone } from '../../../shared/time'
import { aCampaign, afterEnd, inIndia, makerId, midway, startsAt } from '../builders'
import { aPaidOrder } from '../orderBuilders'
import { anyShop, shopNow, toldOf, type ToldCampaign } from './randomShop'

const named = (name: string | number): CampaignId => id<CampaignId>(`campaign-${name}`)
const otherMaker = id<MakerId>('maker-other')

const ask = (overrides: Partial<CompareAsk> = {}): CompareAsk => ({
  axis: 'share',
  measure: 'target',
  category: null,
  makerId: null,
  market: null,
  season: null,
  outcome: null,
  chosen: [],
  ...overrides,
})

const compared = ({ facts }: ToldCampaign): ComparedFacts => ({
  ...facts,
  category: 'Photography',
  makerId,
  makerName: 'iShot',
})

/** Started so many days after the first one, all of them in April 2018. */
const campaigns = (count: number): readonly ComparedFacts[] =>
  Array.from({ length: count }, (_each, place) =>
    compared(toldOf(aCampaign({ id: named(place), startsAt: later(startsAt, place * 60_000) }), [], midway)),
  )

/** What orders paid, less what was cancelled, by the end of each day, gone through order by order. */
function netUntil({ facts: { campaign }, orders }: ToldCampaign, until: number): number {
  let sum = 0
  for (const order of orders) {
    const payment = inTimePayment(order)
    if (payment !== null && payment.paidAt < until) sum += measured({ ...payment, orders: 1 }, campaign.target)
    for (const { at, units, owed } of order.cancellations)
      if (at < until) sum -= measured({ orders: 1, units, amount: owed }, campaign.target)
  }
  return sum
}

test('a curve is what the orders came to, at the end of each day of the zone and at the end of the timeline', () => {
  fc.assert(
    fc.property(anyShop, (shop) => {
      for (const told of shop) {
        const { campaign, tally } = told.facts
        const curve = curveOf(campaign, tally, (count) => measured(count, campaign.target), shopNow)
        const first = dayOf(campaign.startsAt, campaign.zone)
        const run = byDayRun(campaign, tally, (count) => measured(count, campaign.target), shopNow)
        const over = campaign.endsAt - campaign.startsAt
        for (const [place, value] of run.entries()) {
          // Orders of these shops may be placed before their campaign starts; they stand on its first day.
          const midnight = startOfDay(addDays(first, place + 1), campaign.zone)
          expect(value).toBe(netUntil(told, midnight))
          // The end belongs to the timeline, the midnight before a day does not belong to that day.
          if (midnight >= curve.until) continue
          const [at] = atShares(curve, [(midnight - campaign.startsAt) / over])
          expect(at).toBeCloseTo(netUntil(told, midnight), 3)
        }
        const [end] = atShares(curve, [(curve.until - campaign.startsAt) / over])
        expect(end).toBeCloseTo(
          netUntil(told, startOfDay(addDays(dayOf(curve.until, campaign.zone), 1), campaign.zone)),
          3,
        )
      }
    }),
  )
})

test('each row says what its orders come to; a rate of nothing is missing', () => {
  fc.assert(
    fc.property(anyShop, (shop) => {
      for (const { id: of, share, units, cancellationRate, lapseRate } of compareOf(shop.map(compared), ask(), shopNow)
        .rows) {
        const { facts, orders } = shop.find((told) => told.facts.campaign.id === of) ?? { facts: null, orders: [] }
        const paid = orders.reduce((sum, order) => sum + (inTimePayment(order)?.units ?? 0), 0)
        const given = orders.reduce(
          (sum, { cancellations }) => sum + cancellations.reduce((own, each) => own + each.units, 0),
          0,
        )
        const lapsed = orders.filter(({ lapsedAt }) => lapsedAt !== null).length
        expect(units).toBe(paid - given)
        expect(cancellationRate).toBe(paid === 0 ? null : given / paid)
        expect(lapseRate).toBe(orders.length === 0 ? null : lapsed / orders.length)
        if (facts !== null) {
          const { target } = facts.campaign
          expect(share).toBe(measured(facts.tally.net, target) / targetNumber(target))
        }
      }
    }),
  )
})

describe('a day whose clocks change', () => {
  const order = aPaidOrder({ units: 3 })
  const change = Date.parse('2018-11-04T03:00:00Z')
  const saoPaulo = zone('America/Sao_Paulo')
  const paid = {
    ...order,
    payments: order.payments.map((payment) => ({ ...payment, paidAt: later(startsAt, change - startsAt + 1) })),
  }
  const told = toldOf(
    aCampaign({
      zone: saoPaulo,
      startsAt: later(startsAt, change - startsAt - dayLength),
      endsAt: later(startsAt, change - startsAt + dayLength),
    }),
    [paid],
    afterEnd,
  )

  test('ends when its 23 hours are over', () => {
    const { campaign, tally } = told.facts
    const hours23 = 23 / 24
    const curve = curveOf(campaign, tally, ({ units }) => units, campaign.endsAt)
    expect(atShares(curve, [0.5, 0.5 + hours23 / 4, 0.5 + hours23 / 2, 1])).toEqual([0, 1.5, 3, 3])
  })
})

describe('lines', () => {
  test('are the latest eight until others are chosen; those keep their order', () => {
    const all = campaigns(12)
    expect(compareOf(all, ask(), midway).lines).toEqual([11, 10, 9, 8, 7, 6, 5, 4].map(named))
    const chosen = [2, 7, 2, 'gone'].map(named)
    const report = compareOf(all, ask({ chosen }), midway)
    expect(report.lines).toEqual([2, 7].map(named))
    expect(report.rows.filter(({ line }) => line !== null).map(({ id: of, line }) => [of, line])).toEqual([
      [named(7), 1],
      [named(2), 0],
    ])
  })

  test('what is chosen and does not fit is left out, and nothing that fits is left as no line', () => {
    const report = compareOf(campaigns(3), ask({ chosen: [named('gone')] }), midway)
    expect(report.lines).toHaveLength(3)
  })

  test('have as many values as there are points, and stop where the campaign stands', () => {
    const { points } = compareOf(campaigns(1), ask(), midway)
    expect(points).toHaveLength(51)
    const known = points.filter(({ lines }) => lines[0] !== null)
    expect(known.length).toBeGreaterThan(10)
    expect(known.length).toBeLessThan(40)
    expect(compareOf(campaigns(1), ask(), afterEnd).points.every(({ lines }) => lines[0] === 0)).toBe(true)
  })
})

describe('the others', () => {
  test('have a middle and quartiles from three on', () => {
    const of = (count: number) => compareOf(campaigns(count), ask(), afterEnd).points[25]?.others
    expect(of(mostLines + 2)).toBeNull()
    expect(of(mostLines + 3)).toEqual({ low: 0, median: 0, high: 0 })
  })

  test('quartiles split the values into four, also between them', () => {
    expect(quartilesOf([4, 1, 3, 2, 5])).toEqual({ low: 2, median: 3, high: 4 })
    expect(quartilesOf([1, 2, 3, 4])).toEqual({ low: 1.75, median: 2.5, high: 3.25 })
    expect(quartilesOf([1, 2])).toBeNull()
  })
})

describe('choosing', () => {
  const indian = compared(toldOf(aCampaign({ id: named('in'), fundedAt: midway }), [], midway))
  const brazilian = compared(
    toldOf(
      aCampaign({
        id: named('br'),
        market: 'BR',
        currency: 'BRL',
        startsAt: inIndia('2018-02-01T10:00:00'),
        endsAt: inIndia('2018-03-01T10:00:00'),
      }),
      [],
      midway,
    ),
  )
  const other = { ...brazilian, category: 'Audio', makerId: otherMaker, makerName: 'Other' }
  const without = { ...brazilian, category: '' }
  const lines = (of: Partial<CompareAsk>) => compareOf([indian, other], ask(of), midway).lines

  test('by category, maker, market, season and outcome', () => {
    expect(lines({})).toEqual(['in', 'br'].map(named))
    expect(lines({ category: 'Audio' })).toEqual([named('br')])
    expect(lines({ makerId: otherMaker })).toEqual([named('br')])
    expect(lines({ market: 'IN' })).toEqual([named('in')])
    expect(lines({ season: '2018-Q1' })).toEqual([named('br')])
    expect(compareOutcomes.map((outcome) => lines({ outcome }))).toEqual([[], [named('in')], [named('br')]])
  })

  test('by category takes spellings that read the same for one', () => {
    expect(lines({ category: ' audio' })).toEqual([named('br')])
    expect(lines({ category: 'Home' })).toEqual([])
  })

  test('those without a category can be chosen too, and are of no other', () => {
    const chosen = (category: string) => compareOf([indian, without], ask({ category }), midway)
    expect(chosen('').lines).toEqual([named('br')])
    expect(chosen('Photography').lines).toEqual([named('in')])
    expect(chosen('').choices.categories).toEqual(['Photography', ''])
    expect(chosen('').rows.map(({ category }) => category)).toEqual([''])
  })

  test('where no product has a category there is nothing to choose by it', () => {
    expect(compareOf([without], ask(), midway).choices.categories).toEqual([])
  })

  test('offers what there is', () => {
    expect(compareOf([indian, other], ask({ market: 'IN' }), midway).choices).toEqual({
      categories: ['Audio', 'Photography'],
      makers: [
        { id: makerId, name: 'iShot' },
        { id: otherMaker, name: 'Other' },
      ],
      markets: ['IN', 'BR'],
      seasons: ['2018-Q2', '2018-Q1'],
    })
  })

  test('amounts are compared in one currency only', () => {
    expect(compareOf([indian, other], ask({ measure: 'money' }), midway)).toMatchObject({
      measure: 'target',
      currency: null,
    })
    expect(compareOf([indian], ask({ measure: 'money' }), midway)).toMatchObject({ measure: 'money', currency: 'INR' })
  })

  test('a season is the quarter of the zone, not of UTC', () => {
    expect(seasonOf(aCampaign({ startsAt: inIndia('2018-04-01T00:00:00') }))).toBe('2018-Q2')
  })
})

test('a campaign that has not started is not compared, and without any there is nothing to draw', () => {
  const draft = compared(toldOf(aCampaign({ launchedAt: null, launchedBy: null }), [], midway))
  expect(compareOf([draft], ask(), midway)).toMatchObject({ rows: [], lines: [], currency: null })
  expect(compareOf(campaigns(1), ask(), later(startsAt, -1)).rows).toEqual([])
})

test('money is compared by what was paid, rounded to whole paise', () => {
  const order = aPaidOrder({ total: minor(101) })
  const told = compared(toldOf(aCampaign(), [order], midway))
  const { points } = compareOf([told], ask({ measure: 'money' }), afterEnd)
  expect(points.at(-1)?.lines).toEqual([101])
  expect(points.every(({ lines }) => Number.isInteger(lines[0]))).toBe(true)
})
