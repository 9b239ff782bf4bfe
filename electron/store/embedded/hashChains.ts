import { Column } from './column'

/** A number of 32 bits that equal texts share (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const none = 0
const noRows: readonly number[] = []

/** Rows by the hash in one of their columns, the newest first: 8 bytes a row, where a Map of strings takes a hundred. */
export class HashChains {
  readonly #hashes: Column
  readonly #next = new Column('u32')
  #heads = new Uint32Array(16)
  #rows = 0

  constructor(hashes: Column) {
    this.#hashes = hashes
  }

  /** Makes room for so many rows, before any is chained. */
  reserve(rows: number): void {
    let size = 16
    while (size < rows) size *= 2
    this.#heads = new Uint32Array(size)
  }

  /** Chains the first `rows` rows anew. */
  build(rows: number): void {
    this.reserve(rows)
    this.#rows = rows
    for (let row = 0; row < rows; row += 1) this.#link(row)
  }

  /** Chains a row, the next one or one that was taken out, whose hash stands in its column. */
  add(row: number): void {
    if (row >= this.#rows) {
      this.#rows = row + 1
      if (this.#rows > this.#heads.length) {
        this.build(this.#rows)
        return
      }
    }
    this.#link(row)
  }

  /** Takes a row out while its hash still stands in its column. */
  remove(row: number): void {
    const slot = this.#slot(this.#hashes.get(row))
    let before = none
    for (let link = this.#heads[slot] ?? none; link !== none; link = this.#next.get(link - 1)) {
      if (link === row + 1) {
        if (before === none) this.#heads[slot] = this.#next.get(row)
        else this.#next.set(before - 1, this.#next.get(row))
        break
      }
      before = link
    }
    if (row === this.#rows - 1) this.#rows = row
  }

  /** Rows with this hash. Texts that differ may share it, so whoever asks compares them. */
  rows(hash: number): readonly number[] {
    let found: number[] | null = null
    for (let link = this.#heads[this.#slot(hash)] ?? none; link !== none; link = this.#next.get(link - 1)) {
      if (this.#hashes.get(link - 1) === hash) (found ??= []).push(link - 1)
    }
    return found ?? noRows
  }

  #link(row: number): void {
    const slot = this.#slot(this.#hashes.get(row))
    this.#next.set(row, this.#heads[slot] ?? none)
    this.#heads[slot] = row + 1
  }

  #slot(hash: number): number {
    return hash & (this.#heads.length - 1)
  }
}
