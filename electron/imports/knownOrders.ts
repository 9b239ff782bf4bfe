import type { CampaignId } from '../../shared/ids'
import { everyOrder } from '../../shared/orders/requests'
import type { ImportedOrder } from '../../shared/sheets/readImportRow'
import type { Instant } from '../../shared/time'
import { settingsOf } from '../settings'
import type { Reads } from '../store/store'
import { breath } from './breath'

interface Known {
  readonly number: string
  readonly campaignId: CampaignId
  readonly units: number
}

const sliceLength = 200

/** The orders that came from the storefront before, by its own numbers. */
export async function knownOrders(read: Reads, at: Instant, check: () => void): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>()
  if ((await settingsOf(read)).importedOrders === 0) return known
  const { offset: _offset, ...every } = everyOrder
  const all = await read.orders.walk(every, at)
  const pause = breath()
  for (let from = 0; from < all.total; from += sliceLength) {
    check()
    for (const { storefrontReference, number, campaignId, units } of await all.slice(from, sliceLength)) {
      if (storefrontReference !== null) known.set(storefrontReference, { number, campaignId, units })
    }
    await pause()
  }
  return known
}

/** What a row says of an order that is here already: null where it is that order. */
export function contradicts(known: Known, { campaignId, units }: ImportedOrder): string | null {
  if (known.campaignId !== campaignId) return `This order is here already as ${known.number}, in another campaign.`
  return known.units === units
    ? null
    : `This order is here already as ${known.number}, with ${known.units} units. Correct the file or that order.`
}
