import type { Refund, RefundEvent, RefundStanding } from './order'
import type { Instant } from '../time'

/** Null where an event leaves the state as it is. */
const stateAfter: Record<RefundEvent['kind'], RefundStanding | null> = {
  batched: null,
  'taken out': null,
  sent: 'sent',
  acknowledged: null,
  settled: 'settled',
  failed: 'failed',
  'owed again': 'owed',
  doubted: null,
  'cleared up': null,
  released: null,
  withdrawn: 'withdrawn',
}

/** What its events made of a refund; one that nothing happened to is owed. */
export function refundState(refund: Refund): RefundStanding {
  const last = refund.events.findLast(({ kind }) => stateAfter[kind] !== null)
  return (last && stateAfter[last.kind]) ?? 'owed'
}

/** When it was confirmed as arrived; null for a refund that has not arrived. */
export const settledAt = (refund: Refund): Instant | null =>
  refundState(refund) === 'settled' ? (refund.events.findLast(({ kind }) => kind === 'settled')?.at ?? null) : null
