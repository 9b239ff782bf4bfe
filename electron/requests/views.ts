import { campaignState } from '../../shared/campaigns/campaignState'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { ProductId } from '../../shared/ids'
import type { Instant } from '../../shared/time'
import type { CampaignWithTally, Reads } from '../store/store'

export type ProductNames = ReadonlyMap<ProductId, string>

export const productNames = async (read: Reads): Promise<ProductNames> =>
  new Map((await read.products.all()).map((product) => [product.id, product.name]))

/** A campaign as lists and pages show it. */
export const campaignView = (
  { campaign, tally }: CampaignWithTally,
  names: ProductNames,
  at: Instant,
): CampaignView => ({
  campaign,
  state: campaignState(campaign, at),
  tally,
  productName: names.get(campaign.productId) ?? '',
})

/** Every campaign as lists show it, newest first: there are hundreds at most. */
export async function campaignViews(read: Reads, at: Instant): Promise<readonly CampaignView[]> {
  const [campaigns, names] = await Promise.all([read.campaigns.all(), productNames(read)])
  return campaigns.map((found) => campaignView(found, names, at))
}
