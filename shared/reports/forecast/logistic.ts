import { assert } from '../../result'

export interface LogisticRow {
  readonly terms: readonly number[]
  readonly happened: boolean
  readonly weight: number
}

export const probabilityOf = (logit: number): number => 1 / (1 + Math.exp(-Math.min(30, Math.max(-30, logit))))

export const dot = (left: readonly number[], right: readonly number[]): number => {
  let sum = 0
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0)
  return sum
}

const rounds = 10

/**
 * The weights under which what happened is likeliest, held near `towards`: penalised likelihood by Newton's rounds (iteratively reweighted
 * least squares). `pull` is how strongly they are held; the first weight, the level, is free where `towards` is all nought.
 */
export function fitLogistic(rows: readonly LogisticRow[], towards: readonly number[], pull: number): readonly number[] {
  const size = towards.length
  const holdsLevel = towards.some((weight) => weight !== 0)
  const pulls = towards.map((_weight, index) => (index === 0 && !holdsLevel ? 1e-6 : pull))
  let weights: readonly number[] = towards
  for (let round = 0; round < rounds; round += 1) {
    const curvature = new Float64Array(size * size)
    const slope = new Float64Array(size)
    for (const row of rows) addRow(row, weights, curvature, slope)
    for (let index = 0; index < size; index += 1) {
      const at = index * size + index
      curvature[at] = (curvature[at] ?? 0) + (pulls[index] ?? 0)
      slope[index] = (slope[index] ?? 0) - (pulls[index] ?? 0) * ((weights[index] ?? 0) - (towards[index] ?? 0))
    }
    const step = solve(curvature, slope)
    weights = weights.map((weight, index) => weight + (step[index] ?? 0))
  }
  return weights
}

function addRow(row: LogisticRow, weights: readonly number[], curvature: Float64Array, slope: Float64Array): void {
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
    for (let across = 0; across <= down; across += 1) {
      const at = down * size + across
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
