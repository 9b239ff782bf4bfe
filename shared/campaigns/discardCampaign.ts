import { ok, refuse, type Result } from '../result'
import type { Campaign } from './campaign'

/** Whether the campaign may be removed for good. Only a draft may: nothing refers to it yet. */
export const discardCampaign = (campaign: Campaign): Result<Campaign> =>
  campaign.launchedAt === null
    ? ok(campaign)
    : refuse('launched', 'A launched campaign stays on record. Only drafts can be discarded.')
