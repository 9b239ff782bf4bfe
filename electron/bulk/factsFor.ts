import type { BulkFacts } from '../../shared/bulk/decideBulk'
import type { BulkDeed } from '../../shared/bulk/job'
import type { BulkJobId, CampaignId, ProductId, StaffId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import type { Product } from '../../shared/products/product'
import { assert } from '../../shared/result'
import type { CourierNews } from '../../shared/shipping/courierNews'
import type { Account } from '../../shared/staff/account'
import type { Instant } from '../../shared/time'
import type { CampaignWithTally, Reads } from '../store/store'

/** Where records are found: as last committed, or as the commit in hand sees them. */
export interface Records {
  readonly product: (id: ProductId) => Promise<Product | null>
  readonly account: (id: StaffId) => Promise<Account | null>
  readonly unitsHeld: (campaignId: CampaignId, phone: string, at: Instant) => Promise<number>
}

export const asCommitted = (read: Reads): Records => ({
  product: (id) => read.products.one(id),
  account: (id) => read.staff.one(id),
  unitsHeld: (campaignId, phone, at) => read.orders.unitsHeld(campaignId, phone, at),
})

interface AskedOf {
  readonly deed: BulkDeed
  readonly order: Order
  readonly found: CampaignWithTally
  readonly undoMinutes: number
  readonly jobId: BulkJobId | null
  readonly news: CourierNews | null
}

/** What the deed's rule asks about one order; nothing is read that it does not ask about. */
export async function factsFor(records: Records, asked: AskedOf, at: Instant): Promise<BulkFacts> {
  const { deed, order, found, undoMinutes, jobId, news } = asked
  return {
    order,
    campaign: found.campaign,
    undoMinutes,
    jobId,
    news,
    room: deed.kind === 'undo' ? await roomFor(records, order, found, at) : null,
    assignee: deed.kind === 'assign' && deed.to !== null ? await records.account(deed.to.staffId) : null,
  }
}

async function roomFor(
  records: Records,
  { campaignId, productId, supporter }: Order,
  { tally }: CampaignWithTally,
  at: Instant,
): Promise<BulkFacts['room']> {
  const product = await records.product(productId)
  assert(product !== null, 'the product of an order is on record')
  return { tally, product, heldBySupporter: await records.unitsHeld(campaignId, supporter.phone, at) }
}
