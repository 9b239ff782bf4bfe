import type { RefundBatchId } from '../ids'
import type { Campaign } from '../campaigns/campaign'
import type { Order, Refund } from '../orders/order'
import { assert } from '../result'
import type { Instant } from '../time'
import { dueBy, routeOf } from './dueClock'
import { batchName, type RefundBatch } from './batches/batch'
import { batchOf, doubtOf, failures, isEscalated, refundState, waitsInBatch } from './refundState'
import { heldUntil, isHeld } from './held'
import { daysOffIn, type Holidays } from '../settings/holidays'
import type { RefundRow } from './requests'

/** Every batch by its id; there are hundreds. */
export type BatchesById = ReadonlyMap<RefundBatchId, RefundBatch>

export interface RefundSurroundings {
  readonly campaign: Campaign
  readonly productName: string
  readonly batches: BatchesById
  readonly holidays: Holidays
}

/** One of the order's refunds as the queue shows it at `at`. */
export function refundRow(
  order: Order,
  refund: Refund,
  { campaign, productName, batches, holidays }: RefundSurroundings,
  at: Instant,
): RefundRow {
  const payment = order.payments.find(({ id }) => id === refund.paymentId)
  assert(payment !== undefined, 'every refund belongs to a payment of its order')
  const batchId = batchOf(refund)
  const batch = batchId === null ? undefined : batches.get(batchId)
  const state = refundState(refund)
  assert(state !== 'withdrawn', 'a withdrawn refund is in no queue')
  return {
    refund,
    state,
    heldUntil: isHeld(order, refund.id, at) ? heldUntil(order, refund.id) : null,
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
    late: payment.late,
    dueBy: dueBy(refund, payment.mode, campaign.zone, daysOffIn(holidays, campaign.market)),
    failures: failures(refund),
    escalated: isEscalated(refund),
    doubt: doubtOf(refund),
    batch:
      batch === undefined ? null : { id: batch.id, name: batchName(batch), waits: waitsInBatch(refund) === batch.id },
    route: routeOf(payment, at),
  }
}
