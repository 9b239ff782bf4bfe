import { setImmediate } from 'node:timers/promises'
import { decideBulk } from '../../shared/bulk/decideBulk'
import type { BulkDeed } from '../../shared/bulk/job'
import type { CampaignId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { assert } from '../../shared/result'
import type { Actor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import { settingsOf } from '../settings'
import type { CampaignWithTally, Reads } from '../store/store'
import { asCommitted, factsFor } from './factsFor'
import { Trials, type Tried } from './trials'

/** So long nobody notices that the program is busy, in milliseconds. */
const slice = 8

/** Tries the deed on each order, by its own rule and without changing anything. Null when it was stopped. */
export async function rehearse(
  read: Reads,
  { deed, orders }: { readonly deed: BulkDeed; readonly orders: AsyncIterable<Order> },
  by: Actor,
  at: Instant,
  { tried, stopped }: { readonly tried: (count: number) => void; readonly stopped: () => boolean },
): Promise<Tried | null> {
  const trials = new Trials()
  const campaigns = new Map<CampaignId, CampaignWithTally>()
  const { undoMinutes } = await settingsOf(read)
  const records = asCommitted(read)
  let since = performance.now()
  for await (const order of orders) {
    const known = campaigns.get(order.campaignId) ?? (await read.campaigns.one(order.campaignId))
    assert(known !== null, 'the campaign of an order is on record')
    campaigns.set(order.campaignId, known)
    const asked = { deed, order, found: known, undoMinutes, jobId: null, news: null }
    const decided = decideBulk(deed, await factsFor(records, asked, at), by, at)
    if (decided.ok) trials.allow(order, known, decided.value)
    else trials.refuse(order, decided.refusal.message)
    if (performance.now() - since < slice) continue
    if (stopped()) return null
    tried(trials.tried)
    await setImmediate()
    since = performance.now()
  }
  return stopped() ? null : { ...trials.all(), news: null, belowTarget: await trials.belowTarget(read) }
}
