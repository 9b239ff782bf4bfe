import { useMemo } from 'react'
import type { FilterNames } from '../../shared/orders/details'
import { useAsk } from '../api'
import type { OrdersSearch } from './search'

/** What the ids in an address stand for; `campaign` is how its campaign is called, null until that is known. */
export function useFilterNames({ campaignId, variantId, offerId }: OrdersSearch, campaign: string | null): FilterNames {
  const choices = useAsk(
    'orders.choices',
    { campaignId: campaignId ?? null },
    { enabled: campaignId !== undefined && (variantId !== undefined || offerId !== undefined) },
  )
  const known = choices.state === 'loaded' ? choices.value : null
  return useMemo(
    () => ({
      campaign,
      variant: known?.variants.find(({ id }) => id === variantId)?.name ?? null,
      offer: known?.offers.find(({ id }) => id === offerId)?.name ?? null,
    }),
    [campaign, known, variantId, offerId],
  )
}
