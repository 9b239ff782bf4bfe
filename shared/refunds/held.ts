import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import type { Instant } from '../time'

/**
 * Until when, inclusive, a refund waits because its cancellation can be undone; null for one that waits for nothing: it gives back
 * something else, has been released, sent or withdrawn, or its cancellation never could be undone.
 */
export function heldUntil(order: Order, refundId: RefundId): Instant | null {
  const refund = order.refunds.find(({ id }) => id === refundId)
  if (refund === undefined || refund.events.length > 0) return null
  return order.cancellations.find((cancellation) => cancellation.refundId === refundId)?.undoUntil ?? null
}

/** Whether an owed refund still waits at `at` and must not be sent. */
export function isHeld(order: Order, refundId: RefundId, at: Instant): boolean {
  const until = heldUntil(order, refundId)
  return until !== null && at <= until
}
