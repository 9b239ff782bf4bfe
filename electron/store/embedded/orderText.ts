import path from 'node:path'
import { crc32 } from 'node:zlib'
import type { Order } from '../../../shared/orders/order'
import { Column } from './column'
import { Damaged, named } from './damaged'
import { sliceLength } from './documentFormat'
import type { Files, ReadableFile } from './files'
import { schema, upgradeOrder } from './upgrades/upgrade'

const mostOpen = 64

/** To skip more bytes than this costs more than to read anew behind them. */
const widestGap = 8 * 1024

/** Files that are open for reading, those that were read last: a shop may have hundreds, a process may not. */
export class Readers {
  readonly #files: Files
  readonly #folder: string
  readonly #open = new Map<string, ReadableFile>()

  constructor(files: Files, folder: string) {
    this.#files = files
    this.#folder = folder
  }

  /** `length` bytes of a file of the folder. Throws `CannotOpen` where it cannot be read. */
  read(file: string, position: number, length: number): Buffer {
    const known = this.#open.get(file)
    try {
      const reader = known ?? this.#files.openToRead(path.join(this.#folder, file))
      this.#open.delete(file)
      this.#open.set(file, reader)
      const [oldest] = this.#open.keys()
      if (this.#open.size > mostOpen && oldest !== undefined) this.close(oldest)
      return reader.readAt(position, length)
    } catch (error) {
      throw named(file, error)
    }
  }

  close(file: string): void {
    this.#open.get(file)?.close()
    this.#open.delete(file)
  }

  closeAll(): void {
    for (const file of [...this.#open.keys()]) this.close(file)
  }
}

/** What a document says of an order. */
export const lineOf = (order: Order): Buffer => Buffer.from(JSON.stringify(order))

/** Where each row's order stands in the campaign's document. */
export class OrderText {
  readonly columns = { position: new Column('f64'), length: new Column('u32'), sum: new Column('u32') }
  /** The document's file in the data folder. */
  readonly file: string
  /** Of its records. */
  readonly schema: number
  readonly #readers: Readers

  constructor(file: string, readers: Readers, written = schema) {
    this.file = file
    this.schema = written
    this.#readers = readers
  }

  place(row: number, position: number, line: Buffer): void {
    this.columns.position.set(row, position)
    this.columns.length.set(row, line.length)
    this.columns.sum.set(row, crc32(line))
  }

  /** Throws `CannotOpen` where the order is not there as it was written. */
  read(row: number): Order {
    const line = this.#readers.read(this.file, this.columns.position.get(row), this.columns.length.get(row))
    this.#prove(row, line)
    return this.parse(line)
  }

  /** The order that a line of the document says. */
  parse(line: Buffer): Order {
    return upgradeOrder(JSON.parse(line.toString('utf8')), this.schema)
  }

  /** Calls `take` with the order of each of the rows, which ascend. Those that stand close together are read at once. */
  readMany(rows: readonly number[], take: (row: number, order: Order) => void): void {
    const { position, length } = this.columns
    const endOf = (row: number): number => position.get(row) + length.get(row)
    for (let first = 0; first < rows.length;) {
      const from = position.get(rows[first] ?? 0)
      let [next, end] = [first, from]
      for (let row = rows[next]; row !== undefined; row = rows[next]) {
        if (next > first && (position.get(row) - end > widestGap || endOf(row) - from > sliceLength)) break
        end = endOf(row)
        next += 1
      }
      const window = this.#readers.read(this.file, from, end - from)
      for (const row of rows.slice(first, next)) {
        const line = window.subarray(position.get(row) - from, endOf(row) - from)
        this.#prove(row, line)
        take(row, this.parse(line))
      }
      first = next
    }
  }

  /** Reads lines of rows that follow each other, many at once. */
  walker(): (row: number) => Buffer {
    let window: Buffer = Buffer.alloc(0)
    let from = 0
    return (row) => {
      const position = this.columns.position.get(row)
      const length = this.columns.length.get(row)
      if (position < from || position + length > from + window.length) {
        window = this.#readers.read(this.file, position, Math.max(length, sliceLength))
        from = position
      }
      const line = window.subarray(position - from, position - from + length)
      this.#prove(row, line)
      return line
    }
  }

  #prove(row: number, line: Buffer): void {
    if (line.length === this.columns.length.get(row) && crc32(line) === this.columns.sum.get(row)) return
    const at = String(this.columns.position.get(row))
    throw named(this.file, new Damaged(`has an order that does not match its checksum at byte ${at}`))
  }

  close(): void {
    this.#readers.close(this.file)
  }
}
