import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import { refuse, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import { isHeld } from './held'
import { moveRefund } from './transitions'

/**
 * Lets a refund be sent although its cancellation could still be undone, which it can no more from then on. Refused for refunds that
 * nothing holds.
 */
export function releaseRefund(order: Order, refundId: RefundId, by: Actor, at: Instant): Result<Order> {
  const released = moveRefund(order, refundId, 'release', { kind: 'released', at, by: actorName(by) })
  if (released.ok && !isHeld(order, refundId, at))
    return refuse('refund-not-held', 'Nothing holds this refund: it can be sent.')
  return released
}
