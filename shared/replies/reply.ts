import { inTimePayment, standing } from '../orders/orderState'
import type { Order, Refund } from '../orders/order'
import { refundState } from '../orders/refundState'

export const replyKinds = ['payment received', 'cancelled', 'refund sent', 'shipped'] as const
export type ReplyKind = (typeof replyKinds)[number]

/** The refund that was sent last and is on its way or has arrived. */
export function lastSent({ refunds }: Order): { readonly refund: Refund; readonly at: Refund['owedAt'] } | null {
  const sent = refunds.flatMap((refund) => {
    const state = refundState(refund)
    const event = state === 'sent' || state === 'settled' ? refund.events.findLast(({ kind }) => kind === 'sent') : null
    return event ? [{ refund, at: event.at }] : []
  })
  return sent.toSorted((left, right) => left.at - right.at).at(-1) ?? null
}

/** The replies that the order has facts for, the one about what happened last in its life first. */
export function repliesOf(order: Order): readonly ReplyKind[] {
  const has: Record<ReplyKind, boolean> = {
    'payment received': inTimePayment(order) !== null,
    cancelled: standing(order).length > 0,
    'refund sent': lastSent(order) !== null,
    shipped: order.shipment !== null,
  }
  return replyKinds.filter((kind) => has[kind]).reverse()
}
