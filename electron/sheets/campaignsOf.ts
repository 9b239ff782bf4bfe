import { campaignLabel } from '../../shared/campaigns/campaignLabel'
import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignId } from '../../shared/ids'
import type { Zone } from '../../shared/time'
import { productNames, type ProductNames } from '../requests/views'
import type { CampaignWithTally, Reads } from '../store/store'

/** The campaigns whose orders a list can hold, and what is told of the one it is about. */
export interface CampaignsOfList {
  readonly byId: ReadonlyMap<CampaignId, CampaignWithTally>
  /** Those that were launched, or the one the list is about. */
  readonly concerned: readonly CampaignWithTally[]
  readonly names: ProductNames
  /** Of the one it is about. */
  readonly label: string | null
  /** Whose days its filters mean. */
  readonly zone: Zone
}

export async function campaignsOf(read: Reads, campaignId: CampaignId | null): Promise<CampaignsOfList> {
  const [all, names] = await Promise.all([read.campaigns.all(), productNames(read)])
  const one = all.find(({ campaign }) => campaign.id === campaignId)
  return {
    byId: new Map(all.map((found) => [found.campaign.id, found])),
    concerned: one === undefined ? all.filter(({ campaign }) => campaign.launchedAt !== null) : [one],
    names,
    label:
      one === undefined
        ? null
        : campaignLabel({ campaign: one.campaign, productName: names.get(one.campaign.productId) ?? '' }),
    zone: one?.campaign.zone ?? marketFacts.IN.zone,
  }
}
