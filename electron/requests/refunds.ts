import type { OrderId, RefundId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { failRefund } from '../../shared/refunds/failRefund'
import { refundRow } from '../../shared/refunds/refundRow'
import { retryRefund } from '../../shared/refunds/retryRefund'
import { sendRefund } from '../../shared/refunds/sendRefund'
import { settleRefund } from '../../shared/refunds/settleRefund'
import { ok, type Result } from '../../shared/result'
import type { CommandDesk, CommitDesk, FeatureHandlers } from './handler'
import { campaignsNamed } from './orders'
import { orderIn } from './record'
import { productNames } from './views'

export const refundsHandlers: FeatureHandlers<'refunds'> = {
  'refunds.page': async (query, { read, at }) => {
    const [{ rows, total }, { states, lateMoney }, names] = await Promise.all([
      read.refunds.page(query, at),
      read.refunds.counts(at),
      productNames(read),
    ])
    const campaigns = await campaignsNamed(
      read,
      rows.map(({ order }) => order),
    )
    const shown = rows.flatMap(({ order, refundIndex }) => {
      const refund = order.refunds[refundIndex]
      const found = campaigns.get(order.campaignId)
      if (refund === undefined || found === undefined) return []
      return [refundRow(order, refund, found.campaign, names.get(order.productId) ?? '', at)]
    })
    return ok({ rows: shown, total, counts: states, lateMoney })
  },

  'refunds.send': ({ orderId, refundId, reference }, desk) =>
    change(desk, orderId, refundId, 'Sent', (order, { at, by }) => sendRefund(order, refundId, { reference }, by, at)),

  'refunds.settle': ({ orderId, refundId, bankReference }, desk) =>
    change(desk, orderId, refundId, 'Settled', (order, { at, by }) =>
      settleRefund(order, refundId, { bankReference }, by, at),
    ),

  'refunds.fail': ({ orderId, refundId, reason }, desk) =>
    change(desk, orderId, refundId, 'Noted the failure of', (order, { at, by }) =>
      failRefund(order, refundId, { reason }, by, at),
    ),

  'refunds.retry': ({ orderId, refundId }, desk) =>
    change(desk, orderId, refundId, 'Put back into the queue', (order, { at, by }) =>
      retryRefund(order, refundId, {}, by, at),
    ),
}

/** Reads the order, has `decide` decide about its refund, and saves the order it answers. */
const change = (
  desk: CommandDesk,
  orderId: OrderId,
  refundId: RefundId,
  what: string,
  decide: (order: Order, desk: CommitDesk) => Result<Order>,
) =>
  desk.commit(async (commit) => {
    const order = await orderIn(commit.tx, orderId, 'orderId')
    if (!order.ok) return order
    await commit.lapseDue(order.value.campaignId)
    const decided = decide(order.value, commit)
    if (!decided.ok) return decided
    commit.tx.orders.put(decided.value)
    const { campaignId, productId, number } = decided.value
    return ok({
      reply: { refundId },
      subject: { orderId, campaignId, productId },
      summary: `${what} a refund of ${number}`,
    })
  })
