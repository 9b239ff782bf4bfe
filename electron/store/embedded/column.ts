type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

const kinds = { f64: Float64Array, u32: Uint32Array, u8: Uint8Array }

/** How wide the numbers of a column are. */
export type ColumnKind = keyof typeof kinds

const firstRows = 16

/** One number a row, outside the heap: a million rows cost their bytes and nothing when garbage is collected. */
export class Column {
  readonly #kind: ColumnKind
  #values: Numbers

  constructor(kind: ColumnKind) {
    this.#kind = kind
    this.#values = new kinds[kind](firstRows)
  }

  get(row: number): number {
    return this.#values[row] ?? 0
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) {
      const grown = new kinds[this.#kind](Math.max(row + 1, Math.ceil(this.#values.length * 1.5)))
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[row] = value
  }

  /** The first `rows` rows as bytes, which change no more. */
  bytes(rows: number): Buffer {
    return Buffer.from(this.#values.slice(0, rows).buffer)
  }

  /** Takes the rows that `bytes` wrote. */
  load(bytes: Uint8Array): void {
    const copied = new Uint8Array(bytes)
    this.#values = new kinds[this.#kind](copied.buffer)
  }
}
