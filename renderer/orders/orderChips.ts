import type { FilterNames } from '../../shared/orders/details'
import { orderFilterWords } from '../../shared/orders/filterWords'
import type { Zone } from '../../shared/time'
import { filterNames, orderFilter, without, type FilterName } from './orderFilter'
import type { OrdersSearch } from './search'

export interface OrderChip {
  readonly key: FilterName
  readonly label: string
  /** The address once this filter is dropped. */
  readonly rest: OrdersSearch
}

/** Parts of an address that one chip tells of, by the one that it is told as. */
const together: Partial<Record<FilterName, readonly FilterName[]>> = {
  startedFrom: ['startedFrom', 'startedTo'],
  event: ['event', 'eventFrom', 'eventTo', 'eventHour', 'eventWeekday'],
  // Variants and offers are a campaign's own.
  campaignId: ['campaignId', 'variantId', 'offerId'],
}

/** The filters that are set, in words. */
export function orderChips(search: OrdersSearch, zone: Zone, names: FilterNames): readonly OrderChip[] {
  const set = orderFilterWords(orderFilter(search, zone), zone, names)
  const oneDay = search.placedFrom !== undefined && search.placedFrom === search.placedTo
  return set.flatMap(({ name, words }) => {
    const key = filterNames.find((known) => known === name)
    if (key === undefined) return []
    const dropped = key === 'placedFrom' && oneDay ? (['placedFrom', 'placedTo'] as const) : (together[key] ?? [key])
    return { key, label: words, rest: without(search, ...dropped) }
  })
}
