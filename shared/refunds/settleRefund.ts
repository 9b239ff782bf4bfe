import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import type { Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import { moveRefund } from './transitions'

/** Notes that a sent refund has reached the supporter, with the bank's ARN or RRN. Refused for refunds that are not in flight. */
export const settleRefund = (
  order: Order,
  refundId: RefundId,
  { bankReference }: { readonly bankReference: string },
  by: Actor,
  at: Instant,
): Result<Order> => moveRefund(order, refundId, 'settle', { kind: 'settled', at, by: actorName(by), bankReference })
