import { elapsedShare, reachedShare, seenAt, atShare, type PastCampaign } from '../../shared/reports/forecast/seen'

/** How good a simple method is at one share of the timeline. */
export interface Yardstick {
  readonly accuracy: number
  /** Of its calls, taken as 0 and 1: the share of wrong ones. */
  readonly brierOfCalls: number
  /** Of what its two calls are worth: the share of funded campaigns among those it called funded, and among the others, on this file. */
  readonly brierOfRates: number
}

interface Called {
  readonly call: boolean
  readonly funded: boolean
}

function yardstickOf(called: readonly Called[]): Yardstick {
  const accuracy = called.filter(({ call, funded }) => call === funded).length / called.length
  let brierOfRates = 0
  for (const side of [true, false]) {
    const same = called.filter(({ call }) => call === side)
    const rate = same.filter(({ funded }) => funded).length / Math.max(1, same.length)
    brierOfRates += (same.length * rate * (1 - rate)) / called.length
  }
  return { accuracy, brierOfCalls: 1 - accuracy, brierOfRates }
}

/** Funded where an even pace would take what is paid to the target. */
export function straightLine(past: readonly PastCampaign[], share: number): Yardstick {
  return yardstickOf(
    past.map((campaign) => {
      const seen = seenAt(campaign, atShare(campaign, share))
      return { call: reachedShare(seen) >= elapsedShare(seen) && reachedShare(seen) > 0, funded: campaign.funded }
    }),
  )
}

/** Funded from a share of the target on: the one that makes most calls right on this very file, which flatters it. */
export function bestThreshold(past: readonly PastCampaign[], share: number): Yardstick {
  const known = past
    .map((campaign) => ({
      reached: reachedShare(seenAt(campaign, atShare(campaign, share))),
      funded: campaign.funded,
    }))
    .toSorted((left, right) => left.reached - right.reached)
  let right = known.filter(({ funded }) => funded).length
  let best = { right, from: -Infinity }
  for (const [index, { reached, funded }] of known.entries()) {
    right += funded ? -1 : 1
    const next = known[index + 1]?.reached ?? Infinity
    if (next > reached && right > best.right) best = { right, from: next }
  }
  return yardstickOf(known.map(({ reached, funded }) => ({ call: reached >= best.from, funded })))
}
