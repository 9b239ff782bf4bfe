import type { Order, Refund } from '../orders/order'
import { refuse, type Refused } from '../result'
import { timeLeft, type Instant } from '../time'
import { heldUntil, isHeld } from './held'
import { doubtOf, waitsInBatch } from './refundState'

/**
 * Why an owed refund may not be sent now, by hand or with a batch; null where it may. `batchId` is the batch that is being sent: it
 * holds its refunds against everyone else.
 */
export function whyNotSent(order: Order, refund: Refund, at: Instant, batchId: string | null = null): Refused | null {
  const until = heldUntil(order, refund.id)
  if (until !== null && isHeld(order, refund.id, at))
    return refuse(
      'refund-held',
      `The cancellation behind this refund can still be undone (${timeLeft(until, at)}). Release the refund to send it now.`,
    )
  const holder = waitsInBatch(refund)
  if (holder !== null && holder !== batchId) {
    return refuse('refund-in-batch', 'This refund is in a batch that is to be sent. Withdraw the batch first.')
  }
  return doubtOf(refund) === null
    ? null
    : refuse('refund-doubted', 'The gateway contradicts itself about this refund. Look into it and clear it up first.')
}
