import { marketFacts } from '../../shared/campaigns/market'
import type { OrderFilter } from '../../shared/orders/requests'
import { shortTime } from '../../shared/time'

const { zone } = marketFacts.IN

/** The exact filter of a job, a part a filter that is set. `campaignName` is null until it is known. */
export function filterInWords(filter: OrderFilter, campaignName: string | null): readonly string[] {
  const { text, states, campaignId, mode, placedFrom, placedTo, toShip, overdue } = filter
  // By name, so that a filter without its words does not compile.
  const words: Readonly<Record<keyof OrderFilter, string | null>> = {
    text: text === '' ? null : `Search: ${text}`,
    states: states.length === 0 ? null : `State: ${states.join(', ')}`,
    campaignId: campaignId === null ? null : `Campaign: ${campaignName ?? '…'}`,
    mode: mode === null ? null : `Paid by: ${mode}`,
    placedFrom: placedFrom === null ? null : `Placed from ${shortTime(placedFrom, zone)}`,
    placedTo: placedTo === null ? null : `Placed to ${shortTime(placedTo, zone)}`,
    toShip: toShip ? 'To ship' : null,
    overdue: overdue ? 'Past the shipping promise' : null,
  }
  return Object.values(words).filter((part) => part !== null)
}
