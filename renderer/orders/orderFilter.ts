import { marketFacts } from '../../shared/campaigns/market'
import type { ParsedInput } from '../../shared/requests'
import { addDays, later, startOfDay, type Day, type Zone } from '../../shared/time'
import type { OrdersSearch } from './search'

export type OrderFilter = Omit<ParsedInput<'orders.page'>, 'offset' | 'limit'>

/** What `orders.count` counts: the same list in any order. */
export function countedFilter({
  sort: _sort,
  descending: _descending,
  ...filter
}: OrderFilter): ParsedInput<'orders.count'> {
  return filter
}

/** Days without a campaign are days of the home market. */
export const homeZone = marketFacts.IN.zone

/** The day's last millisecond: an order placed within the last second is of that day too. */
const lastOf = (day: Day, zone: Zone) => later(startOfDay(addDays(day, 1), zone), -1)

/** What the address asks of the list; `zone` says whose days are meant. Newest first unless the address says otherwise. */
export function orderFilter(search: OrdersSearch, zone: Zone): OrderFilter {
  return {
    text: search.text ?? '',
    states: search.states ?? [],
    campaignId: search.campaignId ?? null,
    mode: search.mode ?? null,
    placedFrom: search.placedFrom === undefined ? null : startOfDay(search.placedFrom, zone),
    placedTo: search.placedTo === undefined ? null : lastOf(search.placedTo, zone),
    toShip: search.toShip ?? false,
    overdue: search.overdue ?? false,
    sort: search.sort ?? 'sequence',
    descending: search.descending ?? true,
  }
}

/** The filters that an address can carry, without sorting and the open form. */
export const filterNames = [
  'text',
  'states',
  'campaignId',
  'mode',
  'placedFrom',
  'placedTo',
  'toShip',
  'overdue',
] as const
export type FilterName = (typeof filterNames)[number]

/** The address without these filters. */
export function without(search: OrdersSearch, ...names: readonly FilterName[]): OrdersSearch {
  const left = { ...search }
  for (const name of names) Reflect.deleteProperty(left, name)
  return left
}
