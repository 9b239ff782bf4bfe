import type { CampaignId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { everyOrder } from '../../shared/orders/requests'
import type { Instant } from '../../shared/time'
import type { Reads } from '../store/store'

/** Enough to be read at once, and few enough pages that asking for them costs little. */
const slice = 5000

/** Every order of the campaign, in the order of their numbers. */
export async function ordersOf(read: Reads, campaignId: CampaignId, at: Instant): Promise<readonly Order[]> {
  const orders: Order[] = []
  for (;;) {
    const page = { ...everyOrder, campaignId, offset: orders.length, limit: slice }
    const rows = await read.orders.page(page, at)
    orders.push(...rows)
    if (rows.length < slice) return orders
  }
}
