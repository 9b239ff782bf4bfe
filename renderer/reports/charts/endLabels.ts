/** Where the name of a line stands: at its last point, moved by so many pixels so that no two names cover each other. */
interface EndLabel {
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
  const near = (one: Pick<Placed, 'place'>, other: Pick<Placed, 'place'>): boolean =>
    Math.abs(other.place - one.place) < wide
  const risen: Placed[] = []
  for (const end of ends.toSorted((left, right) => left.height - right.height)) {
    if (end.place === -1) continue
    const below = risen.filter((other) => near(end, other)).map(({ at }) => at + apart)
    risen.push({ ...end, at: Math.max(end.height, ...below) })
  }
  // What rose above the top comes down again, and what is below it with it.
  const labels: (EndLabel | null)[] = lines.map(() => null)
  const settled: Placed[] = []
  for (const end of risen.toReversed()) {
    const above = settled.filter((other) => near(end, other)).map(({ at }) => at - apart)
    const at = Math.min(end.at, pixels, ...above)
    settled.push({ ...end, at })
    labels[end.line] = { place: end.place, moved: end.height - at }
  }
  return labels
}

interface Placed {
  readonly line: number
  readonly place: number
  /** Of the line's end, and of its name, in pixels from the bottom. */
  readonly height: number
  readonly at: number
}
