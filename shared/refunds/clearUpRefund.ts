import type { RefundId } from '../ids'
import type { Order } from '../orders/order'
import { ok, refuse, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import { noteOnRefund } from './transitions'
import { doubtOf } from './refundState'

/** Notes what someone found out about a doubted refund, which may be sent again then. Refused where nothing is doubted. */
export function clearUpRefund(
  order: Order,
  refundId: RefundId,
  { note }: { readonly note: string },
  by: Actor,
  at: Instant,
): Result<Order> {
  const refund = order.refunds.find(({ id }) => id === refundId)
  if (refund === undefined) return refuse('refund-unknown', 'This order has no such refund.', 'refundId')
  if (doubtOf(refund) === null) return refuse('refund-not-doubted', 'Nothing is doubted about this refund.')
  return ok(noteOnRefund(order, refund, { kind: 'cleared up', at, by: actorName(by), note }))
}
