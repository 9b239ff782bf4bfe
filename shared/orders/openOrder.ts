import type { Instant } from '../time'
import type { Order } from './order'
import { orderState } from './orderState'
import { refundState } from './refundState'

/** Whether something about the order is still to be done: it awaits payment or shipping, or money is not back yet. */
export function isOpen(order: Order, at: Instant): boolean {
  const state = orderState(order, at)
  if (state === 'awaiting payment' || state === 'paid') return true
  return order.refunds.some((refund) => refundState(refund) !== 'settled')
}
