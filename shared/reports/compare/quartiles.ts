/** A quarter of the values lie below `low`, a quarter above `high`. */
export interface Quartiles {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** Fewer values have no quarters. */
const fewest = 3

/** The quartiles of these values, between two of them where they fall between; null for fewer than three. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length < fewest) return null
  const sorted = Float64Array.from(values).sort()
  return { low: at(sorted, 0.25), median: at(sorted, 0.5), high: at(sorted, 0.75) }
}

function at(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
