export interface Weighed {
  readonly value: number
  readonly weight: number
}

const tiny = 1e-9

const weightOf = (sorted: readonly Weighed[]): number => sorted.reduce((sum, { weight }) => sum + weight, 0)

/** The least value of a list, sorted by value, that at least `level` of the weight does not exceed. Not for an empty list. */
export function quantile(sorted: readonly Weighed[], level: number): number {
  const wanted = level * weightOf(sorted)
  let passed = 0
  for (const { value, weight } of sorted) {
    passed += weight
    if (passed >= wanted - tiny) return value
  }
  return sorted.at(-1)?.value ?? 0
}

/** The share of the weight that lies below `value`. */
export function shareBelow(sorted: readonly Weighed[], value: number): number {
  let below = 0
  for (const row of sorted) if (row.value < value - tiny) below += row.weight
  return below / weightOf(sorted)
}
