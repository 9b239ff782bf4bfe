/** The list with one element at another place. Places beyond the ends mean the ends. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const element = list[from]
  const place = Math.min(Math.max(to, 0), list.length - 1)
  if (element === undefined || place === from) return list
  return list.toSpliced(from, 1).toSpliced(place, 0, element)
}
