import { setImmediate } from 'node:timers/promises'
import { id, type CampaignId, type CommandId } from '../../shared/ids'
import type { Campaign } from '../../shared/campaigns/campaign'
import { voidOrder } from '../../shared/orders/voidOrder'
import { assert } from '../../shared/result'
import { closeSettlement } from '../../shared/settlement/statement'
import { noteBatch } from '../../shared/settlement/run'
import { actorName, program } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import { changesOf } from '../audit/changes'
import { openTrail } from '../audit/trail'
import type { Shop } from '../shop'
import type { CampaignWithTally, Transaction } from '../store/store'

/** Orders of one commit: few enough that whoever else wants to save waits for a moment only. */
export const ordersInBatch = 300

/**
 * Runs an approved settlement to its statement: paid orders of a failed campaign are voided batch by batch, each batch one
 * commit that names itself; then the statement closes it. Where the last run stopped is a fact of the campaign, so it goes on there
 * after a crash, and running it again changes nothing. Two run at a time, one after the other in the store: while the disk
 * takes one batch, the next is worked out.
 */
export async function runSettlement(shop: Shop, campaignId: CampaignId, stopped: () => boolean): Promise<void> {
  let over = false
  async function steps(): Promise<void> {
    try {
      while (!over && !stopped()) {
        if (await shop.store.transact((tx) => step(shop, tx, campaignId))) return
        // Others get their turn between two batches.
        await setImmediate()
      }
    } finally {
      over = true
    }
  }
  const ends = await Promise.allSettled([steps(), steps()])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** One commit of the run. Answers whether there is nothing left to do. */
async function step(shop: Shop, tx: Transaction, campaignId: CampaignId): Promise<boolean> {
  const found = await tx.campaigns.get(campaignId)
  const settlement = found?.campaign.settlement ?? null
  if (found === null || settlement === null || settlement.statement !== null) return true
  const at = shop.clock.now()
  if (settlement.outcome === 'failed') {
    const orders = await tx.read.orders.toVoid(campaignId, settlement.lastOrderId, ordersInBatch)
    if (orders.length > 0) {
      const voided = orders.map((order) => {
        const decided = voidOrder(order, at)
        assert(decided.ok, `order ${order.number} of a failed campaign can be voided`)
        tx.orders.put(decided.value)
        return decided.value
      })
      const noted = noteBatch(found.campaign, voided, at)
      assert(noted.ok, 'a batch of a decided settlement is taken note of')
      tx.campaigns.put(noted.value)
      await note(
        shop,
        tx,
        noted.value,
        at,
        'settlement.batch',
        `Batch ${settlement.batches + 1}: ${voided.length} orders voided and owed back`,
      )
      return false
    }
  }
  await close(shop, tx, found, at)
  return true
}

async function close(shop: Shop, tx: Transaction, { campaign, tally }: CampaignWithTally, at: Instant): Promise<void> {
  const closed = closeSettlement(campaign, tally, at)
  assert(closed.ok, 'a settlement whose run is over can be closed')
  tx.campaigns.put(closed.value)
  await note(shop, tx, closed.value, at, 'settlement.close', 'Closed the settlement with its statement')
}

async function note(
  shop: Shop,
  tx: Transaction,
  campaign: Campaign,
  at: Instant,
  action: string,
  summary: string,
): Promise<void> {
  const trail = await openTrail(tx)
  trail.append({
    commandId: id<CommandId>(shop.newId()),
    inputDigest: '',
    action,
    at,
    byId: null,
    byName: actorName(program),
    subject: { campaignId: campaign.id, productId: campaign.productId },
    summary,
    changes: changesOf(tx.puts().filter((put) => put.kind !== 'order')),
    reply: null,
  })
}
