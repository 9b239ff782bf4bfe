import type { Count } from '../../campaigns/tally'
import type { Minor } from '../../money'
import type { Wait } from '../../orders/grouping'
import type { PromiseTerms } from '../../orders/shipBy'

/** What a breakdown needs to know of its campaign; none of it changes once there is an order that it matters for. */
export type BreakdownTerms = PromiseTerms

/**
 * What a campaign's orders did on one day of its zone, beyond what its tally says of that day. Hours are counted from the start of the
 * day, so a day on which the clocks change has 23 or 25 of them; hours without anything at the end of the day are left out.
 */
export interface DayBreakdown {
  /** Units paid in time, by hour. */
  readonly paidByHour: readonly number[]
  /** Paid units given up, by hour. */
  readonly cancelledByHour: readonly number[]
  /** Units whose payment window closed, by hour. */
  readonly lapsedByHour: readonly number[]
  readonly lapsed: Count
  readonly shipped: Count
  /** Everything that was paid, in time or late. */
  readonly captured: Minor
  /** What became owed back; refunds that were withdrawn are in no sum. */
  readonly owed: Minor
  /** What was confirmed as arrived. */
  readonly refunded: Minor
}

/** By what a campaign's orders are told apart; a key that nothing falls under is absent. */
export interface Groups<Sum> {
  /** Paid net of cancellations, by state or province; see `regionOf` for how they are written. */
  readonly regions: Readonly<Record<string, Sum>>
  /** Paid net of cancellations, by the first three digits of the postal code: in India the sorting district. */
  readonly postalAreas: Readonly<Record<string, Sum>>
  /** Cancelled units by reason; `orders` counts cancellations. */
  readonly reasons: Readonly<Record<string, Sum>>
  /** Paid in time, by the id of the offer it was bought with; without one under the empty name. */
  readonly offers: Readonly<Record<string, Sum>>
  /** Paid in time, by how long it took from placing the order. */
  readonly waits: Readonly<Partial<Record<Wait, Sum>>>
  /** Shipped within the shipping promise, or after it. */
  readonly promises: Readonly<Partial<Record<'kept' | 'broken', Sum>>>
  /** Paid and neither shipped nor voided, by the day of the campaign's zone on which it was placed. */
  readonly toShip: Readonly<Record<string, Sum>>
}

/**
 * A campaign's numbers in finer parts than its tally: what charts of days, hours, places and reasons show. Like the tally it is the sum of
 * what each order contributes, and nothing else; days and keys without anything are absent.
 */
export interface Breakdown {
  readonly days: Readonly<Record<string, DayBreakdown>>
  readonly groups: Groups<Count>
}

export const emptyGroups: Groups<never> = {
  regions: {},
  postalAreas: {},
  reasons: {},
  offers: {},
  waits: {},
  promises: {},
  toShip: {},
}

/** Of a campaign without orders. */
export const emptyBreakdown: Breakdown = { days: {}, groups: emptyGroups }
