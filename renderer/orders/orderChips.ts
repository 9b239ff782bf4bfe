import { orderFilterWords } from '../../shared/orders/filterWords'
import type { Zone } from '../../shared/time'
import { orderFilter, without, type FilterName } from './orderFilter'
import type { OrdersSearch } from './search'

export interface OrderChip {
  readonly key: FilterName
  readonly label: string
  /** The address once this filter is dropped. */
  readonly rest: OrdersSearch
}

/** The filters that are set, in words. `campaignName` is null until the campaign is known. */
export function orderChips(search: OrdersSearch, zone: Zone, campaignName: string | null): readonly OrderChip[] {
  const set = orderFilterWords(orderFilter(search, zone), zone, campaignName)
  const oneDay = search.placedFrom !== undefined && search.placedFrom === search.placedTo
  return set.map(({ name, words }) => ({
    key: name,
    label: words,
    rest: name === 'placedFrom' && oneDay ? without(search, 'placedFrom', 'placedTo') : without(search, name),
  }))
}
