import type { Campaign } from '../../campaigns/campaign'
import type { Count, Tally } from '../../campaigns/tally'
import { dayOf, daysBetween, earlierOf, laterOf, type Day, type Instant } from '../../time'
import { dayLimits } from '../dayLimits'

/** How much of something was reached at an instant. */
interface Reached {
  readonly at: Instant
  readonly value: number
}

/**
 * How a campaign's paid net grew from its start, at the ends of its days, up to its end or `at`. `of` says what of it. What was cancelled
 * after the end is not in it: a curve tells of the timeline.
 */
export interface Curve {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly until: Instant
  /** Corners, oldest first; between two of them a day's payments count as spread evenly over the day. */
  readonly corners: readonly Reached[]
}

export function curveOf(campaign: Campaign, tally: Tally, of: (count: Count) => number, at: Instant): Curve {
  const { startsAt, zone } = campaign
  const endsAt = earlierOf(campaign.endsAt, campaign.calledOff?.at ?? campaign.endsAt)
  const until = laterOf(startsAt, earlierOf(at, endsAt))
  const corners: Reached[] = [{ at: startsAt, value: 0 }]
  let value = 0
  for (const day of daysUpTo(tally, dayOf(until, zone))) {
    const counts = tally.byDay[day]
    const change = counts === undefined ? 0 : of(counts.paid) - of(counts.cancelled)
    if (change === 0) continue
    const { start, end } = dayLimits(day, zone)
    corners.push({ at: within(start, startsAt, until), value })
    value += change
    corners.push({ at: within(end, startsAt, until), value })
  }
  return { startsAt, endsAt, until, corners }
}

const daysUpTo = ({ byDay }: Tally, last: Day): readonly Day[] =>
  (Object.keys(byDay) as Day[]).filter((day) => day <= last).sort()

const within = (at: Instant, from: Instant, to: Instant): Instant => laterOf(from, earlierOf(at, to))

/** What the curve was at rising shares of the timeline, 0 to 1; null where it has not come to yet. */
export function atShares({ startsAt, endsAt, until, corners }: Curve, shares: readonly number[]): (number | null)[] {
  let next = 0
  return shares.map((share) => {
    const at = startsAt + (endsAt - startsAt) * share
    if (at > until) return null
    while (next < corners.length && (corners[next]?.at ?? 0) <= at) next += 1
    const [before, after] = [corners[next - 1], corners[next]]
    if (before === undefined) return 0
    if (after === undefined) return before.value
    return before.value + ((after.value - before.value) * (at - before.at)) / (after.at - before.at)
  })
}

/** How many days of its zone a campaign has up to `at`, counted from the day of its start; 0 before it. */
function daysRun({ startsAt, endsAt, calledOff, zone }: Campaign, at: Instant): number {
  const last = earlierOf(at, earlierOf(endsAt, calledOff?.at ?? endsAt))
  return Math.max(0, daysBetween(dayOf(startsAt, zone), dayOf(last, zone)) + 1)
}

/** What was reached at the end of each day since the start, the day of the start first; what is paid today so far counts. */
export function byDayRun(campaign: Campaign, tally: Tally, of: (count: Count) => number, at: Instant): number[] {
  const first = dayOf(campaign.startsAt, campaign.zone)
  // Whatever the clock did, nothing that counts is lost: what lies before the start stands on its first day.
  const values = Array.from({ length: daysRun(campaign, at) }, () => 0)
  for (const [day, { paid, cancelled }] of Object.entries(tally.byDay)) {
    const place = Math.max(0, daysBetween(first, day as Day))
    if (place < values.length) values[place] = (values[place] ?? 0) + of(paid) - of(cancelled)
  }
  let sum = 0
  return values.map((value) => (sum += value))
}
