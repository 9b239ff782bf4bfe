import { dayLength, type Instant } from '../../time'
import type { SeenCampaign } from './seen'

/**
 * What a forecast looks at. Everything but `size` is free of scale: a campaign for 200 tripods and one for two lakh of rupees that are as far
 * along look the same.
 */
export const featureNames = [
  /** Logarithm of paid ÷ target. */
  'reached',
  /** Logarithm of target ÷ what is missing. */
  'closeness',
  /** Logarithm of the number of paid orders. */
  'orders',
  /** Logarithm of the mean order ÷ target. */
  'orderSize',
  /** How much of it came in the later half of the time so far. */
  'later',
  /** How much of it came on its best day. */
  'bestDay',
  /** Logarithm of (paid within the last three days ÷ target). */
  'lastDays',
  /** 1 before the first order. */
  'nothing',
  /** Planned days, in steps of five, sixty at most. */
  'length',
  /** 1 where the recorded start is not the real one. */
  'startUnknown',
  /** Logarithm of target ÷ the typical target of past campaigns in the same measure; 0 where none is known. */
  'size',
] as const
export type FeatureName = (typeof featureNames)[number]

/** Pairs whose product counts as well, found by adding the best one at a time until another brought nothing. */
export const featurePairs: readonly (readonly [FeatureName, FeatureName])[] = [
  ['reached', 'startUnknown'],
  ['nothing', 'length'],
  ['reached', 'orders'],
  ['orderSize', 'later'],
  ['orders', 'length'],
  ['reached', 'bestDay'],
  ['reached', 'nothing'],
  ['reached', 'size'],
]

/** Keeps logarithms and shares finite before the first order: what three thousandths of the target would look like. */
const little = 0.003

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** What came from `since` on, ÷ target. What a day brought counts as evenly spread over it. */
function paidSince({ days, target }: SeenCampaign, since: Instant): number {
  let sum = 0
  for (const { from, to, amount } of days) {
    if (to <= since) continue
    sum += from >= since || to <= from ? amount : (amount * (to - since)) / (to - from)
  }
  return sum / target
}

/** The features in the order of their names. `typicalTarget` is in the campaign's measure, null where there is none. */
export function featuresOf(seen: SeenCampaign, typicalTarget: number | null): readonly number[] {
  const { days, target, startsAt, endsAt, until } = seen
  let [amount, orders, best] = [0, 0, 0]
  for (const day of days) {
    amount += day.amount
    orders += day.orders
    best = Math.max(best, day.amount)
  }
  const paid = Math.max(0, amount / target)
  const halfway = (startsAt + (until - startsAt) / 2) as Instant
  const share = (part: number): number => within((part + little) / (paid + 2 * little), 0, 1)
  const known: Record<FeatureName, number> = {
    reached: Math.log(paid + little),
    closeness: -Math.log(Math.max(0.02, 1 - paid)),
    orders: Math.log1p(Math.max(0, orders)),
    orderSize: orders > 0 && paid > 0 ? within(Math.log(paid / orders), -7, -0.5) : -4,
    later: share(paidSince(seen, halfway)),
    bestDay: share(best / target),
    lastDays: Math.log(Math.max(0, paidSince(seen, (until - 3 * dayLength) as Instant)) + little),
    nothing: orders > 0 ? 0 : 1,
    length: Math.min(60, Math.round((endsAt - startsAt) / dayLength / 5) * 5) / 60,
    startUnknown: seen.startIsKnown ? 0 : 1,
    size: typicalTarget === null ? 0 : within(Math.log(target / typicalTarget), -3, 3),
  }
  return featureNames.map((name) => known[name])
}

/** How the features of past campaigns were spread, so that every feature counts in the same unit. */
export interface Scale {
  readonly means: readonly number[]
  readonly deviations: readonly number[]
}

const pairIndices = featurePairs.map((pair) => pair.map((name) => featureNames.indexOf(name)))

/** What the weights are applied to: 1, the scaled features (four deviations at most), and the products of the pairs. */
export function termsOf(features: readonly number[], { means, deviations }: Scale): readonly number[] {
  const scaled = features.map((value, index) => within((value - (means[index] ?? 0)) / (deviations[index] ?? 1), -4, 4))
  return [1, ...scaled, ...pairIndices.map(([left = 0, right = 0]) => (scaled[left] ?? 0) * (scaled[right] ?? 0))]
}
