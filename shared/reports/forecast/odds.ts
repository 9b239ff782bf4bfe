import { featuresOf, termsOf } from './features'
import { dot, probabilityOf } from './logistic'
import { between, interpolate, levels, type ForecastModel, type Group, type Moment } from './model'
import { quantile, shareBelow, type Weighed } from './quantile'
import { elapsedShare, ordersOf, reachedShare, type SeenCampaign } from './seen'

/** A range in which the result lies with a stated probability. Shares of the target. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** What a model makes of a campaign, whatever is known about it. Shares of the target. */
export interface Odds {
  /** Of being funded, 0 to 1. */
  readonly probability: number
  readonly median: number
  readonly range80: Range
  readonly range50: Range
}

/** Results that are equally likely within each outcome: as many as make the steps between them invisible. */
const steps = Array.from({ length: 200 }, (_none, index) => (index + 0.5) / 200)

/** The quantiles of campaigns that looked like this one: between those of the two nearest groups, and of the two nearest moments. */
function resultsAt(
  moments: readonly [Moment, Moment],
  part: number,
  of: 'missed' | 'missedFromNothing' | 'funded',
  logit: number,
): number[] {
  const [before, after] = moments.map((moment) => groupAt(moment[of], logit))
  return levels.map((_level, index) => {
    const [left = 0, right = left] = [before?.[index], after?.[index]]
    return left + part * (right - left)
  })
}

function groupAt(groups: readonly Group[], place: number): readonly number[] {
  const places = groups.map((group) => group.place)
  return levels.map((_level, index) =>
    interpolate(
      places,
      groups.map(({ results }) => results[index] ?? 0),
      place,
    ),
  )
}

/**
 * The range that holds `held` of the probability, cut alike at both ends. Where more than its share lies on the lowest value (nothing more
 * comes), the lower end cannot be cut, and the upper one is cut for both.
 */
function rangeOf(results: readonly Weighed[], held: number): Range {
  const low = quantile(results, (1 - held) / 2)
  return { low, high: quantile(results, Math.min(1, shareBelow(results, low) + held)) }
}

/**
 * Late on, the results of a tenth of all campaigns are as good as certain, mostly those that never got anything: their range holds them
 * nearly always. What the others' ranges hold makes up for it, so that over all campaigns it is 80 %.
 */
const held80 = (elapsed: number): number => interpolate([0.25, 0.5], [0.8, 0.785], elapsed)

const oddsOver = (probability: number, results: readonly Weighed[], elapsed: number): Odds => ({
  probability,
  median: quantile(results, 0.5),
  range80: rangeOf(results, held80(elapsed)),
  range50: rangeOf(results, 0.5),
})

/**
 * What the model makes of a campaign. Past its target it is funded for certain, and the range says how far it goes. Before that the
 * probability is the logistic one, and the range is that of both outcomes together, each as likely as it is, so that probability and
 * range never contradict each other. Never below what is paid.
 */
export function oddsOf(model: ForecastModel, seen: SeenCampaign): Odds {
  const paid = Math.max(0, reachedShare(seen))
  const elapsed = elapsedShare(seen)
  if (seen.reachedTarget) {
    const pace = -Math.log(Math.min(1, Math.max(0.02, elapsed)))
    const growth = groupAt(model.beyond, elapsed)
    const results = steps.map((step) => ({
      value: paid * Math.exp(pace * interpolate(levels, growth, step)),
      weight: 1,
    }))
    return oddsOver(1, results, elapsed)
  }
  const terms = termsOf(featuresOf(seen, model.typicalTargets[seen.measure] ?? null), model.scale)
  const [index, part] = between(
    model.moments.map((moment) => moment.elapsed),
    elapsed,
  )
  const before = model.moments[index]
  const after = model.moments[index + 1]
  if (before === undefined || after === undefined) throw new Error('a model has moments')
  const logit = (1 - part) * dot(terms, before.weights) + part * dot(terms, after.weights)
  const probability = probabilityOf(logit)
  const missed = resultsAt([before, after], part, ordersOf(seen) > 0 ? 'missed' : 'missedFromNothing', logit)
  const funded = resultsAt([before, after], part, 'funded', logit)
  const results = steps
    .flatMap((step): Weighed[] => [
      { value: paid + (1 - paid) * interpolate(levels, missed, step), weight: 1 - probability },
      { value: Math.max(paid, Math.exp(interpolate(levels, funded, step))), weight: probability },
    ])
    .toSorted((left, right) => left.value - right.value)
  return oddsOver(probability, results, elapsed)
}
