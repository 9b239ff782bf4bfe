import { assert, ok, refuse, type Result } from '../result'
import type { Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Campaign } from './campaign'
import { hasEnded } from './campaignState'
import type { ReleaseChoice } from './releaseDecision'

export interface DecideReleaseAsk {
  readonly choice: ReleaseChoice
  readonly reasons: string
  /** What the relaunch does otherwise. */
  readonly changes: string
}

/**
 * Takes down what becomes of the product after its campaign, with the reasons; earlier decisions stay, the last one stands. It moves
 * nothing else: a failed product is off the market by its settlement, and a relaunch is a campaign of its own. Refused before the end, for
 * releasing what was not funded, without reasons, and for a relaunch without changes.
 */
export function decideRelease(campaign: Campaign, ask: DecideReleaseAsk, by: Actor, at: Instant): Result<Campaign> {
  if (campaign.launchedAt === null) return refuse('not-launched', 'This campaign was never launched.')
  if (!hasEnded(campaign, at))
    return refuse('not-ended', 'This campaign has not ended. Decide when all of it is known.')
  if (ask.choice === 'release' && campaign.fundedAt === null) {
    return refuse(
      'not-funded',
      'This campaign failed, so its product is off the market. Relaunch it with changes, or drop it.',
      'choice',
    )
  }
  const reasons = ask.reasons.trim()
  if (reasons === '')
    return refuse('no-reasons', 'Say why: whoever tries this product again will want to know.', 'reasons')
  const changes = ask.changes.trim()
  if (ask.choice === 'relaunch' && changes === '')
    return refuse('no-changes', 'Say what the relaunch does otherwise.', 'changes')
  assert(by.kind === 'staff', 'a person decides what becomes of a product')
  const decision = {
    choice: ask.choice,
    reasons,
    changes: ask.choice === 'relaunch' ? changes : '',
    at,
    by: by.staffId,
    byName: by.name,
  }
  return ok({ ...campaign, decisions: [...campaign.decisions, decision] })
}
