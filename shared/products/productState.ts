import type { Instant } from '../time'
import type { Product, ProductState } from './product'
import type { SaleCampaign } from './saleCampaign'

/**
 * Names the state of a product. `campaigns` may hold those of other products: only the product's own matter.
 * A launched campaign counts from its approval, also before its start; once funded, the product is fit for sale and a
 * later failure does not undo that.
 */
export function productState(product: Product, campaigns: readonly SaleCampaign[], _at: Instant): ProductState {
  if (product.archivedAt !== null) return 'archived'
  const tried = campaigns.some(
    (campaign) =>
      campaign.productId === product.id &&
      campaign.launchedAt !== null &&
      campaign.settlement === null &&
      campaign.fundedAt === null,
  )
  if (tried) return 'in campaign'
  if (product.fitForSaleAt !== null) return 'fit for sale'
  if (product.offMarketAt !== null) return 'off the market'
  return product.readyAt === null ? 'draft' : 'ready'
}
