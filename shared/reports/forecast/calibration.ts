import type { Judged } from './evaluate'

/** Forecasts that said about the same, and how often they came true. */
export interface CalibrationBin {
  /** From this probability on, below `to`; the last bin includes 1. */
  readonly from: number
  readonly to: number
  readonly n: number
  /** What the forecasts said, on average. */
  readonly said: number
  /** How many of the campaigns were funded, as a share. */
  readonly happened: number
}

const binCount = 10

/** The calibration chart of past forecasts, in tenths of probability. Bins without any are absent. A good record has `said` near `happened`. */
export function calibrationOf(judged: readonly Pick<Judged, 'probability' | 'funded'>[]): readonly CalibrationBin[] {
  return Array.from({ length: binCount }, (_none, bin): CalibrationBin => {
    const within = judged.filter(
      ({ probability }) => Math.min(binCount - 1, Math.floor(probability * binCount + 1e-9)) === bin,
    )
    const n = within.length
    return {
      from: bin / binCount,
      to: (bin + 1) / binCount,
      n,
      said: within.reduce((sum, { probability }) => sum + probability, 0) / n,
      happened: within.filter(({ funded }) => funded).length / n,
    }
  }).filter(({ n }) => n > 0)
}
