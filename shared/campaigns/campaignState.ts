import type { Instant } from '../time'
import type { Campaign, CampaignState } from './campaign'

/** Whether the campaign takes no more orders or payments. Its end is inclusive: at exactly `endsAt` it still runs. */
export const hasEnded = (campaign: Campaign, at: Instant): boolean =>
  campaign.calledOff !== null || at > campaign.endsAt

/** Names the state of a campaign from its facts and the instant. */
export function campaignState(campaign: Campaign, at: Instant): CampaignState {
  const { launchedAt, settlement } = campaign
  if (launchedAt === null) return 'draft'
  if (settlement !== null) return settlement.statement === null ? 'settling' : settlement.outcome
  if (hasEnded(campaign, at)) return 'ended, to be settled'
  if (at < campaign.startsAt) return 'scheduled'
  return campaign.fundedAt === null ? 'live' : 'funded'
}
