import { shortDay, type Instant, type Zone } from '../time'
import { detailWords, isWholeDay, type FilterNames } from './details'
import type { OrderFilter, OrderSort } from './requests'

export interface FilterWords<Name extends string> {
  readonly name: Name
  readonly words: string
}

/**
 * The filters of a list of orders that are set, in words; `zone` says whose days are meant. What is told as one stands under the name of its
 * first part.
 */
export function orderFilterWords(
  filter: OrderFilter,
  zone: Zone,
  names: FilterNames,
): readonly FilterWords<keyof OrderFilter>[] {
  const { text, states, campaignId, mode, placedFrom, placedTo, toShip, overdue } = filter
  const say = <Name extends keyof OrderFilter>(name: Name, words: string | null) =>
    words === null ? [] : [{ name, words }]
  const onDay = (at: Instant): string => shortDay(at, zone)
  const oneDay = placedFrom !== null && placedTo !== null && isWholeDay(placedFrom, placedTo, zone)
  return [
    ...say('text', text === '' ? null : `Search: ${text}`),
    ...say('states', states.length === 0 ? null : `State: ${states.join(', ')}`),
    ...say('campaignId', campaignId === null ? null : `Campaign: ${names.campaign ?? '…'}`),
    ...say('mode', mode === null ? null : `Paid by: ${mode}`),
    ...(oneDay
      ? say('placedFrom', `Placed on ${onDay(placedFrom)}`)
      : [
          ...say('placedFrom', placedFrom === null ? null : `Placed from ${onDay(placedFrom)}`),
          ...say('placedTo', placedTo === null ? null : `Placed to ${onDay(placedTo)}`),
        ]),
    ...say('toShip', toShip ? 'To ship' : null),
    ...say('overdue', overdue ? 'Past the shipping promise' : null),
    ...Object.entries(detailWords(filter, zone, names)).flatMap(([name, words]) =>
      say(name as keyof OrderFilter, words),
    ),
  ]
}

const sortWords: Record<OrderSort, readonly [ascending: string, descending: string]> = {
  sequence: ['oldest first', 'newest first'],
  total: ['smallest total first', 'largest total first'],
  units: ['fewest units first', 'most units first'],
  payBy: ['earliest to pay first', 'latest to pay first'],
  shipBy: ['first promised first', 'last promised first'],
}

/** "newest first". */
export const orderSortWords = (sort: OrderSort, descending: boolean): string => sortWords[sort][descending ? 1 : 0]
