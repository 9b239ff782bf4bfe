import type { Campaign } from '../campaigns/campaign'
import { campaignState } from '../campaigns/campaignState'
import type { CampaignView } from '../campaigns/requests'
import type { Tally } from '../campaigns/tally'
import { nothing } from '../money'
import { fullTime, type Instant } from '../time'
import { outcomeOf, type Decision } from './decide'
import { allOwedBack, keptByOrders, prove, statementLines, totalOf } from './lines'
import type { SettlementPreview } from './requests'

/** What stands in the way of settling the campaign at `at`, in sentences; empty where nothing does. */
export function blockedBy(campaign: Campaign, at: Instant): readonly string[] {
  switch (campaignState(campaign, at)) {
    case 'draft':
      return ['This campaign was never launched.']
    case 'scheduled':
    case 'live':
    case 'funded':
      return [`This campaign runs until ${fullTime(campaign.endsAt, campaign.zone)}.`]
    case 'ended, to be settled':
      return []
    case 'settling':
      return ['The settlement of this campaign has been approved and is under way.']
    case 'succeeded':
    case 'failed':
      return ['This campaign has been settled.']
  }
}

/** Paid orders that a failure would still void, and what would become owed for them; none where the campaign succeeded. */
export function toVoid(outcome: Decision['outcome'], tally: Tally) {
  return outcome === 'failed'
    ? { orders: tally.net.orders - tally.voided.orders, amount: keptByOrders(tally) }
    : { orders: 0, amount: nothing }
}

/**
 * What settling the campaign would come to, from its facts at `at`. Looking decides nothing. Refunds that are owed or on their way
 * already are not owed again: only the rest is.
 */
export function previewSettlement(view: CampaignView, at: Instant): SettlementPreview {
  const { campaign, tally } = view
  const { outcome, reason } = campaign.settlement ?? outcomeOf(campaign, tally)
  const { orders, amount } = toVoid(outcome, tally)
  const now = statementLines(tally)
  const lines = outcome === 'failed' ? allOwedBack(now) : now
  prove(now, keptByOrders(tally))
  prove(lines, outcome === 'failed' ? nothing : keptByOrders(tally))
  return {
    campaign: view,
    outcome,
    reason,
    ordersToVoid: orders,
    newlyOwed: amount,
    lines,
    total: totalOf(lines),
    blockedBy: blockedBy(campaign, at),
  }
}
