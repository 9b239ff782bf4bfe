import { allocate, minor, type Minor } from '../../shared/money'
import { marketFacts } from '../../shared/campaigns/market'
import { dayOf, earlierOf, hour, instant, laterOf, startOfDay, type Day, type Instant } from '../../shared/time'
import type { RecordedCampaign } from './recordedCampaign'

/** The zone in which the recorded days are dates. */
const zone = marketFacts.BR.zone

/** One contribution: an order of that amount, and when its money came. */
export interface Contribution {
  readonly amount: Minor
  readonly placedAt: Instant
  readonly paidAt: Instant
  /** Dated after the deadline's date: late money. */
  readonly late: boolean
}

export interface ReplayPlan {
  readonly target: Minor
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** In the order in which they happened. */
  readonly contributions: readonly Contribution[]
}

const centavos = (major: number): Minor => minor(Math.round(major * 100))

/**
 * What to do, and when, so that a recorded campaign happens again. A recorded day carries no hour: contributions count as made at its
 * noon, moved into the timeline where that lies outside, so that on the deadline's date the payment comes before the
 * deadline and money from before the launch comes at the launch. Money dated after the deadline's date belongs to an order that
 * was placed with the last instant and is paid on its day.
 */
export function planReplay(recorded: RecordedCampaign): ReplayPlan {
  const startsAt = instant(Date.parse(recorded.launchedAt))
  const endsAt = instant(Date.parse(recorded.deadline))
  const lastDay = dayOf(endsAt, zone)
  const contributions = recorded.days
    .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .flatMap(([day, count, amount]) => {
      const noon = instant(startOfDay(day, zone) + 12 * hour)
      const within = earlierOf(laterOf(noon, startsAt), endsAt)
      const late = isAfter(day, lastDay)
      return allocate(centavos(amount), Array<number>(count).fill(1)).map((share) => ({
        amount: share,
        placedAt: late ? endsAt : within,
        paidAt: late ? noon : within,
        late,
      }))
    })
  return { target: centavos(recorded.goal), startsAt, endsAt, contributions }
}

const isAfter = (day: Day, other: Day): boolean => day > other
