import type { Instant } from '../time'
import type { Campaign, Target } from './campaign'
import type { Count, Tally } from './tally'

export interface Progress {
  /** Paid net of cancellations, in the target's measure: units, or the currency's smallest unit. */
  readonly reached: number
  readonly target: number
  /** Basis points of the target (10,000 is 100 %), rounded down so that 99.99 % never reads as full. */
  readonly share: number
  /** Whether the bar has ever reached 100 % within the timeline; stays so. */
  readonly funded: boolean
}

/** The target as a number in its own measure. */
export const targetNumber = (target: Target): number => (target.kind === 'units' ? target.units : target.amount)

/** What a count comes to in the target's measure. */
export const measured = (count: Count, target: Target): number => (target.kind === 'units' ? count.units : count.amount)

/** What a bar needs to know of its campaign. */
export type BarTerms = Pick<Campaign, 'target' | 'currency' | 'startsAt' | 'endsAt' | 'fundedAt'>

/** How far the bar is. */
export function progressOf(campaign: BarTerms, tally: Pick<Tally, 'net'>): Progress {
  const reached = measured(tally.net, campaign.target)
  const target = targetNumber(campaign.target)
  const share = Number((BigInt(reached) * 10_000n) / BigInt(target))
  return { reached, target, share, funded: campaign.fundedAt !== null }
}

/** The share of the timeline that is over, 0 to 1: where a bar that fills evenly would be. */
export function evenPace(campaign: Pick<Campaign, 'startsAt' | 'endsAt'>, at: Instant): number {
  const { startsAt, endsAt } = campaign
  return Math.min(1, Math.max(0, (at - startsAt) / (endsAt - startsAt)))
}
