import { id, type CampaignId, type CommandId, type OrderId } from '../../shared/ids'
import { lapseOrder } from '../../shared/orders/lapseOrder'
import { assert } from '../../shared/result'
import { actorName, program } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import { openTrail, type Trail } from '../audit/trail'
import type { Shop } from '../shop'
import type { Transaction } from '../store/store'

interface LapseDesk {
  readonly tx: Transaction
  readonly trail: Trail
  readonly at: Instant
  readonly newId: () => string
}

/** One minute's lapses of one campaign lie far below; what is beyond waits for the next sweep. */
const mostAtOnce = 5000

/** Orders that lapse in one commit when nobody waits for it. */
const batch = 300

/**
 * Takes note of the campaign's due lapses as part of the commit in hand, with an audit entry of the program's own. Answers which
 * orders lapsed.
 */
export async function lapseWithin(
  { tx, trail, at, newId }: LapseDesk,
  campaignId: CampaignId,
  most = mostAtOnce,
): Promise<readonly OrderId[]> {
  const due = await tx.read.orders.toLapse(campaignId, at, most)
  if (due.length === 0) return []
  for (const order of due) {
    const lapsed = lapseOrder(order, at)
    assert(lapsed.ok, `order ${order.number} is due to lapse`)
    tx.orders.put(lapsed.value)
  }
  const [first] = due
  const single = due.length === 1 && first !== undefined
  trail.append({
    commandId: id<CommandId>(newId()),
    inputDigest: '',
    action: 'orders.lapse',
    at,
    byId: null,
    byName: actorName(program),
    subject: single ? { campaignId, orderId: first.id } : { campaignId },
    summary: single ? `${first.number} lapsed unpaid` : `${due.length} orders lapsed unpaid`,
    changes: [{ record: 'Orders', fact: 'lapsed', before: null, after: String(due.length) }],
    reply: null,
  })
  return due.map((order) => order.id)
}

/** Takes note of every lapse that is due, a few hundred orders to a commit. */
export async function lapseAllDue(shop: Shop): Promise<void> {
  for (const campaignId of await shop.store.read.orders.campaignsToLapse(shop.clock.now())) {
    let lapsed = batch
    while (lapsed === batch) {
      lapsed = await shop.store.transact(async (tx) => {
        const trail = await openTrail(tx)
        const ids = await lapseWithin({ tx, trail, at: shop.clock.now(), newId: shop.newId }, campaignId, batch)
        return ids.length
      })
    }
  }
}
