import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import type { Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import { moveRefund } from './transitions'

/**
 * Notes that the gateway or the bank refused a sent refund. The money stays owed to the supporter and the refund stays in the queue
 * until it is tried again. Refused for refunds that are not in flight.
 */
export const failRefund = (
  order: Order,
  refundId: RefundId,
  { reason }: { readonly reason: string },
  by: Actor,
  at: Instant,
): Result<Order> => moveRefund(order, refundId, 'fail', { kind: 'failed', at, by: actorName(by), reason })
