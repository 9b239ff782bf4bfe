import type { CampaignView } from '../../shared/campaigns/requests'
import type { Order } from '../../shared/orders/order'
import { everyOrder } from '../../shared/orders/requests'
import { overdueIfPlacedBy } from '../../shared/orders/overdueToShip'
import { badgesFor } from '../../shared/overview/badges'
import { overviewOf } from '../../shared/overview/overview'
import type { Attention, Overview } from '../../shared/overview/requests'
import { ok } from '../../shared/result'
import type { Actor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import type { Reads } from '../store/store'
import type { FeatureHandlers } from './handler'
import { orderRows } from './orders'
import { campaignViews } from './views'

export const overviewHandlers: FeatureHandlers<'overview'> = {
  'overview.today': async (_input, { read, at }) => ok(await overview(read, at)),

  'overview.queue': async (_input, { read, at, by }) => {
    const [{ attention }, inHand] = await Promise.all([overview(read, at), ordersOf(read, by, at)])
    const { refundsFailed, refundsOverdue, shippingOverdue, lateMoney } = attention
    const urgent = { refundsFailed, refundsOverdue, shippingOverdue, lateMoney }
    return ok({ orders: await orderRows(read, inHand, at), urgent })
  },

  'overview.badges': async (_input, { read, at, by }) => {
    const [{ attention }, inHand] = await Promise.all([overview(read, at), ordersOf(read, by, at)])
    return ok(badgesFor(by.kind === 'staff' ? by.roles : [], attention, inHand.length))
  },
}

const ordersOf = async (read: Reads, by: Actor, at: Instant): Promise<readonly Order[]> =>
  by.kind === 'staff' ? read.orders.assignedTo(by.staffId, at) : []

/** What needs someone, counted at `at`. */
export const attentionIn = async (read: Reads, at: Instant): Promise<Attention> => (await overview(read, at)).attention

async function overview(read: Reads, at: Instant): Promise<Overview> {
  const campaigns = await campaignViews(read, at)
  const [counts, batches, overdue] = await Promise.all([
    read.refunds.counts(at),
    read.batches.all(),
    Promise.all(campaigns.map((view) => overdueToShip(read, view, at))),
  ])
  const shippingOverdue = overdue.reduce((sum, count) => sum + count, 0)
  const refunds = { ...counts, doubted: batches.reduce((sum, { doubted }) => sum + doubted, 0) }
  return overviewOf({ campaigns, refunds, shippingOverdue }, at)
}

/** Counts without reading an order: of those to ship, the ones placed too long ago. */
async function overdueToShip(read: Reads, { campaign, tally }: CampaignView, at: Instant): Promise<number> {
  const placedTo = overdueIfPlacedBy(campaign, at)
  if (placedTo === null || tally.toShip.orders === 0) return 0
  return read.orders.count({ ...everyOrder, campaignId: campaign.id, toShip: true, placedTo }, at)
}
