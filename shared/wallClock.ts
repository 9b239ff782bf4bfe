/**
 * The clocks on the walls of a zone. Wall times are written as the milliseconds that a clock in UTC would need to show the
 * same figures. Only Intl knows the zones' histories, so it is asked for both directions.
 */

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

const oneDay = 86_400_000

const quarter = 900_000
const mostQuartersKnown = 16_384
/** Offsets of quarters of an hour that were asked for lately: lists and exports ask for thousands of instants. */
const offsets = new Map<string, Map<number, number>>()

/**
 * What the clocks of the zone show at an instant, to the millisecond. Remembered where both ends of a quarter of an hour have one offset: no
 * clock was ever set twice within one.
 */
export function wallTimeOf(at: number, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  const which = Math.floor(at / quarter)
  const remembered = known.get(which)
  if (remembered !== undefined) return at + remembered
  const from = which * quarter
  const offset = shownAt(from, zone) - from
  const end = from + quarter - 1
  if (shownAt(end, zone) - end !== offset) return shownAt(at, zone)
  if (known.size >= mostQuartersKnown) known.clear()
  known.set(which, offset)
  return at + offset
}

function shownAt(at: number, zone: string): number {
  const shown = formatOf(zone).format(at).match(/\d+/gu)?.map(Number) ?? []
  const [month = 1, date = 1, year = 0, hours = 0, minutes = 0, seconds = 0] = shown
  const wall = new Date(0)
  wall.setUTCFullYear(year, month - 1, date)
  wall.setUTCHours(hours, minutes, seconds)
  return wall.getTime() + (((at % 1000) + 1000) % 1000)
}

/**
 * The instant at which the clocks show `wall`. Where they show it twice (set back) `first` or `last` is taken; where they
 * skip it (set forward), the moment they jump to (`first`) or the last whole second before (`last`).
 */
export function instantOfWallTime(wall: number, zone: string, which: 'first' | 'last'): number {
  const offsetNear = (near: number): number => wallTimeOf(near, zone) - near
  const [before, after] = [offsetNear(wall - oneDay), offsetNear(wall + oneDay)]
  if (before === after) return wall - before
  const [early, late] = [wall - Math.max(before, after), wall - Math.min(before, after)]
  const shownAt = [early, late].filter((at) => wallTimeOf(at, zone) === wall)
  if (shownAt.length > 0) return which === 'first' ? Math.min(...shownAt) : Math.max(...shownAt)
  const jump = jumpBetween(early, late, zone)
  return which === 'first' ? jump : jump - 1000
}

/** The first instant after the zone's offset changed, which lies in between. */
function jumpBetween(before: number, after: number, zone: string): number {
  const old = wallTimeOf(before, zone) - before
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallTimeOf(middle, zone) - middle === old) low = middle
    else high = middle
  }
  return high
}
