import { marketFacts } from '../../shared/campaigns/market'
import { addDays, atTime, dayOf, endOfDay, type Instant } from '../../shared/time'

const { zone } = marketFacts.IN

/** Days of the sample shop in India, counted from today: -1 is yesterday. */
export interface Calendar {
  /** Now. Nothing in the shop happens later. */
  readonly at: Instant
  readonly time: (offset: number, clock: string) => Instant
  readonly endOf: (offset: number) => Instant
  /** Whether staff are in the office. */
  readonly isWorkingDay: (offset: number) => boolean
}

export function calendarAround(at: Instant): Calendar {
  const dayAt = (offset: number) => addDays(dayOf(at, zone), offset)
  return {
    at,
    time: (offset, clock) => atTime(dayAt(offset), clock, zone),
    endOf: (offset) => endOfDay(dayAt(offset), zone),
    isWorkingDay(offset) {
      const weekday = new Date(`${dayAt(offset)}T00:00:00Z`).getUTCDay()
      return weekday !== 0 && weekday !== 6
    },
  }
}
