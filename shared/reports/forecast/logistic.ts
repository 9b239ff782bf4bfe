import { assert } from '../../result'

export interface LogisticRow {
  readonly terms: readonly number[]
  readonly happened: boolean
  readonly weight: number
}

export const probabilityOf = (logit: number): number => 1 / (1 + Math.exp(-Math.min(30, Math.max(-30, logit))))

export const dot = (left: ArrayLike<number>, right: ArrayLike<number>): number => {
  let sum = 0
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0)
  return sum
}

const mostRounds = 30
const mostHalvings = 20
/** The round that moves no weight by more is the last: the next would move them by its square. */
const still = 1e-6

/**
 * The weights under which what happened is likeliest, held near `towards`: penalised likelihood by Newton's rounds (iteratively reweighted
 * least squares). `pull` is how strongly they are held; the first weight, the level, is free where `towards` is all nought. A step after
 * which what happened were less likely goes too far, as it may where the terms tell nearly everything: it is halved.
 */
export function fitLogistic(rows: readonly LogisticRow[], towards: readonly number[], pull: number): readonly number[] {
  const size = towards.length
  const holdsLevel = towards.some((weight) => weight !== 0)
  const pulls = towards.map((_weight, index) => (index === 0 && !holdsLevel ? 1e-6 : pull))
  const terms = Float64Array.from(rows.flatMap((row) => row.terms))
  const sample = rows.map(({ happened, weight }, place): Row => {
    return { terms: terms.subarray(place * size, (place + 1) * size), happened, weight }
  })
  let weights = Float64Array.from(towards)
  let likelihood = likelihoodOf(sample, weights, { towards, pulls })
  for (let round = 0; round < mostRounds; round += 1) {
    let step = stepFrom(sample, weights, { towards, pulls })
    const isLast = step.every((change) => Math.abs(change) < still)
    let next = moved(weights, step)
    let reached = likelihoodOf(sample, next, { towards, pulls })
    for (let halving = 0; reached < likelihood && !isLast && halving < mostHalvings; halving += 1) {
      step = step.map((change) => change / 2)
      next = moved(weights, step)
      reached = likelihoodOf(sample, next, { towards, pulls })
    }
    weights = next
    likelihood = reached
    if (isLast) break
  }
  return [...weights]
}

interface Row extends Omit<LogisticRow, 'terms'> {
  readonly terms: Float64Array
}

interface Held {
  readonly towards: readonly number[]
  readonly pulls: readonly number[]
}

const moved = (weights: Float64Array, step: Float64Array): Float64Array<ArrayBuffer> =>
  Float64Array.from(weights, (weight, index) => weight + (step[index] ?? 0))

/** The logarithm of how likely what happened is under these weights, less what they are pulled by. */
function likelihoodOf(rows: readonly Row[], weights: Float64Array, { towards, pulls }: Held): number {
  let sum = 0
  for (const { terms, happened, weight } of rows) {
    const logit = dot(terms, weights)
    sum += weight * logProbability(happened ? logit : -logit)
  }
  for (const [index, pull] of pulls.entries()) sum -= (pull * ((weights[index] ?? 0) - (towards[index] ?? 0)) ** 2) / 2
  return sum
}

/** The logarithm of a probability, by its logit, exact also where it is as good as 0. */
const logProbability = (logit: number): number =>
  logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit))

/** Newton's step: where the likelihood would be highest if it curved everywhere as it does here. */
function stepFrom(rows: readonly Row[], weights: Float64Array, { towards, pulls }: Held): Float64Array {
  const size = weights.length
  const curvature = new Float64Array(size * size)
  const slope = new Float64Array(size)
  for (const row of rows) addRow(row, weights, curvature, slope)
  for (const [index, pull] of pulls.entries()) {
    const at = index * size + index
    curvature[at] = (curvature[at] ?? 0) + pull
    slope[index] = (slope[index] ?? 0) - pull * ((weights[index] ?? 0) - (towards[index] ?? 0))
  }
  return solve(curvature, slope)
}

function addRow(row: Row, weights: Float64Array, curvature: Float64Array, slope: Float64Array): void {
  const { terms, happened, weight } = row
  const size = terms.length
  const probability = probabilityOf(dot(terms, weights))
  const missed = weight * ((happened ? 1 : 0) - probability)
  const sharpness = weight * probability * (1 - probability)
  for (let down = 0; down < size; down += 1) {
    const term = terms[down] ?? 0
    slope[down] = (slope[down] ?? 0) + missed * term
    const scaled = sharpness * term
    if (scaled === 0) continue
    const line = down * size
    for (let across = 0; across <= down; across += 1) {
      const at = line + across
      curvature[at] = (curvature[at] ?? 0) + scaled * (terms[across] ?? 0)
    }
  }
}

/** Solves a symmetric positive system, given by its lower half, by Cholesky's method. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const root = matrix.slice()
  const at = (down: number, across: number): number => root[down * size + across] ?? 0
  for (let down = 0; down < size; down += 1) {
    for (let across = 0; across <= down; across += 1) {
      let sum = at(down, across)
      for (let inner = 0; inner < across; inner += 1) sum -= at(down, inner) * at(across, inner)
      if (down === across) assert(sum > 0, 'the penalty keeps the system solvable')
      root[down * size + across] = down === across ? Math.sqrt(sum) : sum / at(across, across)
    }
  }
  const solved = right.slice()
  for (let down = 0; down < size; down += 1) {
    let sum = solved[down] ?? 0
    for (let across = 0; across < down; across += 1) sum -= at(down, across) * (solved[across] ?? 0)
    solved[down] = sum / at(down, down)
  }
  for (let down = size - 1; down >= 0; down -= 1) {
    let sum = solved[down] ?? 0
    for (let across = down + 1; across < size; across += 1) sum -= at(across, down) * (solved[across] ?? 0)
    solved[down] = sum / at(down, down)
  }
  return solved
}
