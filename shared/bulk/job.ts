import type { BulkJobId, StaffId } from '../ids'
import type { Currency, Minor } from '../money'
import type { OrderFilter } from '../orders/requests'
import type { CourierNews } from '../shipping/courierNews'
import type { Instant } from '../time'

/** What a job does to each of its orders, alike. */
export type BulkDeed =
  /** Every unit that is left. */
  | { readonly kind: 'cancel'; readonly reason: string; readonly note: string }
  /** Handed to that carrier; tracking numbers come with the carrier's file. */
  | { readonly kind: 'ship'; readonly carrier: string }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'note'; readonly text: string }
  /** Into someone's hands, by the name they had then; null for nobody's. */
  | { readonly kind: 'assign'; readonly to: { readonly staffId: StaffId; readonly name: string } | null }
  /** What a courier's file says of each of them. */
  | { readonly kind: 'track' }
  /** Takes back what that job cancelled. */
  | { readonly kind: 'undo'; readonly jobId: BulkJobId }

/** Which orders were chosen. */
export type BulkScope =
  /** One by one. */
  | { readonly kind: 'chosen' }
  /** All that matched a filter at the rehearsal, but for some. */
  | { readonly kind: 'matching'; readonly filter: OrderFilter; readonly except: number }
  /** Those that a file names, as whoever chose it knows it; some of its rows name no order. */
  | { readonly kind: 'file'; readonly file: string; readonly rowsWithoutOrder: number }
  /** Those that another job has changed. */
  | { readonly kind: 'job'; readonly jobId: BulkJobId }

/** Money of one currency; amounts of different currencies are never added up. */
export interface BulkMoney {
  readonly currency: Currency
  readonly amount: Minor
}

/** Why orders were refused, in the words of the rule that refused them, and how many. */
export interface BulkReason {
  readonly message: string
  readonly orders: number
}

export interface BulkEnd {
  readonly at: Instant
  /** Halted: whoever started it may no longer do this. */
  readonly how: 'done' | 'stopped' | 'halted'
}

/** One deed on many orders: who, what, which, and how far it is. Its orders stand in its parts. */
export interface BulkJob {
  readonly id: BulkJobId
  readonly deed: BulkDeed
  readonly scope: BulkScope
  readonly byId: StaffId
  readonly byName: string
  /** The instant at which its orders were fixed and each was tried on its facts. */
  readonly rehearsedAt: Instant
  readonly startedAt: Instant
  readonly orders: number
  /** Those that the rehearsal found could be done. Nothing is ever done to any other order. */
  readonly possible: number
  readonly done: number
  /** By the rehearsal or in the run. */
  readonly refused: number
  /**
   * What the rehearsal found would be owed back in all, and what is owed back for the orders that are done; of an undoing, what is
   * no longer owed.
   */
  readonly expected: readonly BulkMoney[]
  readonly owed: readonly BulkMoney[]
  readonly reasons: readonly BulkReason[]
  readonly parts: number
  /** The part that is run next. */
  readonly next: number
  readonly stop: { readonly at: Instant; readonly by: string } | null
  readonly end: BulkEnd | null
  /** When the last of its cancellations can still be undone; absent where none can. */
  readonly undoUntil?: Instant
}

/** Nothing has been decided about the order. */
export const notReached = 0
export const isDone = 1
/** From here on an outcome is a refusal: the place of its reason in the job's reasons, plus this. */
const firstReason = 2

export const refusedFor = (place: number): number => firstReason + place

/** The place of the reason that an outcome names, or null where it is no refusal. */
export const reasonPlace = (outcome: number): number | null => (outcome < firstReason ? null : outcome - firstReason)

/** Some orders of a job, all of them run in one commit that also writes what came of each. */
export interface BulkPart {
  readonly jobId: BulkJobId
  readonly index: number
  /** The shop's counts of the orders. */
  readonly sequences: readonly number[]
  /** By place: `notReached`, `isDone` or a refusal. */
  readonly outcomes: readonly number[]
  /** By place: what the rehearsal found would be owed back. */
  readonly owed: readonly Minor[]
  /** By place: what the courier's file says; absent where there was none. */
  readonly news?: readonly CourierNews[]
}

/** Orders of one part: few enough that others who want to save wait for a moment only. */
export const ordersInPart = 50

export type BulkJobState = 'running' | 'stopping' | 'done' | 'stopped' | 'halted'

export const bulkJobState = ({ stop, end }: BulkJob): BulkJobState =>
  end !== null ? end.how : stop === null ? 'running' : 'stopping'
