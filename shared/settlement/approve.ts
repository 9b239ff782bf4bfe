import type { Campaign, Outcome, Settlement } from '../campaigns/campaign'
import type { Tally } from '../campaigns/tally'
import { formatMoney } from '../money'
import type { Product } from '../products/product'
import { assert, ok, refuse, type Result } from '../result'
import type { Actor } from '../staff/actor'
import type { Instant } from '../time'
import { outcomeOf } from './decide'
import { keptByOrders, prove, statementLines } from './lines'
import { blockedBy, toVoid } from './preview'

/** What the approver saw in the preview. */
export interface ApproveSettlementAsk {
  readonly outcome: Outcome
  readonly newlyOwed: number
}

export interface ApprovedSettlement {
  readonly campaign: Campaign
  readonly product: Product
}

/**
 * The one decision about a campaign, from stored facts; the run follows from it. A failure takes the product off the market,
 * unless an earlier campaign made it fit for sale. Refused before the end, a second time, and where the facts have moved since
 * the preview that was approved.
 */
export function approveSettlement(
  campaign: Campaign,
  tally: Tally,
  product: Product,
  { outcome: seenOutcome, newlyOwed }: ApproveSettlementAsk,
  by: Actor,
  at: Instant,
): Result<ApprovedSettlement> {
  assert(by.kind === 'staff', 'a settlement is approved by a person')
  assert(product.id === campaign.productId, "the product is the campaign's own")
  const [blocked] = blockedBy(campaign, at)
  if (blocked !== undefined) return refuse('settlement-blocked', blocked)
  const { outcome, reason } = outcomeOf(campaign, tally)
  const { orders, amount } = toVoid(outcome, tally)
  if (seenOutcome !== outcome || newlyOwed !== amount)
    return refuse(
      'settlement-moved',
      `The numbers have changed since you looked: the campaign has ${outcome} and ${formatMoney(amount, campaign.currency)} would become owed. Nothing was decided.`,
    )
  prove(statementLines(tally), keptByOrders(tally))
  const settlement: Settlement = {
    outcome,
    reason,
    decidedAt: at,
    approvedBy: by.staffId,
    approvedByName: by.name,
    ordersToVoid: orders,
    ordersVoided: 0,
    batches: 0,
    lastOrderId: null,
    statement: null,
  }
  const leaves = outcome === 'failed' && product.fitForSaleAt === null
  return ok({
    campaign: { ...campaign, settlement },
    product: leaves ? { ...product, offMarketAt: at } : product,
  })
}
