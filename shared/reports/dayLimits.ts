import { addDays, startOfDay, type Day, type Instant, type Zone } from '../time'

/** From the first instant of a day of a zone to the first one of the next. */
interface DayLimits {
  readonly start: Instant
  readonly end: Instant
}

const known = new Map<Zone, Map<Day, DayLimits>>()
const mostKnown = 4096

/** When a day of the zone begins and ends, remembered: breakdowns and curves ask for the same days again and again. */
export function dayLimits(day: Day, zone: Zone): DayLimits {
  const days = known.get(zone) ?? new Map<Day, DayLimits>()
  known.set(zone, days)
  const found = days.get(day)
  if (found !== undefined) return found
  if (days.size >= mostKnown) days.clear()
  const made = { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) }
  days.set(day, made)
  return made
}
