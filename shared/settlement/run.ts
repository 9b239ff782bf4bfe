import type { Campaign } from '../campaigns/campaign'
import type { Order } from '../orders/order'
import { assert, ok, refuse, type Result } from '../result'
import type { Instant } from '../time'

/**
 * Notes in the campaign how far its settlement's run has come, in the same commit as the orders it voided, so that a crash goes on
 * after them. `voided` are the batch's orders as they are now, in the order of their ids. An empty batch changes nothing. Refused
 * where there is no failure to run.
 */
export function noteBatch(campaign: Campaign, voided: readonly Order[], at: Instant): Result<Campaign> {
  const { settlement } = campaign
  if (settlement?.outcome !== 'failed' || settlement.statement !== null)
    return refuse('nothing-to-run', 'This campaign has no settlement under way that voids orders.')
  let last = settlement.lastOrderId
  for (const order of voided) {
    assert(
      order.campaignId === campaign.id && order.voidedAt === at,
      "a batch is made of the campaign's orders voided now",
    )
    assert(last === null || order.id > last, 'a run meets each order once, in order')
    last = order.id
  }
  const ordersVoided = settlement.ordersVoided + voided.length
  assert(ordersVoided <= settlement.ordersToVoid, 'a run voids no more orders than were decided')
  if (voided.length === 0) return ok(campaign)
  return ok({
    ...campaign,
    settlement: { ...settlement, ordersVoided, batches: settlement.batches + 1, lastOrderId: last },
  })
}
