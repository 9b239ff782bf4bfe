import type { Target } from '../../campaigns/campaign'
import { targetNumber } from '../../campaigns/progress'
import type { CampaignId } from '../../ids'
import type { Minor } from '../../money'
import type { Day } from '../../time'
import type { PastCurve } from './pastCurve'

/** Terms that a campaign might have had. */
export interface WhatIfTerms {
  readonly target: Target
  /** Calendar days, the first and the last included. */
  readonly days: number
  /** Of one unit; null leaves each past campaign its own. */
  readonly price: Minor | null
  /**
   * By how many per cent fewer units are bought where the price is one per cent higher: 0 is as many as before, 1 is the same money. An
   * assumption, shown where it is set: nothing on record tells it.
   */
  readonly elasticity: number
  /** Only campaigns that started on this day of the week (a place in `weekdays`); null for all. */
  readonly weekday: number | null
  /** Only campaigns that started in this quarter of a year, 0 to 3; null for all. */
  readonly quarter: number | null
}

/** What one past campaign would have come to. */
export interface Replayed {
  readonly campaignId: CampaignId
  readonly productName: string
  readonly startsOn: Day
  /** The highest bar within the timeline, in the target's measure, whole. */
  readonly result: number
  /** `open`: not funded in the days that it ran, and the timeline asked for is longer. */
  readonly outcome: 'funded' | 'not funded' | 'open'
  readonly wasFunded: boolean
  readonly ranDays: number
}

/** Where the middle of the results and four fifths of them lie. */
export interface ResultRange {
  readonly low: number
  readonly median: number
  readonly high: number
}

export interface WhatIf {
  /** The highest result first. */
  readonly replayed: readonly Replayed[]
  readonly funded: number
  /** Not funded as far as they ran; they might have been. */
  readonly open: number
  /** Of the results; null where there are too few. */
  readonly range: ResultRange | null
  /** The same at the end of each day of the timeline; empty where there are too few. */
  readonly byDay: readonly ResultRange[]
}

/** With fewer campaigns a share or a range would pretend to know. */
export const fewestCurves = 5

/**
 * Replays past campaigns under other terms: each as it came, day by day from its start, cut where the timeline asked for ends. After its own
 * end nobody knows how it would have gone on, so it stays where it was: such results are the least that it would have been.
 */
export function replay(curves: readonly PastCurve[], terms: WhatIfTerms): WhatIf {
  const chosen = curves.filter(
    ({ weekday, quarter }) =>
      (terms.weekday === null || weekday === terms.weekday) && (terms.quarter === null || quarter === terms.quarter),
  )
  const replayed = chosen
    .map((curve) => replayOne(curve, terms))
    .toSorted((left, right) => right.result - left.result || (left.startsOn < right.startsOn ? 1 : -1))
  const enough = chosen.length >= fewestCurves
  return {
    replayed,
    funded: replayed.filter(({ outcome }) => outcome === 'funded').length,
    open: replayed.filter(({ outcome }) => outcome === 'open').length,
    range: enough ? rangeOf(replayed.map(({ result }) => result)) : null,
    byDay: enough
      ? Array.from({ length: terms.days }, (_none, day) =>
          rangeOf(chosen.map((curve) => barAfter(curve, terms, day + 1))),
        )
      : [],
  }
}

function replayOne(curve: PastCurve, terms: WhatIfTerms): Replayed {
  const { campaignId, productName, startsOn, funded: wasFunded, units } = curve
  const result = barAfter(curve, terms, terms.days)
  const met = result >= targetNumber(terms.target)
  return {
    campaignId,
    productName,
    startsOn,
    result,
    outcome: met ? 'funded' : terms.days > units.length ? 'open' : 'not funded',
    wasFunded,
    ranDays: units.length,
  }
}

/** The highest bar within so many days (at least 1), in the target's measure, rounded down: nobody buys part of a unit. */
function barAfter(curve: PastCurve, { target, price, elasticity }: WhatIfTerms, days: number): number {
  const place = Math.min(days, curve.units.length) - 1
  const dearer = price === null ? 1 : price / curve.price
  return target.kind === 'units'
    ? Math.floor((curve.units[place] ?? 0) * dearer ** -elasticity)
    : Math.floor((curve.amounts[place] ?? 0) * dearer ** (1 - elasticity))
}

/** Nearest ranks: every number is one that a campaign came to. Not for an empty list. */
function rangeOf(results: readonly number[]): ResultRange {
  const sorted = Float64Array.from(results).sort()
  const at = (level: number): number => sorted[Math.max(0, Math.ceil(level * sorted.length) - 1)] ?? 0
  return { low: at(0.1), median: at(0.5), high: at(0.9) }
}
