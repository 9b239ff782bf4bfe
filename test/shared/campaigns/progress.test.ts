import { describe, expect, test } from 'vitest'
import { cumulativeByDay, daysAhead } from '../../../shared/campaigns/pace'
import { evenPace, progressOf } from '../../../shared/campaigns/progress'
import { noCount, type DayCount } from '../../../shared/campaigns/tally'
import { minor } from '../../../shared/money'
import { dayLength, dayOf, later } from '../../../shared/time'
import { aCampaign, aCount, afterEnd, aTally, createdAt, endsAt, india, inIndia, midway, startsAt } from '../builders'

const units = (count: number) => aCount({ orders: count, units: count, amount: minor(count * 100) })
const netOf = (count: number) => aTally({ net: units(count) })

describe('the bar', () => {
  test('is paid units net of cancellations against a units target', () => {
    expect(progressOf(aCampaign(), netOf(128))).toEqual({ reached: 128, target: 200, share: 6400, funded: false })
  })

  test('is the price paid against an amount target', () => {
    const campaign = aCampaign({ target: { kind: 'amount', amount: minor(50_000_000) } })
    const tally = aTally({ net: aCount({ units: 128, amount: minor(14_067_200) }) })
    expect(progressOf(campaign, tally)).toEqual({ reached: 14_067_200, target: 50_000_000, share: 2813, funded: false })
  })

  test('never reads as full before it is', () => {
    const campaign = aCampaign({ target: { kind: 'units', units: 1_000_000 } })
    expect(progressOf(campaign, netOf(999_999)).share).toBe(9999)
    expect(progressOf(campaign, netOf(1_000_000)).share).toBe(10_000)
  })

  test('goes on beyond the target', () => {
    expect(progressOf(aCampaign(), netOf(326)).share).toBe(16_300)
  })

  test('stays funded when cancellations take it below the target again', () => {
    expect(progressOf(aCampaign({ fundedAt: midway }), netOf(199))).toMatchObject({ share: 9950, funded: true })
  })

  test('is exact at any amount', () => {
    const most = minor(Number.MAX_SAFE_INTEGER)
    const campaign = aCampaign({ target: { kind: 'amount', amount: most } })
    const almost = aTally({ net: aCount({ amount: minor(most - 1) }) })
    expect(progressOf(campaign, almost).share).toBe(9999)
  })
})

describe('an even pace', () => {
  test('goes from the start to the end and no further', () => {
    const half = later(startsAt, (endsAt + 1000 - startsAt) / 2)
    expect(evenPace(aCampaign(), createdAt)).toBe(0)
    expect(evenPace(aCampaign(), startsAt)).toBe(0)
    expect(evenPace(aCampaign(), half)).toBeCloseTo(0.5, 5)
    expect(evenPace(aCampaign(), endsAt)).toBe(1)
    expect(evenPace(aCampaign(), afterEnd)).toBe(1)
  })
})

describe('the days of a campaign', () => {
  const dayCount = (paid: number, cancelled = 0): DayCount => ({
    placed: units(paid),
    paid: units(paid),
    cancelled: cancelled === 0 ? noCount : units(cancelled),
  })
  const byDay = { '2018-04-05': dayCount(60), '2018-04-07': dayCount(10, 20), '2018-04-12': dayCount(30) }
  const tally = aTally({ net: units(80), byDay })
  const days = cumulativeByDay(aCampaign(), tally, midway)
  const on = (day: string) => days.find((each) => each.day === day)

  test('go from the first to the last in the campaign’s zone', () => {
    expect(days.map(({ day }) => day)).toHaveLength(15)
    expect(days[0]?.day).toBe('2018-04-05')
    expect(days.at(-1)?.day).toBe('2018-04-19')
  })

  test('add up what was paid less what was cancelled; days to come are open', () => {
    expect(days.slice(0, 9).map(({ reached }) => reached)).toEqual([60, 60, 50, 50, 50, 50, 50, 80, null])
  })

  test('end today at the bar', () => {
    expect(on('2018-04-12')?.reached).toBe(progressOf(aCampaign(), tally).reached)
  })

  test('carry the even pace, which meets the target on the last day', () => {
    const even = days.map((each) => each.even)
    expect(even).toEqual(even.toSorted((left, right) => left - right))
    expect(even.at(-1)).toBe(200)
  })

  test('carry the pace needed from now on, which meets the target on the last day', () => {
    expect(on('2018-04-11')?.needed).toBeNull()
    const needed = days.slice(7).map((each) => each.needed ?? 0)
    expect(needed[0]).toBeGreaterThan(80)
    expect(needed).toEqual(needed.toSorted((left, right) => left - right))
    expect(needed.at(-1)).toBe(200)
  })

  test('need nothing once the target is met or the campaign has ended', () => {
    const met = cumulativeByDay(aCampaign({ fundedAt: midway }), aTally({ net: units(200), byDay }), midway)
    expect(met.every(({ needed }) => needed === null)).toBe(true)
    const over = cumulativeByDay(aCampaign(), tally, afterEnd)
    expect(over.every(({ needed }) => needed === null)).toBe(true)
    expect(over.at(-1)?.reached).toBe(80)
  })

  test('go on while cancellations do', () => {
    const later = { ...byDay, '2018-04-22': dayCount(0, 5) }
    const last = cumulativeByDay(aCampaign(), aTally({ byDay: later }), inIndia('2018-04-25T10:00:00')).at(-1)
    expect(last).toMatchObject({ day: '2018-04-22', reached: 75, even: 200 })
  })

  test('are those of the zone: an order at half past midnight in India is of the new day', () => {
    expect(dayOf(inIndia('2018-04-06T00:30:00'), india)).toBe('2018-04-06')
    const short = aCampaign({ startsAt: inIndia('2018-04-05T23:00:00'), endsAt: inIndia('2018-04-06T00:30:00') })
    expect(cumulativeByDay(short, aTally(), startsAt).map(({ day }) => day)).toEqual(['2018-04-05', '2018-04-06'])
  })
})

describe('days ahead of an even pace', () => {
  const tenDays = aCampaign({ endsAt: later(startsAt, 10 * dayLength) })
  const half = later(startsAt, 5 * dayLength)

  test('are counted to a tenth, negative when behind', () => {
    expect(daysAhead(tenDays, netOf(100), half)).toBe(0)
    expect(daysAhead(tenDays, netOf(160), half)).toBe(3)
    expect(daysAhead(tenDays, netOf(50), half)).toBe(-2.5)
  })

  test('are at most the days left, and none before the start', () => {
    expect(daysAhead(tenDays, netOf(900), half)).toBe(5)
    expect(daysAhead(tenDays, netOf(0), createdAt)).toBeNull()
  })
})
