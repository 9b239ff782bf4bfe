import type { Refund, RefundEvent, RefundStanding } from './order'

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
