import type { Currency } from '../../money'
import { addDays, dayOf, earlierOf, laterOf, startOfDay, type Day, type Instant, type Zone } from '../../time'

/** Sizes of targets can be compared within one of these alone. */
export type Measure = Currency | 'units'

/** What one calendar day brought, paid net of cancellations, in the target's measure. */
export interface SeenDay {
  readonly from: Instant
  /** Exclusive: the next midnight, or the instant up to which the campaign is seen. */
  readonly to: Instant
  readonly orders: number
  readonly amount: number
}

/** A campaign as it is known at an instant. Everything that a forecast may look at, and nothing later. */
export interface SeenCampaign {
  readonly target: number
  readonly measure: Measure
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** False where the record names a start that is not when orders could first be placed. */
  readonly startIsKnown: boolean
  readonly until: Instant
  /** Whether the bar has reached 100 % by then. Stays so, whatever is cancelled later. */
  readonly reachedTarget: boolean
  /** Oldest first. Days without anything may be absent. */
  readonly days: readonly SeenDay[]
}

/** A campaign that is over, and what came of it. */
export interface PastCampaign extends Omit<SeenCampaign, 'until' | 'reachedTarget'> {
  readonly zone: Zone
  readonly funded: boolean
  /** What was paid in the end, in the target's measure. */
  readonly result: number
}

/** From when to when a calendar day of the zone belongs to a campaign that starts at `startsAt`. Follows the zone's clock changes. */
export function spanOf(day: Day, zone: Zone, startsAt: Instant): Pick<SeenDay, 'from' | 'to'> {
  const to = startOfDay(addDays(day, 1), zone)
  return { from: laterOf(startOfDay(day, zone), earlierOf(startsAt, to)), to }
}

/**
 * A past campaign as it was known at `at`. Its days carry no hours, so it is seen up to the last midnight: a day that had begun is not seen
 * at all, rather than in part of what it came to by its end.
 */
export function seenAt(past: PastCampaign, at: Instant): SeenCampaign {
  const midnight = startOfDay(dayOf(at, past.zone), past.zone)
  const { target, measure, startsAt, endsAt, startIsKnown } = past
  const days = past.days.filter(({ to }) => to <= midnight)
  let [amount, most] = [0, 0]
  for (const day of days) {
    amount += day.amount
    most = Math.max(most, amount)
  }
  const reachedTarget = most >= target
  return { target, measure, startsAt, endsAt, startIsKnown, until: laterOf(midnight, startsAt), reachedTarget, days }
}

/** The instant at which a share of the timeline is over. */
export const atShare = ({ startsAt, endsAt }: Pick<SeenCampaign, 'startsAt' | 'endsAt'>, share: number): Instant =>
  Math.floor(startsAt + (endsAt - startsAt) * share) as Instant

/** Paid orders so far, net of those cancelled whole. */
export const ordersOf = ({ days }: SeenCampaign): number => days.reduce((sum, { orders }) => sum + orders, 0)

/** Paid so far ÷ target. */
export const reachedShare = ({ days, target }: SeenCampaign): number =>
  days.reduce((sum, { amount }) => sum + amount, 0) / target

/** The share of the timeline that is over, 0 to 1. */
export const elapsedShare = ({ startsAt, endsAt, until }: SeenCampaign): number =>
  Math.min(1, Math.max(0, (until - startsAt) / (endsAt - startsAt)))
