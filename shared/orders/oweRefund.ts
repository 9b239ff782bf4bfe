import { id, type RefundId } from '../ids'
import type { Minor } from '../money'
import { assert } from '../result'
import type { Instant } from '../time'
import type { Order, Payment, Refund, RefundCause } from './order'
import { refundState } from './refundState'

/**
 * Adds a refund that is owed for a payment from `at` on. Its key is made here, before anything is sent, and stays for ever. Owing
 * nothing adds nothing; owing more than is left of the payment is a defect of ours and throws.
 */
export function oweRefund(order: Order, payment: Payment, amount: Minor, cause: RefundCause, at: Instant): Order {
  if (amount === 0) return order
  let promised: number = amount
  for (const refund of order.refunds) {
    if (refund.paymentId === payment.id && refundState(refund) !== 'withdrawn') promised += refund.amount
  }
  assert(amount > 0 && promised <= payment.amount, 'a payment is never given back beyond what was paid')
  const refundId = id<RefundId>(`${order.id}-r${String(order.refunds.length + 1)}`)
  const refund: Refund = {
    id: refundId,
    key: `refund-${refundId}`,
    paymentId: payment.id,
    amount,
    cause,
    owedAt: at,
    events: [],
  }
  return { ...order, refunds: [...order.refunds, refund] }
}
