import type { ProductId } from '../ids'
import type { Instant } from '../time'

/**
 * What a product's rules need to know of its campaigns. Campaigns stand above products and name their product, so
 * only these facts of theirs are known here.
 */
export interface SaleCampaign {
  readonly productId: ProductId
  readonly launchedAt: Instant | null
  readonly fundedAt: Instant | null
  readonly settlement: object | null
}

/** Whether a campaign of the product has been launched and is not settled: supporters rely on what the product says. */
export const hasUnsettledCampaign = (productId: ProductId, campaigns: readonly SaleCampaign[]): boolean =>
  campaigns.some(
    (campaign) => campaign.productId === productId && campaign.launchedAt !== null && campaign.settlement === null,
  )
