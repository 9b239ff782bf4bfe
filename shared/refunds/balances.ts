import type { PaymentId } from '../ids'
import { minor, type Minor } from '../money'
import type { Order, RefundState } from '../orders/order'
import { assert } from '../result'
import { refundState } from './refundState'

/** What became of one payment's money; the four refund states never come to more than was paid. */
export interface Balance extends Readonly<Record<RefundState, Minor>> {
  readonly paymentId: PaymentId
  readonly paid: Minor
  /** Paid and not promised back. */
  readonly remaining: Minor
}

/** The balance of each payment, in the order in which they were recorded, computed from the order's money facts alone. */
export function balances(order: Order): readonly Balance[] {
  const known = new Set(order.payments.map(({ id }) => id))
  assert(
    order.refunds.every(({ paymentId }) => known.has(paymentId)),
    'every refund belongs to a payment of its order',
  )
  return order.payments.map(({ id, amount: paid }) => {
    const sums: Record<RefundState, number> = { owed: 0, sent: 0, settled: 0, failed: 0 }
    for (const refund of order.refunds) {
      const state = refundState(refund)
      if (refund.paymentId === id && state !== 'withdrawn') sums[state] += refund.amount
    }
    const promised = sums.owed + sums.sent + sums.settled + sums.failed
    assert(promised >= 0 && promised <= paid, 'refunds lie between nothing and what was paid')
    return {
      paymentId: id,
      paid,
      owed: minor(sums.owed),
      sent: minor(sums.sent),
      settled: minor(sums.settled),
      failed: minor(sums.failed),
      remaining: minor(paid - promised),
    }
  })
}
