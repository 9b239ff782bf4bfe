import type { Refund, RefundEvent, RefundState } from './order'

const stateAfter: Record<RefundEvent['kind'], RefundState> = {
  sent: 'sent',
  settled: 'settled',
  failed: 'failed',
  'owed again': 'owed',
}

/** What the last event made of a refund; one without events is owed. */
export function refundState(refund: Refund): RefundState {
  const last = refund.events.at(-1)
  return last === undefined ? 'owed' : stateAfter[last.kind]
}
