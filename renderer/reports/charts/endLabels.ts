/** Where the name of a line stands: at its last point, moved by so many pixels so that no two names cover each other. */
export interface EndLabel {
  readonly place: number
  readonly moved: number
}

interface Labelled {
  /** What is drawn highest, and how many pixels high. */
  readonly most: number
  readonly pixels: number
  /** So many pixels below each other names can be read. */
  readonly apart: number
  /** As many places as a name is wide: names further apart than that never cover each other. */
  readonly wide: number
}

/** Of each line its last known place, and how far its name is moved; null for a line that is not known anywhere. */
export function endLabels(
  lines: readonly (readonly (number | null)[])[],
  { most, pixels, apart, wide }: Labelled,
): readonly (EndLabel | null)[] {
  const ends = lines.map((values, line) => {
    const place = values.findLastIndex((value) => value !== null)
    return { line, place, height: most === 0 ? 0 : ((values[place] ?? 0) / most) * pixels }
  })
  const labels: (EndLabel | null)[] = lines.map(() => null)
  const taken: { readonly place: number; readonly at: number }[] = []
  for (const { line, place, height } of ends.toSorted((left, right) => left.height - right.height)) {
    if (place === -1) continue
    const near = taken.filter((other) => Math.abs(other.place - place) < wide)
    const at = Math.max(height, ...near.map((other) => other.at + apart))
    taken.push({ place, at })
    labels[line] = { place, moved: height - at }
  }
  return labels
}
