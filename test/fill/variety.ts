import { id, type PaymentId } from '../../shared/ids'
import type { Order, Payment, RefundEvent } from '../../shared/orders/order'
import { oweRefund } from '../../shared/orders/oweRefund'
import { later, minute, type Instant } from '../../shared/time'
import type { BenchCampaign } from '../bench/shop'

/** Whoever does what staff do in these orders. */
const by = 'Meera Iyer'

/** So many of the last orders of a live campaign came a moment ago and await their payment. */
const awaiting = 40

/**
 * The n-th order of a campaign as one of the states that a shop in full swing has: the measurements know only orders that are through
 * with everything, here some refunds are still owed, sent or failed, some parcels on their way, and some money came late.
 */
export function varied(order: Order, n: number, { fate, orders, campaign }: BenchCampaign, at: Instant): Order {
  if (fate === 'live' && n >= orders - awaiting) return justPlaced(order, orders - n, campaign.paymentWindowMinutes, at)
  if (order.payments.length === 0) return n % 9 === 0 ? withLateMoney(order, campaign.endsAt) : order
  if (order.refunds.length > 0) return withRefundsAt(order, n)
  if (fate === 'delivered' && n % 5 === 0) return { ...order, deliveredAt: null }
  if (fate === 'to ship' && n % 2 === 0) return shipped(order, later(campaign.endsAt, 48 * 60 * minute))
  return order
}

function justPlaced(order: Order, fromEnd: number, windowMinutes: number, at: Instant): Order {
  const placedAt = later(at, -Math.ceil(fromEnd / 2) * minute)
  const payBy = later(placedAt, windowMinutes * minute)
  return { ...order, placedAt, payBy, lapsedAt: null, payments: [], cancellations: [], refunds: [] }
}

function withLateMoney(order: Order, endsAt: Instant): Order {
  const paidAt = later(order.payBy, 10 * minute)
  const payment: Payment = {
    id: id<PaymentId>(`${order.id}-p1`),
    mode: 'net banking',
    reference: `late_${String(order.sequence)}`,
    amount: order.total,
    units: 0,
    paidAt,
    recordedAt: paidAt,
    recordedBy: by,
    late: paidAt > endsAt ? 'after the end' : 'after the payment window',
  }
  return oweRefund({ ...order, payments: [payment] }, payment, order.total, 'late money', paidAt)
}

/** Seven of ten have the money back; the others are owed, sent, or failed. */
function withRefundsAt(order: Order, n: number): Order {
  const failed = (at: Instant): RefundEvent => ({ kind: 'failed', at, by, reason: 'The account is closed' })
  return {
    ...order,
    refunds: order.refunds.map((refund) => {
      const [sent] = refund.events
      if (!sent || n % 10 > 2) return refund
      return { ...refund, events: [[], [sent], [sent, failed(later(sent.at, minute))]][n % 10] ?? [] }
    }),
  }
}

const shipped = (order: Order, at: Instant): Order => ({
  ...order,
  shipment: { carrier: 'Delhivery', trackingNumber: `DL${String(order.sequence).padStart(10, '0')}`, at, by },
})
