import { Column } from './column'

/** UTF-8 with each byte as one character: any part of a text is still a part of it, and V8 searches such strings fastest. */
const byBytes = (text: string): string =>
  Buffer.byteLength(text) === text.length ? text : Buffer.from(text).toString('latin1')

const lineEnd = '\n'

const sampleLength = 2_000

/**
 * What a search looks through, one text a row. Rows as the disk has them stand in one long string, which is searched twenty times
 * faster than a million short ones; rows that came or changed since stand beside it.
 */
export class SearchLines {
  #base = ''
  #baseRows = 0
  readonly #ends = new Column('u32')
  /** Of rows beyond the base, and of rows whose text there holds no more. */
  readonly #beside = new Map<number, string>()

  set(row: number, text: string): void {
    this.#beside.set(row, byBytes(text))
  }

  /** Only of the last row. */
  remove(row: number): void {
    this.#beside.delete(row)
    if (row < this.#baseRows) this.#baseRows = row
  }

  /** Marks with 1 the rows that hold any of the needles; answers whether there is one. */
  mark(needles: readonly string[], marks: Uint8Array): boolean {
    let found = false
    for (const needle of needles.map(byBytes)) {
      if (this.#markBase(needle, marks)) found = true
      for (const [row, text] of this.#beside) {
        if (!text.includes(needle)) continue
        marks[row] = 1
        found = true
      }
    }
    return found
  }

  #markBase(needle: string, marks: Uint8Array): boolean {
    // Searching halts at each first character, so it looks for the part that begins with the rarest one.
    const skipped = this.#rarestIn(needle)
    const part = needle.slice(skipped)
    const isSound = this.#beside.size === 0 ? () => true : (row: number): boolean => !this.#beside.has(row)
    let row = 0
    let found = false
    for (let at = this.#base.indexOf(part); at >= 0;) {
      if (skipped > 0 && !this.#base.startsWith(needle, at - skipped)) {
        at = this.#base.indexOf(part, at + 1)
        continue
      }
      row = this.#rowAt(at, row)
      if (row >= this.#baseRows) break
      const end = this.#ends.get(row)
      if (at + part.length < end && isSound(row)) {
        marks[row] = 1
        found = true
      }
      at = this.#base.indexOf(part, end)
    }
    return found
  }

  /** The place in the needle of the character that the texts hold least often, as a part of them tells. */
  #rarestIn(needle: string): number {
    const sample = this.#base.slice(0, sampleLength)
    const counts = Array.from(needle, (character) => sample.split(character).length)
    return counts.indexOf(Math.min(...counts))
  }

  /** The row whose text holds this place; it is not before `from`. */
  #rowAt(at: number, from: number): number {
    // Hits of what is common stand close together, so most often this is over after a step or two.
    let step = 1
    let low = from
    while (low + step < this.#baseRows && this.#ends.get(low + step) <= at) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, this.#baseRows)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#ends.get(middle) <= at) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Puts everything into the long string: the first `rows` rows are all there are. Answers the lines as the disk keeps them. */
  fold(rows: number): { readonly text: string; readonly ends: Buffer } {
    if (this.#changedInBase()) this.#join(rows)
    const fresh: string[] = []
    let end = this.#baseRows === 0 ? 0 : this.#ends.get(this.#baseRows - 1)
    const base = this.#base.length === end ? this.#base : this.#base.slice(0, end)
    for (let row = this.#baseRows; row < rows; row += 1) {
      const line = this.#line(row)
      fresh.push(line)
      end += line.length
      this.#ends.set(row, end)
    }
    this.#base = base + fresh.join('')
    this.#baseRows = rows
    this.#beside.clear()
    return { text: this.#base, ends: this.#ends.bytes(rows) }
  }

  #changedInBase(): boolean {
    for (const row of this.#beside.keys()) if (row < this.#baseRows) return true
    return false
  }

  #join(rows: number): void {
    const lines = Array.from({ length: rows }, (_, row) => this.#line(row))
    let end = 0
    for (const [row, line] of lines.entries()) this.#ends.set(row, (end += line.length))
    this.#base = lines.join('')
    this.#baseRows = rows
  }

  #line(row: number): string {
    const beside = this.#beside.get(row)
    if (beside !== undefined) return beside + lineEnd
    return this.#base.slice(row === 0 ? 0 : this.#ends.get(row - 1), this.#ends.get(row))
  }

  /** The text of all rows is as on the disk. */
  load(rows: number, text: string, ends: Uint8Array): void {
    this.#base = text
    this.#baseRows = rows
    this.#ends.load(ends)
    this.#beside.clear()
  }
}
