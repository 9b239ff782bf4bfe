/** Where the rows of a list stand, in pixels from the top of the first. They are all of one height, but for some that stand open. */
export interface RowPlaces {
  readonly height: number
  /** Of a row, or of the end behind the last one. */
  readonly topOf: (index: number) => number
  /** The row at so many pixels; the last one where there are no more. */
  readonly rowAt: (offset: number) => number
}

/**
 * Costs nothing a row, so a list may be as long as it likes. `opened` has the heights of rows that are not `rowHeight` high, of which
 * there are few.
 */
export function rowPlaces(count: number, rowHeight: number, opened: ReadonlyMap<number, number>): RowPlaces {
  const odd = [...opened].filter(([index]) => index < count).sort(([left], [right]) => left - right)
  const topOf = (index: number): number => {
    const before = odd.filter(([other]) => other < index)
    return before.reduce((top, [, height]) => top + height - rowHeight, index * rowHeight)
  }
  const rowAt = (offset: number): number => {
    /** What the open rows above take up beyond the height of a row. */
    let beyond = 0
    for (const [index, height] of odd) {
      const top = index * rowHeight + beyond
      if (offset < top) break
      if (offset < top + height) return index
      beyond += height - rowHeight
    }
    return Math.max(0, Math.min(count - 1, Math.floor((offset - beyond) / rowHeight)))
  }
  return { height: topOf(count), topOf, rowAt }
}
