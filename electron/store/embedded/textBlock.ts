import { DigitParts } from './digitParts'
import { byBytes, type Needle } from './needle'

const lineEnd = '\n'

const mostBeside = 128

/**
 * The texts of some thousand rows that follow each other. They stand in one long string, which is searched twenty times faster than
 * as many short ones; rows that came or changed lately stand beside it, until there are enough of them to make it anew.
 */
export class TextBlock {
  #base = ''
  /** Where each row of the base ends. */
  #ends: Uint32Array<ArrayBuffer> = new Uint32Array(0)
  #rows = 0
  /** Of rows beyond the base, and of rows whose text there holds no more. */
  readonly #beside = new Map<number, string>()
  #digits: DigitParts | null = null

  get sample(): string {
    return this.#base.slice(0, sampleLength)
  }

  /** Of a row that is there, or of the next one. */
  set(row: number, text: string): void {
    const bytes = byBytes(text)
    this.#beside.set(row, bytes)
    this.#digits?.add(bytes)
    this.#rows = Math.max(this.#rows, row + 1)
    if (this.#beside.size >= mostBeside) this.#join()
  }

  /** Only of the last row. */
  remove(row: number): void {
    this.#beside.delete(row)
    this.#rows = row
    if (row < this.#ends.length) this.#ends = this.#ends.slice(0, row)
  }

  /** Marks with 1 the rows that hold the needle; answers whether there is one. */
  mark({ bytes, skipped, rest, digitParts }: Needle, marks: Uint8Array): boolean {
    if (digitParts.length > 0 && !this.#learnt().hold(digitParts)) return false
    let found = false
    const base = this.#base
    const ends = this.#ends
    let row = 0
    for (let at = base.indexOf(rest); at >= 0;) {
      if (skipped > 0 && !base.startsWith(bytes, at - skipped)) {
        at = base.indexOf(rest, at + 1)
        continue
      }
      row = rowAt(ends, at, row)
      const end = ends[row]
      if (end === undefined) break
      if (!this.#beside.has(row)) {
        marks[row] = 1
        found = true
      }
      at = base.indexOf(rest, end)
    }
    for (const [beside, text] of this.#beside) {
      if (!text.includes(bytes)) continue
      marks[beside] = 1
      found = true
    }
    return found
  }

  /** Looks through its texts for what tells later that they need not be searched; otherwise the first search would. */
  learn(): void {
    this.#learnt()
  }

  #learnt(): DigitParts {
    if (this.#digits === null) {
      this.#digits = new DigitParts()
      this.#digits.add(this.#base)
      for (const text of this.#beside.values()) this.#digits.add(text)
    }
    return this.#digits
  }

  /** Its texts as the disk keeps them, with the end of each row. */
  fold(): { readonly text: string; readonly ends: Uint32Array<ArrayBuffer> } {
    this.#join()
    return { text: this.#base, ends: this.#ends }
  }

  #join(): void {
    if (this.#beside.size === 0 && this.#ends.length === this.#rows && this.#base.length === (this.#ends.at(-1) ?? 0))
      return
    const lines = Array.from({ length: this.#rows }, (_, row) => this.#line(row))
    const ends = new Uint32Array(this.#rows)
    let end = 0
    for (const [row, line] of lines.entries()) ends[row] = end += line.length
    this.#base = lines.join('')
    this.#ends = ends
    this.#beside.clear()
  }

  #line(row: number): string {
    const beside = this.#beside.get(row)
    return beside === undefined ? this.#base.slice(this.#ends[row - 1] ?? 0, this.#ends[row]) : beside + lineEnd
  }

  /** Takes what `fold` gave. */
  load(text: string, ends: Uint32Array<ArrayBuffer>): void {
    this.#base = text
    this.#ends = ends
    this.#rows = ends.length
  }
}

const sampleLength = 2_000

/** The row whose text holds this place; it is not before `from`. */
function rowAt(ends: Uint32Array, at: number, from: number): number {
  // Hits of what is common stand close together, so most often this is over after a step or two.
  let step = 1
  let low = from
  while (low + step < ends.length && (ends[low + step] ?? 0) <= at) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, ends.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
