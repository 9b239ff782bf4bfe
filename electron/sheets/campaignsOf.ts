import { campaignLabel } from '../../shared/campaigns/campaignLabel'
import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignId } from '../../shared/ids'
import type { FilterNames } from '../../shared/orders/details'
import type { OrderFilter } from '../../shared/orders/requests'
import type { Zone } from '../../shared/time'
import { filterNames } from '../requests/filterNames'
import type { ProductNames } from '../requests/views'
import type { CampaignWithTally, Reads } from '../store/store'

/** The campaigns whose orders a list can hold, and what is told of the one it is about. */
export interface CampaignsOfList {
  readonly byId: ReadonlyMap<CampaignId, CampaignWithTally>
  /** Those that were launched, or the one the list is about. */
  readonly concerned: readonly CampaignWithTally[]
  readonly names: ProductNames
  /** Of what its filter names by an id. */
  readonly filterNames: FilterNames
  /** Whose days its filters mean. */
  readonly zone: Zone
}

/** What a list is about; null where its orders were chosen one by one. */
export type ListFilter = Pick<OrderFilter, 'campaignId' | 'market' | 'variantId' | 'offerId'> | null

export async function campaignsOf(read: Reads, filter: ListFilter): Promise<CampaignsOfList> {
  const [all, products] = await Promise.all([read.campaigns.all(), read.products.all()])
  const names: ProductNames = new Map(products.map(({ id, name }) => [id, name]))
  const one = all.find(({ campaign }) => campaign.id === filter?.campaignId)
  const label = one === undefined ? null : labelOf(one, names)
  return {
    byId: new Map(all.map((found) => [found.campaign.id, found])),
    concerned: one === undefined ? all.filter(({ campaign }) => campaign.launchedAt !== null) : [one],
    names,
    filterNames: filterNames(filter ?? {}, label, one, products),
    zone: one?.campaign.zone ?? marketFacts[filter?.market ?? 'IN'].zone,
  }
}

const labelOf = ({ campaign }: CampaignWithTally, names: ProductNames): string =>
  campaignLabel({ campaign, productName: names.get(campaign.productId) ?? '' })
