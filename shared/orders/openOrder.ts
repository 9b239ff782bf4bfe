import type { Instant } from '../time'
import type { Order, RefundStanding } from './order'
import { orderState } from './orderState'
import { refundState } from './refundState'

const isOver: Record<RefundStanding, boolean> = {
  owed: false,
  sent: false,
  settled: true,
  failed: false,
  withdrawn: true,
}

/** Whether something about the order is still to be done: it awaits payment or shipping, or money is not back yet. */
export function isOpen(order: Order, at: Instant): boolean {
  const state = orderState(order, at)
  if (state === 'awaiting payment' || state === 'paid') return true
  return order.refunds.some((refund) => !isOver[refundState(refund)])
}
