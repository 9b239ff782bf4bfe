import { startOfDay, type Day, type Instant, type Zone } from '../time'

const starts = new Map<string, Instant>()
const mostKnown = 4096

/** `startOfDay`, remembered: breakdowns and curves ask for the same days again and again. */
export function dayStart(day: Day, zone: Zone): Instant {
  const name = `${day} ${zone}`
  const known = starts.get(name)
  if (known !== undefined) return known
  if (starts.size >= mostKnown) starts.clear()
  const found = startOfDay(day, zone)
  starts.set(name, found)
  return found
}
