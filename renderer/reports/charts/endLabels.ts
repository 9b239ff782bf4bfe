/** Where the name of a line stands: at its last point, moved by so many pixels so that no two names cover each other. */
export interface EndLabel {
  readonly place: number
  readonly moved: number
}

/** Of each line its last known place, and how far its name is moved. `pixels` is how high `most` is drawn; names are `apart` pixels apart. */
export function endLabels(
  lines: readonly (readonly (number | null)[])[],
  { most, pixels, apart }: { readonly most: number; readonly pixels: number; readonly apart: number },
): readonly (EndLabel | null)[] {
  const ends = lines.map((values, line) => {
    const place = values.findLastIndex((value) => value !== null)
    return { line, place, height: most === 0 ? 0 : ((values[place] ?? 0) / most) * pixels }
  })
  const labels: (EndLabel | null)[] = lines.map(() => null)
  let free = -Infinity
  for (const { line, place, height } of ends.toSorted((left, right) => left.height - right.height)) {
    if (place === -1) continue
    const at = Math.max(height, free)
    free = at + apart
    labels[line] = { place, moved: height - at }
  }
  return labels
}
