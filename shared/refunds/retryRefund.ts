import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import { refuse, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import { isEscalated } from './refundState'
import { moveRefund } from './transitions'

/**
 * Makes a failed refund owed again, under the same identity and key. Refused for refunds that have not failed; from the second
 * failure on a manager has to do it, who has found out why.
 */
export function retryRefund(order: Order, refundId: RefundId, _ask: object, by: Actor, at: Instant): Result<Order> {
  const moved = moveRefund(order, refundId, 'retry', { kind: 'owed again', at, by: actorName(by) })
  if (!moved.ok) return moved
  const refund = order.refunds.find(({ id }) => id === refundId)
  const mayRetry = by.kind === 'staff' && by.roles.includes('manager')
  return refund !== undefined && isEscalated(refund) && !mayRetry
    ? refuse('refund-escalated', 'This refund has failed twice. A manager finds out why and puts it back.')
    : moved
}
