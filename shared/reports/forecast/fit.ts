import { featureNames, featurePairs, type Scale } from './features'
import { groupsOf, knownCounts, mixAll, type Placed } from './groups'
import { dot, fitLogistic } from './logistic'
import { curveShares, momentShares, type ForecastModel, type Group, type Moment } from './model'
import { atShare, reachedShare, seenAt, type Measure, type PastCampaign } from './seen'
import { nearMoments, snapshotsOf, type NearSnapshot, type Snapshot } from './snapshots'

/** How strongly the weights are held towards nought, or towards those of the model that is refined. */
const pullToNought = 5
const pullToKnown = 25
/** Groups of past campaigns by how likely they looked, for those that missed and for those that were funded. */
const groupsByLogit = 4
const groupsFromNothing = 2
const groupsByTime = 4
const fewestForTypicalTarget = 20

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

function scaleOf(snapshots: readonly Snapshot[]): Scale {
  const columns = featureNames.map((_name, index) => snapshots.map(({ features }) => features[index] ?? 0))
  const means = columns.map(mean)
  const deviations = columns.map((column, index) => {
    const spread = Math.sqrt(mean(column.map((value) => (value - (means[index] ?? 0)) ** 2)))
    return spread > 1e-6 ? spread : 1
  })
  return { means, deviations }
}

function momentOf(elapsed: number, rows: readonly NearSnapshot[], known: Moment | null): Moment {
  const open = rows.filter(({ snapshot }) => snapshot.paid < 1)
  const logisticRows = open.map(({ snapshot, terms, weight }) => ({ terms, happened: snapshot.funded, weight }))
  const nought = Array<number>(1 + featureNames.length + featurePairs.length).fill(0)
  const weights = fitLogistic(logisticRows, known?.weights ?? nought, known ? pullToKnown : pullToNought)
  const groups = (
    of: (snapshot: Snapshot) => boolean,
    value: (snapshot: Snapshot) => number,
    count: number,
    before?: readonly Group[],
  ) =>
    groupsOf(
      open
        .filter(({ snapshot }) => of(snapshot))
        .map(({ snapshot, terms, weight }) => ({ place: dot(terms, weights), value: value(snapshot), weight })),
      count,
      before,
    )
  const gotOfRest = ({ paid, result }: Snapshot): number => Math.min(1, Math.max(0, (result - paid) / (1 - paid)))
  const came = ({ result }: Snapshot): number => Math.log(Math.max(0.5, result))
  const missedWith = (nothing: boolean) => (one: Snapshot) => !one.funded && (one.orders === 0) === nothing
  return {
    elapsed,
    weights,
    missed: groups(missedWith(false), gotOfRest, groupsByLogit, known?.missed),
    missedFromNothing: groups(missedWith(true), gotOfRest, groupsFromNothing, known?.missedFromNothing),
    funded: groups(({ funded }) => funded, came, groupsByLogit, known?.funded),
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
      return Math.min(1, Math.max(0, (reachedShare(seen) * seen.target) / campaign.result))
    })
    highest = Math.max(highest, mean(had))
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
