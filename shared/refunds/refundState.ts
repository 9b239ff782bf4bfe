import type { RefundBatchId } from '../ids'
import type { Instant } from '../time'
import type { Refund } from '../orders/order'
import { refundState } from '../orders/refundState'

// The state belongs to the order's record, whose contribution needs it; whoever works with refunds finds it here.
export { refundState } from '../orders/refundState'

/** How many times the gateway or the bank refused it. */
export const failures = (refund: Refund): number => refund.events.filter(({ kind }) => kind === 'failed').length

/** When what is on its way was sent; null for a refund that is not on its way. */
export const onItsWaySince = (refund: Refund): Instant | null =>
  refundState(refund) === 'sent' ? (refund.events.findLast(({ kind }) => kind === 'sent')?.at ?? null) : null

/** The batch that holds it and was not sent yet. */
export function waitsInBatch({ events }: Refund): RefundBatchId | null {
  const last = events.findLast(({ kind }) => kind === 'batched' || kind === 'taken out' || kind === 'sent')
  return last?.kind === 'batched' ? last.batchId : null
}

/** The batch that holds it or with which it was sent last; null where a person sent it alone, and after a withdrawal. */
export function batchOf({ events }: Refund): RefundBatchId | null {
  const last = events.findLast(({ kind }) => kind === 'batched' || kind === 'taken out' || kind === 'sent')
  return last === undefined || last.kind === 'taken out' ? null : (last.batchId ?? null)
}

/** Why someone has to look into it; null for a refund of which nothing is doubted. */
export function doubtOf({ events }: Refund): string | null {
  const last = events.findLast(({ kind }) => kind === 'doubted' || kind === 'cleared up')
  return last?.kind === 'doubted' ? last.why : null
}

/** Batches whose files said what is doubted and not cleared up. */
export function doubtingBatches({ events }: Refund): readonly RefundBatchId[] {
  const since = events.slice(events.findLastIndex(({ kind }) => kind === 'cleared up') + 1)
  return [
    ...new Set(since.flatMap(({ kind, batchId }) => (kind === 'doubted' && batchId !== undefined ? [batchId] : []))),
  ]
}

/** From the second failure on a person has to find out why, before it is tried again. */
export const failuresToEscalate = 2

export const isEscalated = (refund: Refund): boolean =>
  refundState(refund) === 'failed' && failures(refund) >= failuresToEscalate
