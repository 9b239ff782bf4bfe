import type { FilterNames } from '../../shared/orders/details'
import type { OrderFilter } from '../../shared/orders/requests'
import type { Product } from '../../shared/products/product'
import type { CampaignWithTally } from '../store/store'

/** What the ids of a filter stand for; `campaign` is how the campaign that it names is called. */
export function filterNames(
  { variantId, offerId }: Pick<OrderFilter, 'variantId' | 'offerId'>,
  campaign: string | null,
  found: CampaignWithTally | undefined,
  products: readonly Product[],
): FilterNames {
  const product = products.find(({ id }) => id === found?.campaign.productId)
  return {
    campaign,
    variant: product?.variants.find(({ id }) => id === variantId)?.name ?? null,
    offer: found?.campaign.offers.find(({ id }) => id === offerId)?.name ?? null,
  }
}
