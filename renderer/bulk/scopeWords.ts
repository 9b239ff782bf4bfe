import { detailWords, type FilterNames, type OrderDetails } from '../../shared/orders/details'
import type { OrderFilter } from '../../shared/orders/requests'
import { shortTime, type Zone } from '../../shared/time'

/** The exact filter of a job, a part a filter that is set; `zone` says whose clocks are meant. */
export function filterInWords(filter: OrderFilter, zone: Zone, names: FilterNames): readonly string[] {
  const { text, states, campaignId, mode, placedFrom, placedTo, toShip, overdue } = filter
  // By name, so that a filter without its words does not compile.
  const words: Readonly<Record<Exclude<keyof OrderFilter, keyof OrderDetails>, string | null>> = {
    text: text === '' ? null : `Search: ${text}`,
    states: states.length === 0 ? null : `State: ${states.join(', ')}`,
    campaignId: campaignId === null ? null : `Campaign: ${names.campaign ?? '…'}`,
    mode: mode === null ? null : `Paid by: ${mode}`,
    placedFrom: placedFrom === null ? null : `Placed from ${shortTime(placedFrom, zone)}`,
    placedTo: placedTo === null ? null : `Placed to ${shortTime(placedTo, zone)}`,
    toShip: toShip ? 'To ship' : null,
    overdue: overdue ? 'Past the shipping promise' : null,
  }
  const details = Object.values(detailWords(filter, zone, names))
  return [...Object.values(words), ...details].filter((part) => part !== null)
}
