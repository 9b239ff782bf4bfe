import type { Campaign, CampaignState } from '../campaigns/campaign'
import { campaignState } from '../campaigns/campaignState'
import { priceAt } from '../campaigns/priceAt'
import { times } from '../money'
import { ok, refuse, type Result } from '../result'
import { earlierOf, later, minute, type Instant } from '../time'
import type { OrderQuote } from './requests'

/** Why a campaign takes no orders in a state; null where it takes them. */
const closedIn: Record<CampaignState, string | null> = {
  live: null,
  funded: null,
  draft: 'This campaign has not been launched.',
  scheduled: 'This campaign has not started.',
  'ended, to be settled': 'This campaign has ended and takes no more orders.',
  settling: 'This campaign has ended and takes no more orders.',
  succeeded: 'This campaign has ended and takes no more orders.',
  failed: 'This campaign has ended and takes no more orders.',
}

/**
 * What so many units would come to at `at`, with the offer of the moment. Refused while the campaign takes no orders, and where
 * the amount would be beyond what can be counted exactly.
 */
export function quoteOrder(campaign: Campaign, units: number, at: Instant): Result<OrderQuote> {
  const closed = closedIn[campaignState(campaign, at)]
  if (closed !== null) return refuse('campaign-closed', closed, 'campaignId')
  const { unitPrice, offer } = priceAt(campaign, at)
  if (!Number.isSafeInteger(campaign.price * units))
    return refuse('amount-too-large', 'So many units come to an amount that is too large.', 'units')
  return ok({
    listPrice: campaign.price,
    unitPrice,
    total: times(unitPrice, units),
    offerName: offer?.name ?? null,
    payBy: earlierOf(later(at, campaign.paymentWindowMinutes * minute), campaign.endsAt),
  })
}
