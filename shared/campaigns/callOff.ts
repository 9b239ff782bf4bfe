import { assert, ok, refuse, type Result } from '../result'
import type { Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Campaign, CampaignState } from './campaign'
import { campaignState } from './campaignState'

/** Why a campaign in each state cannot be called off; null where it can. */
const goesOnBecause: Record<CampaignState, string | null> = {
  draft: 'This campaign was never launched. Discard it instead.',
  scheduled: null,
  live: null,
  funded: 'This campaign is funded, and funded stays: its supporters get what they ordered.',
  'ended, to be settled': 'This campaign has ended. Its settlement decides how.',
  settling: 'This campaign is being settled.',
  succeeded: 'This campaign has succeeded.',
  failed: 'This campaign has failed already.',
}

/** Ends a launched campaign before its time, as failed. Refused once it is funded, once it has ended, and without a reason. */
export function callOff(campaign: Campaign, reason: string, by: Actor, at: Instant): Result<Campaign> {
  if (campaign.calledOff !== null) return refuse('already-called-off', 'This campaign was called off already.')
  // Funded is never taken back, not even when later cancellations left the bar below 100 %.
  const state = campaignState(campaign, at)
  const because = goesOnBecause[state === 'scheduled' && campaign.fundedAt !== null ? 'funded' : state]
  if (because !== null) return refuse('not-callable-off', because)
  if (reason.trim() === '') return refuse('no-reason', 'Say why the campaign is called off.', 'reason')
  assert(by.kind === 'staff', 'only staff call a campaign off')
  return ok({
    ...campaign,
    calledOff: { at, by: by.staffId, byName: by.name, reason: reason.trim() },
    revision: campaign.revision + 1,
  })
}
