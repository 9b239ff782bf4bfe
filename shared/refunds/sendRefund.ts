import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import type { Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import { whyNotSent } from './mayBeSent'
import { moveRefund } from './transitions'

/**
 * Notes that an owed refund was handed to the gateway (or the bank), under the key it has had from the start, with the gateway's
 * reference. Refused while it is in flight, in a batch, doubted or held by a cancellation that can be undone, once it is settled, and
 * after a failure until it is owed again.
 */
export function sendRefund(
  order: Order,
  refundId: RefundId,
  { reference }: { readonly reference: string },
  by: Actor,
  at: Instant,
): Result<Order> {
  const moved = moveRefund(order, refundId, 'send', { kind: 'sent', at, by: actorName(by), reference })
  if (!moved.ok) return moved
  const refund = order.refunds.find(({ id }) => id === refundId)
  return (refund && whyNotSent(order, refund, at)) ?? moved
}
