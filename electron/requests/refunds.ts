import type { OrderId, RefundId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { clearUpRefund } from '../../shared/refunds/clearUpRefund'
import { failRefund } from '../../shared/refunds/failRefund'
import { refundRow } from '../../shared/refunds/refundRow'
import { batchOf, doubtingBatches, refundState } from '../../shared/refunds/refundState'
import type { RefundRow } from '../../shared/refunds/requests'
import { releaseRefund } from '../../shared/refunds/releaseRefund'
import { retryRefund } from '../../shared/refunds/retryRefund'
import { sendRefund } from '../../shared/refunds/sendRefund'
import { settleRefund } from '../../shared/refunds/settleRefund'
import { ok, type Result } from '../../shared/result'
import type { Instant } from '../../shared/time'
import type { Reads, Transaction } from '../store/store'
import { settingsOf } from '../settings'
import type { CommandDesk, CommitDesk, FeatureHandlers } from './handler'
import { campaignsNamed } from './orders'
import { orderIn } from './record'
import { productNames } from './views'

export const refundsHandlers: FeatureHandlers<'refunds'> = {
  'refunds.page': async (query, { read, at }) => {
    const [{ rows, total }, { states, lateMoney }] = await Promise.all([
      read.refunds.page(query, at),
      read.refunds.counts(at),
    ])
    return ok({ rows: await refundRows(read, rows, at), total, counts: states, lateMoney })
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

  'refunds.release': ({ orderId, refundId }, desk) =>
    change(desk, orderId, refundId, 'Released', (order, { at, by }) => releaseRefund(order, refundId, by, at)),

  'refunds.clearUp': ({ orderId, refundId, note }, desk) =>
    change(desk, orderId, refundId, 'Cleared up', (order, { at, by }) =>
      clearUpRefund(order, refundId, { note }, by, at),
    ),
}

interface FoundRefund {
  readonly order: Order
  readonly refundIndex: number
}

/** Refunds as the queue shows them at `at`. */
export async function refundRows(
  read: Reads,
  found: readonly FoundRefund[],
  at: Instant,
): Promise<readonly RefundRow[]> {
  const [names, batches, { holidays }, campaigns] = await Promise.all([
    productNames(read),
    read.batches.all(),
    settingsOf(read),
    campaignsNamed(
      read,
      found.map(({ order }) => order),
    ),
  ])
  const byId = new Map(batches.map((batch) => [batch.id, batch]))
  return found.flatMap(({ order, refundIndex }) => {
    const refund = order.refunds[refundIndex]
    const campaign = campaigns.get(order.campaignId)?.campaign
    if (refund === undefined || campaign === undefined) return []
    return [
      refundRow(
        order,
        refund,
        { campaign, productName: names.get(order.productId) ?? '', batches: byId, holidays },
        at,
      ),
    ]
  })
}

/** Batches count what became of their refunds, also where a person noted it. */
async function countInBatches(tx: Transaction, refundId: RefundId, before: Order, after: Order): Promise<void> {
  const [was, is] = [before, after].map(({ refunds }) => refunds.find((refund) => refund.id === refundId))
  if (was === undefined || is === undefined) return
  const ended = refundState(was) === 'sent' && refundState(is) !== 'sent' ? batchOf(was) : null
  const left = doubtingBatches(is)
  const cleared = doubtingBatches(was).filter((batchId) => !left.includes(batchId))
  for (const batchId of new Set([...(ended === null ? [] : [ended]), ...cleared])) {
    const batch = await tx.batches.get(batchId)
    if (batch === null) continue
    tx.batches.put({
      ...batch,
      answered: batch.answered + Number(batchId === ended),
      doubted: batch.doubted - Number(cleared.includes(batchId)),
    })
  }
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
    await countInBatches(commit.tx, refundId, order.value, decided.value)
    const { campaignId, productId, number } = decided.value
    return ok({
      reply: { refundId },
      subject: { orderId, campaignId, productId },
      summary: `${what} a refund of ${number}`,
    })
  })
