import type { Scale } from './features'
import type { Measure } from './seen'

/** Past campaigns that were about alike, and how they went on: the results at each of `levels`. */
export interface Group {
  /** In what they were alike, on average: the logit of being funded, or how much of the timeline was over. */
  readonly place: number
  readonly results: readonly number[]
}

/** What past campaigns teach about one moment of the timeline. */
export interface Moment {
  readonly elapsed: number
  /** Weights of the terms; their weighted sum is the logit of being funded. */
  readonly weights: readonly number[]
  /** Of those that missed: the share of the missing rest that they still got. From unlikely to likely. */
  readonly missed: readonly Group[]
  /** The same of those that had nothing yet and missed: many of them never got anything. */
  readonly missedFromNothing: readonly Group[]
  /** Of those that were funded: logarithm of result ÷ target. From unlikely to likely. */
  readonly funded: readonly Group[]
}

/** A forecast's method with its figures: plain data, made from past campaigns by `fitModel`. */
export interface ForecastModel {
  /** How many campaigns it rests on: the shop's own, and public ones. */
  readonly restsOn: { readonly own: number; readonly public: number }
  /** The typical target by measure, for the feature `size`. */
  readonly typicalTargets: Readonly<Partial<Record<Measure, number>>>
  readonly scale: Scale
  /** Oldest first. */
  readonly moments: readonly Moment[]
  /** Past the target, from early to late: growth still to come, as a share of what the pace so far would bring (in logarithms). */
  readonly beyond: readonly Group[]
  /** The share of its result that a typical campaign had at each of `curveShares`. */
  readonly curve: readonly number[]
}

/** The moments that are fitted. Between two of them what they say is interpolated. */
export const momentShares = [0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 0.97]

/** Results are kept at these shares of campaigns that came to less. */
export const levels = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98]

export const curveShares = Array.from({ length: 21 }, (_none, index) => index / 20)

/** Linear interpolation in `ys` at `x`, along rising `xs`; beyond their ends the last value holds. */
export function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  const [index, part] = between(xs, x)
  const low = ys[index] ?? 0
  return low + part * ((ys[index + 1] ?? low) - low)
}

/** Between which two of rising `xs` a number lies: the index of the lower one, and how far it is to the upper one, 0 to 1. */
export function between(xs: readonly number[], x: number): readonly [index: number, part: number] {
  const found = xs.findLastIndex((known) => known <= x)
  const index = Math.max(0, Math.min(found, xs.length - 2))
  const [low = 0, high = low] = [xs[index], xs[index + 1]]
  return [index, high > low ? Math.min(1, Math.max(0, (x - low) / (high - low))) : 0]
}
