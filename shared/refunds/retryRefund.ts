import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import type { Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import { moveRefund } from './transitions'

/** Makes a failed refund owed again, under the same identity and key. Refused for refunds that have not failed. */
export const retryRefund = (order: Order, refundId: RefundId, _ask: object, by: Actor, at: Instant): Result<Order> =>
  moveRefund(order, refundId, 'retry', { kind: 'owed again', at, by: actorName(by) })
