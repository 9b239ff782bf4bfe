type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

const kinds = { f64: Float64Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array }

/** How wide the numbers of a column are; `code` is as wide as its highest number needs, of 32 bits at most. */
export type ColumnKind = Exclude<keyof typeof kinds, 'u16'> | 'code'

const firstRows = 16

/** One number a row, outside the heap: a million rows cost their bytes and nothing when garbage is collected. */
export class Column {
  #width: keyof typeof kinds
  #values: Numbers
  /** What does not fit any more where numbers become wider. */
  #most: number
  readonly #grows: boolean

  constructor(kind: ColumnKind) {
    this.#grows = kind === 'code'
    this.#width = kind === 'code' ? 'u8' : kind
    this.#values = new kinds[this.#width](firstRows)
    this.#most = mostOf(this.#width, this.#grows)
  }

  get(row: number): number {
    return this.#values[row] ?? 0
  }

  set(row: number, value: number): void {
    if (value > this.#most) this.#become(value > 0xffff ? 'u32' : 'u16', this.#values.length)
    if (row >= this.#values.length) this.#become(this.#width, Math.max(row + 1, Math.ceil(this.#values.length * 1.5)))
    this.#values[row] = value
  }

  #become(width: keyof typeof kinds, rows: number): void {
    const grown = new kinds[width](rows)
    grown.set(this.#values)
    this.#values = grown
    this.#width = width
    this.#most = mostOf(width, this.#grows)
  }

  /** The first `rows` rows as bytes, which change no more. */
  bytes(rows: number): Buffer {
    return Buffer.from(this.#values.slice(0, rows).buffer)
  }

  /** Takes the `rows` rows that `bytes` wrote. */
  load(bytes: Uint8Array, rows: number): void {
    const copied = new Uint8Array(bytes)
    if (this.#grows) this.#width = widthOf(rows === 0 ? 1 : copied.length / rows)
    this.#values = new kinds[this.#width](copied.buffer)
    this.#most = mostOf(this.#width, this.#grows)
  }
}

const widthOf = (bytes: number): 'u8' | 'u16' | 'u32' => (bytes === 1 ? 'u8' : bytes === 2 ? 'u16' : 'u32')

const mostOf = (width: keyof typeof kinds, grows: boolean): number =>
  !grows ? Infinity : width === 'u8' ? 0xff : width === 'u16' ? 0xffff : Infinity
