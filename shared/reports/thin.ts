import type { ChartValue } from './chartTable'

/**
 * Which rows of a chart to draw so that there are at most `most` points: the first and the last, rows at even distances, and of each
 * stretch the lowest and the highest of every series, so that no peak goes missing, and one gap where it has any, so that lines break
 * where they must. All of them, where they fit. Rising indices; `series` are as long as each other, `most` is at least 2. What is
 * left has no even distances: draw it on a numeric axis where that matters.
 */
export function thinnedRows(series: readonly (readonly ChartValue[])[], most: number): readonly number[] {
  const length = series[0]?.length ?? 0
  if (length <= most) return Array.from({ length }, (_each, index) => index)
  const kept = new Set([0, length - 1])
  // Half of the places tell what stands out: of each series and stretch the lowest, the highest and a gap.
  const stretches = Math.ceil((most - 2) / 2 / (3 * series.length))
  const fits = 3 * series.length * stretches <= most - 2
  for (let stretch = 0; fits && stretch < stretches; stretch += 1) {
    const from = 1 + Math.floor(((length - 2) * stretch) / stretches)
    const to = 1 + Math.floor(((length - 2) * (stretch + 1)) / stretches)
    for (const values of series) for (const index of tellingOf(values, from, to)) kept.add(index)
  }
  const free = most - kept.size
  for (let place = 1; place <= free; place += 1) kept.add(Math.round(((length - 1) * place) / (free + 1)))
  return [...kept].sort((left, right) => left - right)
}

/** The places of the lowest, the highest and the first missing value within [from, to). */
function tellingOf(values: readonly ChartValue[], from: number, to: number): readonly number[] {
  let [lowest, highest, gap] = [-1, -1, -1]
  const at = (index: number): number => values[index] as number
  for (let index = from; index < to; index += 1) {
    if (typeof values[index] !== 'number') gap = gap === -1 ? index : gap
    else {
      if (lowest === -1 || at(index) < at(lowest)) lowest = index
      if (highest === -1 || at(index) > at(highest)) highest = index
    }
  }
  return [lowest, highest, gap].filter((index) => index !== -1)
}
