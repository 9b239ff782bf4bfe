import { featureNames, featurePairs, featuresOf, termsOf, type Scale } from './features'
import { groupsOf, knownCounts, mixAll, type Placed } from './groups'
import { dot, fitLogistic } from './logistic'
import { between, curveShares, momentShares, type ForecastModel, type Group, type Moment } from './model'
import { atShare, elapsedShare, ordersOf, reachedShare, seenAt, type Measure, type PastCampaign } from './seen'

/** A campaign seen once on its way, with what came of it. */
interface Snapshot {
  readonly elapsed: number
  readonly paid: number
  readonly orders: number
  readonly features: readonly number[]
  readonly funded: boolean
  /** What was paid in the end ÷ target. */
  readonly result: number
}

/** How strongly the weights are held towards nought, or towards those of the model that is refined. */
const pullToNought = 5
const pullToKnown = 25
/** Groups of past campaigns by how likely they looked, for those that missed and for those that were funded. */
const groupsByLogit = 4
const groupsFromNothing = 2
const groupsByTime = 4
const fewestForTypicalTarget = 20

/** The moments, and the middles between them. */
const snapshotShares = momentShares.flatMap((share, index) => {
  const next = momentShares[index + 1]
  return next === undefined ? [share] : [share, (share + next) / 2]
})

/** Typical targets (geometric means) of the measures in which there are enough campaigns. */
function typicalTargetsOf(past: readonly PastCampaign[]): Readonly<Partial<Record<Measure, number>>> {
  const byMeasure = new Map<Measure, number[]>()
  for (const { measure, target } of past) byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), Math.log(target)])
  return Object.fromEntries(
    [...byMeasure]
      .filter(([, logarithms]) => logarithms.length >= fewestForTypicalTarget)
      .map(([measure, logarithms]) => [measure, Math.exp(mean(logarithms))]),
  )
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Each moment at which something new was known, once. */
function snapshotsOf(past: PastCampaign, typicalTarget: number | null): readonly Snapshot[] {
  const snapshots: Snapshot[] = []
  for (const share of snapshotShares) {
    const seen = seenAt(past, atShare(past, share))
    const elapsed = elapsedShare(seen)
    if (elapsed === snapshots.at(-1)?.elapsed) continue
    const { funded, result, target } = past
    const features = featuresOf(seen, typicalTarget)
    const paid = Math.max(0, reachedShare(seen))
    snapshots.push({ elapsed, paid, orders: ordersOf(seen), features, funded, result: result / target })
  }
  return snapshots
}

function scaleOf(snapshots: readonly Snapshot[]): Scale {
  const columns = featureNames.map((_name, index) => snapshots.map(({ features }) => features[index] ?? 0))
  const means = columns.map(mean)
  const deviations = columns.map((column, index) => {
    const spread = Math.sqrt(mean(column.map((value) => (value - (means[index] ?? 0)) ** 2)))
    return spread > 1e-6 ? spread : 1
  })
  return { means, deviations }
}

interface WeighedSnapshot extends Snapshot {
  readonly terms: readonly number[]
  readonly weight: number
}

/** What counts at each moment: snapshots by how near they are, those of one campaign together 1. */
function nearMoments(
  campaigns: readonly (readonly Snapshot[])[],
  scale: Scale,
): readonly (readonly WeighedSnapshot[])[] {
  const moments: WeighedSnapshot[][] = momentShares.map(() => [])
  for (const snapshots of campaigns) {
    const near: { snapshot: WeighedSnapshot; moment: number }[] = []
    const sums = momentShares.map(() => 0)
    for (const snapshot of snapshots) {
      const terms = termsOf(snapshot.features, scale)
      const [index, part] = between(momentShares, snapshot.elapsed)
      for (const [moment, weight] of [
        [index, 1 - part],
        [index + 1, part],
      ] as const) {
        if (weight <= 0) continue
        near.push({ snapshot: { ...snapshot, terms, weight }, moment })
        sums[moment] = (sums[moment] ?? 0) + weight
      }
    }
    for (const { snapshot, moment } of near)
      moments[moment]?.push({ ...snapshot, weight: snapshot.weight / (sums[moment] ?? 1) })
  }
  return moments
}

