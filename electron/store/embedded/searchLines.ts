import type { Needle } from './needle'
import { TextBlock } from './textBlock'

/** So many rows are searched at once: what a list looks at before it knows whether that is enough. */
export const rowsInBlock = 2_048

const blockOf = (row: number): number => Math.floor(row / rowsInBlock)

/** What a search looks through, one text a row, block by block. */
export class SearchLines {
  readonly #blocks: TextBlock[] = []

  /** Some of it, to see which characters are common. */
  get sample(): string {
    return this.#blocks[0]?.sample ?? ''
  }

  /** Of a row that is there, or of the next one. */
  set(row: number, text: string): void {
    const index = blockOf(row)
    const block = (this.#blocks[index] ??= new TextBlock())
    block.set(row % rowsInBlock, text)
  }

  /** Only of the last row. */
  remove(row: number): void {
    this.#blocks[blockOf(row)]?.remove(row % rowsInBlock)
  }

  /** Marks with 1 the rows of the block that hold any of the needles, counted from its first; answers whether there is one. */
  mark(block: number, needles: readonly Needle[], marks: Uint8Array): boolean {
    let found = false
    for (const needle of needles) if (this.#blocks[block]?.mark(needle, marks)) found = true
    return found
  }

  /** The same of the first `rows` rows, which are all there are. */
  markAll(needles: readonly Needle[], rows: number): Uint8Array {
    const marks = new Uint8Array(rows)
    for (const [block] of this.#blocks.entries()) this.mark(block, needles, marks.subarray(block * rowsInBlock))
    return marks
  }

  /** Makes ready what tells which blocks need not be searched, a block at a step. */
  *learn(): Generator<undefined> {
    for (const block of this.#blocks) {
      block.learn()
      yield
    }
  }

  /** The lines as the disk keeps them, of the first `rows` rows, which are all there are. */
  fold(rows: number): { readonly texts: readonly string[]; readonly ends: Buffer } {
    const folded = this.#blocks.slice(0, blockOf(rows + rowsInBlock - 1)).map((block) => block.fold())
    const ends = new Uint32Array(rows)
    for (const [index, block] of folded.entries()) ends.set(block.ends, index * rowsInBlock)
    return { texts: folded.map(({ text }) => text), ends: Buffer.from(ends.buffer) }
  }

  /** Takes what `fold` gave. */
  load(rows: number, text: Buffer, ends: Uint8Array): void {
    const all = new Uint32Array(new Uint8Array(ends).buffer)
    let from = 0
    for (let row = 0; row < rows; row += rowsInBlock) {
      const endsOfBlock = all.slice(row, row + rowsInBlock)
      const to = from + (endsOfBlock.at(-1) ?? 0)
      const block = new TextBlock()
      block.load(text.toString('latin1', from, to), endsOfBlock)
      this.#blocks.push(block)
      from = to
    }
  }
}
