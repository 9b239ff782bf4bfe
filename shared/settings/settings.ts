import { id, type ReasonId } from '../ids'
import type { Instant } from '../time'
import type { Holidays } from './holidays'

/** A reason that cancellations are given, as managers word it. Orders keep the words of their time. */
export interface CancelReason {
  readonly id: ReasonId
  readonly words: string
  /** From then on it is not offered any more. */
  readonly retiredAt: Instant | null
}

/** What managers set for the work of support. */
export interface SupportSettings {
  /** In the order in which they are offered, retired ones among them. */
  readonly cancelReasons: readonly CancelReason[]
  /** How long a cancellation can be undone; 0 for never. */
  readonly undoMinutes: number
  /** By day; working days know weekends without them. */
  readonly holidays: Holidays
}

const reason = (name: string, words: string): CancelReason => ({
  id: id<ReasonId>(`reason-${name}`),
  words,
  retiredAt: null,
})

/** What every shop begins with. */
export const firstSupportSettings: SupportSettings = {
  cancelReasons: [
    reason('changed-their-mind', 'Changed their mind'),
    reason('ordered-twice', 'Ordered twice'),
    reason('wrong-variant', 'Wrong variant'),
    reason('found-elsewhere', 'Found it elsewhere'),
    reason('takes-too-long', 'Takes too long'),
    reason('another', 'Another reason'),
  ],
  undoMinutes: 10,
  holidays: [],
}

/** A day: money that is owed back is not held for longer. */
export const longestUndoMinutes = 1440

/** The reasons that are offered. */
export const reasonsInUse = ({ cancelReasons }: SupportSettings): readonly CancelReason[] =>
  cancelReasons.filter(({ retiredAt }) => retiredAt === null)
