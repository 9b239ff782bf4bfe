import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignId } from '../../shared/ids'
import type { OrderDetails } from '../../shared/orders/details'
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

/** The day's last millisecond: an order placed within the last second is of that day too. */
const lastOf = (day: Day, zone: Zone) => later(startOfDay(addDays(day, 1), zone), -1)

/** Whose days an address means. */
export const zoneOfSearch = (
  { campaignId, market }: OrdersSearch,
  campaigns: readonly { readonly id: CampaignId; readonly zone: Zone }[],
): Zone => campaigns.find(({ id }) => id === campaignId)?.zone ?? marketFacts[market ?? 'IN'].zone

/** What the address asks of the list; `zone` says whose days are meant. Newest first unless the address says otherwise. */
export function orderFilter(search: OrdersSearch, zone: Zone): OrderFilter {
  return {
    ...detailsOf(search, zone),
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

/** What the address asks besides; what it leaves out is left out here as well, so that equal lists are asked for in equal words. */
function detailsOf(search: OrdersSearch, zone: Zone): OrderDetails {
  const { startedFrom, startedTo, eventFrom, eventTo } = search
  const asked: OrderDetails = {
    market: search.market,
    startedFrom: startedFrom && startOfDay(startedFrom, zone),
    startedTo: startedTo && lastOf(startedTo, zone),
    variantId: search.variantId,
    offerId: search.offerId,
    region: search.region,
    postalArea: search.postalArea,
    postalAreasBut: search.postalAreasBut,
    postalZone: search.postalZone,
    reason: search.reason,
    wait: search.wait,
    event: search.event,
    eventFrom: eventFrom && startOfDay(eventFrom, zone),
    eventTo: eventTo && lastOf(eventTo, zone),
    eventHour: search.eventHour,
    eventWeekday: search.eventWeekday,
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
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
  'market',
  'startedFrom',
  'startedTo',
  'variantId',
  'offerId',
  'region',
  'postalArea',
  'postalAreasBut',
  'postalZone',
  'reason',
  'wait',
  'event',
  'eventFrom',
  'eventTo',
  'eventHour',
  'eventWeekday',
] as const satisfies readonly (keyof OrdersSearch & keyof OrderFilter)[]
export type FilterName = (typeof filterNames)[number]

/** The address without these filters. */
export function without(search: OrdersSearch, ...names: readonly FilterName[]): OrdersSearch {
  const left = { ...search }
  for (const name of names) Reflect.deleteProperty(left, name)
  return left
}
