import type { Campaign } from '../campaigns/campaign'
import type { Order, Refund } from '../orders/order'
import { assert } from '../result'
import type { Instant } from '../time'
import { dueBy, routeOf } from './dueClock'
import { failures, refundState } from './refundState'
import type { RefundRow } from './requests'

/** One of the order's refunds as the queue shows it at `at`. */
export function refundRow(
  order: Order,
  refund: Refund,
  campaign: Campaign,
  productName: string,
  at: Instant,
): RefundRow {
  const payment = order.payments.find(({ id }) => id === refund.paymentId)
  assert(payment !== undefined, 'every refund belongs to a payment of its order')
  return {
    refund,
    state: refundState(refund),
    orderId: order.id,
    orderNumber: order.number,
    supporterName: order.supporter.name,
    campaignId: order.campaignId,
    productName,
    mode: payment.mode,
    currency: order.currency,
    zone: campaign.zone,
    paymentReference: payment.reference,
    paidAt: payment.paidAt,
    dueBy: dueBy(refund, payment.mode, campaign.zone),
    failures: failures(refund),
    route: routeOf(payment, at),
  }
}