function momentOf(elapsed: number, rows: readonly WeighedSnapshot[], known: Moment | null): Moment {
  const open = rows.filter(({ paid }) => paid < 1)
  const logisticRows = open.map(({ terms, funded, weight }) => ({ terms, happened: funded, weight }))
  const nought = Array<number>(1 + featureNames.length + featurePairs.length).fill(0)
  const weights = fitLogistic(logisticRows, known?.weights ?? nought, known ? pullToKnown : pullToNought)
  const groups = (
    of: readonly WeighedSnapshot[],
    value: (row: Snapshot) => number,
    count: number,
    before?: readonly Group[],
  ) =>
    groupsOf(
      of.map((row) => ({ place: dot(row.terms, weights), value: value(row), weight: row.weight })),
      count,
      before,
    )
  const gotOfRest = ({ paid, result }: Snapshot): number => Math.min(1, Math.max(0, (result - paid) / (1 - paid)))
  const came = ({ result }: Snapshot): number => Math.log(Math.max(0.5, result))
  const missed = open.filter(({ funded }) => !funded)
  const some = missed.filter(({ orders }) => orders > 0)
  const nothing = missed.filter(({ orders }) => orders === 0)
  const funded = open.filter((row) => row.funded)
  return {
    elapsed,
    weights,
    missed: groups(some, gotOfRest, groupsByLogit, known?.missed),
    missedFromNothing: groups(nothing, gotOfRest, groupsFromNothing, known?.missedFromNothing),
    funded: groups(funded, came, groupsByLogit, known?.funded),
  }
}

/** How campaigns past their target went on, against the pace at which they had come there. */
const beyondOf = (snapshots: readonly Snapshot[]): readonly Placed[] =>
  snapshots
    .filter(({ paid, elapsed }) => paid >= 1 && elapsed > 0 && elapsed < 1)
    .map(({ paid, elapsed, result }, _index, { length }) => ({
      place: elapsed,
      value: Math.max(0, Math.log(result / paid)) / -Math.log(elapsed),
      weight: 1 / length,
    }))

/** The share of its result that a typical campaign had at each share of its timeline; at the end it has all. */
function curveOf(past: readonly PastCampaign[]): readonly number[] {
  const paying = past.filter(({ result, startIsKnown }) => result > 0 && startIsKnown)
  let highest = 0
  return curveShares.map((share) => {
    if (share === 1 || paying.length === 0) return share
    const had = paying.map((campaign) => {
      const seen = seenAt(campaign, atShare(campaign, share))
      return { value: Math.min(1, Math.max(0, (reachedShare(seen) * seen.target) / campaign.result)), weight: 1 }
    })
    highest = Math.max(highest, mean(had.map(({ value }) => value)))
    return highest
  })
}

/** Whose campaigns they are: the shop's own, which refine a known model, or public ones, from which one is made. */
export type Whose = { readonly kind: 'public' } | { readonly kind: 'own'; readonly known: ForecastModel }

/**
 * Makes a model from past campaigns. At each moment of the timeline the logit of being funded is a weighted sum of the terms, fitted by
 * penalised likelihood; what those that missed, and those that were funded, came to is kept as quantiles. Own campaigns
 * draw the weights and quantiles of the known model towards themselves, the more the more they are.
 */
export function fitModel(past: readonly PastCampaign[], whose: Whose): ForecastModel {
  const known = whose.kind === 'own' ? whose.known : null
  const typicalTargets = { ...known?.typicalTargets, ...typicalTargetsOf(past) }
  const campaigns = past.map((campaign) => snapshotsOf(campaign, typicalTargets[campaign.measure] ?? null))
  const scale = known?.scale ?? scaleOf(campaigns.flat().filter(({ paid }) => paid < 1))
  const near = nearMoments(campaigns, scale)
  const curve = curveOf(past)
  return {
    restsOn: known ? { own: past.length, public: known.restsOn.public } : { own: 0, public: past.length },
    typicalTargets,
    scale,
    moments: momentShares.map((elapsed, index) => momentOf(elapsed, near[index] ?? [], known?.moments[index] ?? null)),
    beyond: groupsOf(campaigns.flatMap(beyondOf), groupsByTime, known?.beyond),
    curve: known ? mixAll(known.curve, curve, past.length / (past.length + 4 * knownCounts)) : curve,
  }
}
