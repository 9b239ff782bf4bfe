import { levels, type Group } from './model'
import { quantile, type Weighed } from './quantile'

/** A past campaign in a group: by what it is ordered, and what came of it. */
export interface Placed extends Weighed {
  readonly place: number
}

/** How many past campaigns the results of a known model count for, in each group. */
export const knownCounts = 25

/**
 * Past campaigns in `count` groups of equal weight along their places, with the quantiles of what came of each group. Where groups of a
 * model are known already, they are drawn towards the new ones, the more the more campaigns these have.
 */
export function groupsOf(
  rows: readonly Placed[],
  count: number,
  known: readonly Group[] | undefined,
): readonly Group[] {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const parts = Array.from({ length: count }, (): Placed[] => [])
  let passed = 0
  for (const row of rows.toSorted((left, right) => left.place - right.place)) {
    parts[Math.min(count - 1, Math.floor((passed / total) * count))]?.push(row)
    passed += row.weight
  }
  return parts.flatMap((part, index): Group[] => {
    const before = known?.[index]
    const weight = part.reduce((sum, row) => sum + row.weight, 0)
    if (weight === 0) return before ? [before] : []
    const ordered = part.toSorted((left, right) => left.value - right.value)
    const place = part.reduce((sum, row) => sum + row.place * row.weight, 0) / weight
    const results = levels.map((level) => quantile(ordered, level))
    if (before === undefined) return [{ place, results }]
    const share = weight / (weight + knownCounts)
    return [{ place: mix(before.place, place, share), results: mixAll(before.results, results, share) }]
  })
}

const mix = (left: number, right: number, share: number): number => left + share * (right - left)

export const mixAll = (left: readonly number[], right: readonly number[], share: number): readonly number[] =>
  left.map((value, index) => mix(value, right[index] ?? value, share))
