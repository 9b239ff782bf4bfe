import type { Odds } from './odds'
import { atShare, seenAt, type PastCampaign, type SeenCampaign } from './seen'

/** A forecast that was made on the way, and what came of it. */
export interface Judged {
  readonly probability: number
  readonly funded: boolean
  /** Whether the result lay within the 80 % range. */
  readonly within: boolean
}

/** How good the forecasts at one share of the timeline were. */
export interface Score {
  readonly elapsed: number
  /** Campaigns: all of them, also those without any order at that share. */
  readonly n: number
  /** Share of right calls: at least 50 % means funded. */
  readonly accuracy: number
  /** Mean squared difference between probability and outcome: 0 is perfect, always saying 50 % gets 0.25. */
  readonly brier: number
  /** Share of results within the 80 % range. */
  readonly band80: number
}

/** At which shares of the timeline forecasts are judged. */
export const judgedShares = [0.05, 0.1, 0.15, 0.25, 0.5, 0.75, 0.9] as const

/** Forecasts a past campaign as it was known at a share of its timeline, and compares with what came. */
export function judge(past: PastCampaign, share: number, forecast: (seen: SeenCampaign) => Odds): Judged {
  const { probability, range80 } = forecast(seenAt(past, atShare(past, share)))
  const result = past.result / past.target
  // What is paid and what came of it are sums of the same amounts; the tolerance is for their last binary digit.
  const within = result >= range80.low - 1e-9 && result <= range80.high + 1e-9
  return { probability, funded: past.funded, within }
}

/** Sums up forecasts that were made at one share. Not for an empty list. */
export function scoreOf(elapsed: number, judged: readonly Judged[]): Score {
  const share = (holds: (one: Judged) => boolean): number => judged.filter(holds).length / judged.length
  return {
    elapsed,
    n: judged.length,
    accuracy: share(({ probability, funded }) => probability >= 0.5 === funded),
    brier: judged.reduce((sum, one) => sum + (one.probability - (one.funded ? 1 : 0)) ** 2, 0) / judged.length,
    band80: share(({ within }) => within),
  }
}
