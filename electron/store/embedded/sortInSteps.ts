import type { Walk } from './reads'

/** So many are looked at between two steps. */
const stepLength = 4096

/**
 * The numbers below `count`, sorted by `compare`, which never says that two are equal. A step is a millisecond or two, however many
 * there are: runs are sorted, then merged two by two.
 */
export function* sortInSteps(count: number, compare: (left: number, right: number) => number): Walk<Uint32Array> {
  let sorted = Uint32Array.from({ length: count }, (_, item) => item)
  for (let from = 0; from < count; from += stepLength) {
    sorted.subarray(from, from + stepLength).sort(compare)
    yield
  }
  for (let length = stepLength; length < count; length *= 2) {
    const merged = new Uint32Array(count)
    for (let from = 0; from < count; from += 2 * length) {
      const middle = Math.min(from + length, count)
      yield* merge(sorted, merged, { from, middle, to: Math.min(middle + length, count) }, compare)
    }
    sorted = merged
  }
  return sorted
}

function* merge(
  runs: Uint32Array,
  into: Uint32Array,
  { from, middle, to }: { readonly from: number; readonly middle: number; readonly to: number },
  compare: (left: number, right: number) => number,
): Walk<undefined> {
  let [left, right] = [from, middle]
  for (let at = from; at < to; at += 1) {
    const takeLeft = right === to || (left < middle && compare(runs[left] ?? 0, runs[right] ?? 0) < 0)
    into[at] = (takeLeft ? runs[left] : runs[right]) ?? 0
    if (takeLeft) left += 1
    else right += 1
    if (at % stepLength === 0) yield
  }
  return undefined
}
