import { markets, type Market } from '../campaigns/market'
import { ok, refuse, type Result } from '../result'
import type { Day } from '../time'

/** A day on which banks of a market do not work. */
export interface Holiday {
  readonly market: Market
  readonly day: Day
  readonly name: string
}

export type Holidays = readonly Holiday[]

/** Some thirty years of them. */
const mostHolidays = 1000

/** Adds a holiday; the list stands by day. Refused where that market has one on that day already. */
export function addHoliday(holidays: Holidays, holiday: Holiday): Result<Holidays> {
  const known = holidays.find(isOn(holiday))
  if (known !== undefined) return refuse('holiday-known', `“${known.name}” is on that day already.`, 'day')
  if (holidays.length >= mostHolidays)
    return refuse('too-many', 'The list is full. Remove days that are long over.', 'day')
  return ok([...holidays, holiday].sort(byDay))
}

/** Takes a holiday off the list: due clocks count that day again. */
export function removeHoliday(holidays: Holidays, which: Pick<Holiday, 'market' | 'day'>): Result<Holidays> {
  const left = holidays.filter((holiday) => !isOn(which)(holiday))
  return left.length === holidays.length ? refuse('no-such-holiday', 'There is no such holiday.', 'day') : ok(left)
}

const isOn =
  ({ market, day }: Pick<Holiday, 'market' | 'day'>) =>
  (holiday: Holiday): boolean =>
    holiday.market === market && holiday.day === day

const byDay = (left: Holiday, right: Holiday): number =>
  left.day.localeCompare(right.day) || markets.indexOf(left.market) - markets.indexOf(right.market)

export type DaysOff = ReadonlySet<Day>

const known = new WeakMap<Holidays, ReadonlyMap<Market, DaysOff>>()

/** The days on which banks of the market do not work, weekends aside: the same set for the same list. */
export function daysOffIn(holidays: Holidays, market: Market): DaysOff {
  let byMarket = known.get(holidays)
  if (byMarket === undefined) {
    const daysOf = (each: Market) => new Set(holidays.flatMap(({ market: of, day }) => (of === each ? [day] : [])))
    byMarket = new Map(markets.map((each) => [each, daysOf(each)]))
    known.set(holidays, byMarket)
  }
  return byMarket.get(market) ?? new Set<Day>()
}
