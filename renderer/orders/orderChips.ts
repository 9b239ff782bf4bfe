import { shortDay, startOfDay, type Day, type Zone } from '../../shared/time'
import { without, type FilterName } from './orderFilter'
import type { OrdersSearch } from './search'

export interface OrderChip {
  readonly key: FilterName
  readonly label: string
  /** The address once this filter is dropped. */
  readonly rest: OrdersSearch
}

/** The filters that are set, in words. `campaignName` is null until the campaign is known. */
export function orderChips(search: OrdersSearch, zone: Zone, campaignName: string | null): readonly OrderChip[] {
  const onDay = (day: Day): string => shortDay(startOfDay(day, zone), zone)
  const chip = (key: FilterName, label: string): OrderChip => ({ key, label, rest: without(search, key) })
  const { text, states, campaignId, mode, placedFrom, placedTo, toShip, overdue } = search
  const oneDay = placedFrom !== undefined && placedFrom === placedTo
  return [
    ...(text === undefined || text === '' ? [] : [chip('text', `Search: ${text}`)]),
    ...(states === undefined || states.length === 0 ? [] : [chip('states', `State: ${states.join(', ')}`)]),
    ...(campaignId === undefined ? [] : [chip('campaignId', `Campaign: ${campaignName ?? '…'}`)]),
    ...(mode === undefined ? [] : [chip('mode', `Paid by: ${mode}`)]),
    ...(oneDay
      ? [{ ...chip('placedFrom', `Placed on ${onDay(placedFrom)}`), rest: without(search, 'placedFrom', 'placedTo') }]
      : [
          ...(placedFrom === undefined ? [] : [chip('placedFrom', `Placed from ${onDay(placedFrom)}`)]),
          ...(placedTo === undefined ? [] : [chip('placedTo', `Placed to ${onDay(placedTo)}`)]),
        ]),
    ...(toShip === true ? [chip('toShip', 'To ship')] : []),
    ...(overdue === true ? [chip('overdue', 'Past the shipping promise')] : []),
  ]
}
