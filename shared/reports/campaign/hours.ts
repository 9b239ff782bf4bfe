import { addDays, dayOf, earlierOf, hour, later, startOfDay, timeOfDay, type Day, type Instant } from '../../time'
import { ratio } from '../chartTable'
import { weekdayOf } from '../../weekday'
import type { CampaignFacts } from './facts'

/** One hour of a campaign, counted from the start of its zone's day. Units; null before the start and for hours to come. */
export interface CampaignHour {
  readonly day: Day
  readonly from: Instant
  /** What the clocks of the zone show when it begins, 0 to 23: twice the same, or none, where they are changed. */
  readonly clock: number
  /** Null after the end as well: nothing can be paid in time any more. */
  readonly paid: number | null
  readonly cancelled: number | null
  readonly lapsed: number | null
}

/**
 * Every hour of a campaign from its start's day to its end's, or to the last day on which anything happened. A day has as many hours as it
 * has in the zone: 23 or 25 where the clocks change. Of an hour that is under way it tells what has happened so far.
 */
export function hoursOf({ campaign, breakdown }: CampaignFacts, at: Instant): readonly CampaignHour[] {
  const { zone, startsAt, endsAt, calledOff } = campaign
  const over = calledOff?.at ?? endsAt
  const known = Object.keys(breakdown.days).sort()
  const first = [dayOf(startsAt, zone), ...known.slice(0, 1)].sort()[0] as Day
  const last = [dayOf(endsAt, zone), ...known.slice(-1)].sort().at(-1) as Day
  const hours: CampaignHour[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const counts = breakdown.days[day]
    const next = startOfDay(addDays(day, 1), zone)
    let place = 0
    for (let from = startOfDay(day, zone); from < next; from = later(from, hour)) {
      const begun = from <= at && earlierOf(later(from, hour), next) > startsAt
      // What is on record is told in any case: clocks of gateways may be wrong.
      const of = (units: readonly number[] | undefined, counts: boolean): number | null => {
        const told = units?.[place] ?? 0
        return told !== 0 || counts ? told : null
      }
      hours.push({
        day,
        from,
        clock: Number(timeOfDay(from, zone).slice(0, 2)),
        paid: of(counts?.paidByHour, begun && from <= over),
        cancelled: of(counts?.cancelledByHour, begun),
        lapsed: of(counts?.lapsedByHour, begun),
      })
      place += 1
    }
  }
  return hours
}

/** What one hour of the clock brought over all days. Units; null where the campaign has seen no such hour yet. */
export interface ClockHour {
  readonly clock: number
  readonly paid: number | null
  readonly cancelled: number | null
  readonly lapsed: number | null
  /** Paid units each time the clock showed this hour. */
  readonly paidEach: number | null
}

type Counted = 'paid' | 'cancelled' | 'lapsed'

/** A campaign by hour of the clock, 0 to 23. An hour that the clocks show twice on a day counts twice in the mean. */
export function clockHours(hours: readonly CampaignHour[]): readonly ClockHour[] {
  return Array.from({ length: 24 }, (_none, clock): ClockHour => {
    const own = hours.filter((each) => each.clock === clock)
    const known = (which: Counted): readonly number[] => own.flatMap((each) => each[which] ?? [])
    const sum = (which: Counted): number | null =>
      known(which).length === 0 ? null : known(which).reduce((total, units) => total + units, 0)
    return {
      clock,
      paid: sum('paid'),
      cancelled: sum('cancelled'),
      lapsed: sum('lapsed'),
      paidEach: ratio(sum('paid'), known('paid').length),
    }
  })
}

/** Paid units by day and hour of the clock: of each day 24, null where the hour was skipped, is to come or lies before the start. */
export function dayGrid(
  hours: readonly CampaignHour[],
): readonly { readonly day: Day; readonly cells: readonly (number | null)[] }[] {
  const days = new Map<Day, (number | null)[]>()
  for (const { day, clock, paid } of hours) {
    const cells = days.get(day) ?? Array<number | null>(24).fill(null)
    days.set(day, cells)
    if (paid !== null) cells[clock] = (cells[clock] ?? 0) + paid
  }
  return [...days].map(([day, cells]) => ({ day, cells }))
}

/** Paid units by weekday, Monday first, and hour of the clock: sums of all such hours; null where there was none yet. */
export function weekdayGrid(hours: readonly CampaignHour[]): readonly (readonly (number | null)[])[] {
  const cells = Array.from({ length: 7 }, () => Array<number | null>(24).fill(null))
  for (const { day, clock, paid } of hours) {
    const line = cells[weekdayOf(day)]
    if (paid !== null && line !== undefined) line[clock] = (line[clock] ?? 0) + paid
  }
  return cells
}
