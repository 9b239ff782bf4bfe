import { campaignState } from '../../shared/campaigns/campaignState'
import type { Campaign, CampaignState } from '../../shared/campaigns/campaign'
import type { MakerId } from '../../shared/ids'
import type { Product } from '../../shared/products/product'
import { productState } from '../../shared/products/productState'
import type { ProductRow } from '../../shared/products/requests'
import type { Instant } from '../../shared/time'

/** How much a campaign of that state matters for its product now; the most urgent one is linked from the list. */
const urgency: Record<CampaignState, number> = {
  'ended, to be settled': 5,
  settling: 4,
  live: 3,
  funded: 3,
  scheduled: 2,
  draft: 1,
  succeeded: 0,
  failed: 0,
}

/** A product as the list shows it. `campaigns` are those of this product, newest first. */
export function productRow(
  product: Product,
  campaigns: readonly Campaign[],
  makerNames: ReadonlyMap<MakerId, string>,
  at: Instant,
): ProductRow {
  const byUrgency = campaigns.toSorted(
    (left, right) => urgency[campaignState(right, at)] - urgency[campaignState(left, at)],
  )
  return {
    product,
    state: productState(product, campaigns, at),
    makerName: product.makerId === null ? null : (makerNames.get(product.makerId) ?? null),
    campaigns: campaigns.length,
    campaignId: byUrgency[0]?.id ?? null,
  }
}
