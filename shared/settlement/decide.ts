import type { Campaign, Outcome, OutcomeReason } from '../campaigns/campaign'
import { progressOf } from '../campaigns/progress'
import type { Tally } from '../campaigns/tally'
import { assert } from '../result'

export interface Decision {
  readonly outcome: Outcome
  readonly reason: OutcomeReason
}

/**
 * What an ended campaign comes to, from stored facts alone, whenever it is asked. Once funded it has succeeded, whatever was
 * cancelled since; else it has failed, called off or short of its target. A bar at 100 % without a funding date in a campaign
 * that was not called off cannot be, and throws: nobody's money moves on numbers that disagree.
 */
export function outcomeOf(campaign: Campaign, tally: Tally): Decision {
  if (campaign.fundedAt !== null) return { outcome: 'succeeded', reason: 'target met' }
  if (campaign.calledOff !== null) return { outcome: 'failed', reason: 'called off' }
  const { reached, target } = progressOf(campaign, tally)
  assert(reached < target, 'a bar at 100 % has its funding date')
  return { outcome: 'failed', reason: 'target missed' }
}
