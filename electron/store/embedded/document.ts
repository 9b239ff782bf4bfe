import { setImmediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { Low, type Adapter } from 'lowdb'
import { Damaged } from './damaged'
import { encodeDocument, proveDocument, recordsOf } from './documentFormat'
import type { Files } from './files'
import { schema } from './upgrades/upgrade'

/** The ending of what is being written; it counts for nothing until it is renamed. */
export const unfinished = '.tmp'

/** What a document holds: records of one kind, as they stood after the commit `upTo`. */
export interface DocumentContent {
  readonly upTo: number
  readonly records: readonly unknown[]
}

/**
 * Writes a file beside the one of that name, which stands until the new one is on the disk and was read again as it was written: disks
 * have been known to take a write and keep something else. Its name is durable once the folder is synced. Answers its bytes.
 */
export async function writeProven(files: Files, file: string, slices: Iterable<Buffer>): Promise<number> {
  const { size, sum } = await writeBeside(files, file, slices, true)
  await readAgain(files, file + unfinished, size, sum)
  await files.rename(file + unfinished, file)
  return size
}

/** The same for what can be made again: nothing waits for the disk. */
export async function writeReplaceable(files: Files, file: string, slices: Iterable<Buffer>): Promise<void> {
  await writeBeside(files, file, slices, false)
  await files.rename(file + unfinished, file)
}

async function writeBeside(
  files: Files,
  file: string,
  slices: Iterable<Buffer>,
  durably: boolean,
): Promise<{ readonly size: number; readonly sum: number }> {
  const written = await files.create(file + unfinished)
  let size = 0
  let sum = 0
  try {
    for (const slice of slices) {
      await written.append(slice)
      size += slice.length
      sum = crc32(slice, sum)
    }
    if (durably) await written.sync()
  } finally {
    await written.close()
  }
  return { size, sum }
}

const proofLength = 1024 ** 2

async function readAgain(files: Files, file: string, size: number, sum: number): Promise<void> {
  const written = files.openToRead(file)
  try {
    let found = 0
    for (let at = 0; at < size; at += proofLength) {
      found = crc32(written.readAt(at, Math.min(proofLength, size - at)), found)
      await setImmediate()
    }
    if (found !== sum) throw new Damaged('was not kept by the disk as it was written')
  } finally {
    written.close()
  }
}

/** Durability for lowdb. */
class DurableAdapter implements Adapter<DocumentContent> {
  readonly #files: Files
  readonly #file: string
  /** Bytes of the last write. */
  written = 0
  /** Of the records that were read last. */
  schema = schema

  constructor(files: Files, file: string) {
    this.#files = files
    this.#file = file
  }

  async read(): Promise<DocumentContent | null> {
    const bytes = await this.#files.read(this.#file)
    if (bytes === null) return null
    const document = proveDocument(bytes)
    this.schema = document.schema
    return { upTo: document.upTo, records: recordsOf(document) }
  }

  async write({ upTo, records }: DocumentContent): Promise<void> {
    this.written = await writeProven(this.#files, this.#file, encodeDocument(upTo, linesOf(records)))
  }
}

function* linesOf(records: Iterable<unknown>): Generator<Buffer> {
  for (const record of records) yield Buffer.from(JSON.stringify(record))
}

const nothing: DocumentContent = { upTo: 0, records: [] }

/** A document of the folder, its records as they were written; one that was never written has none and includes no commit. */
export async function readDocument(files: Files, file: string): Promise<DocumentContent & { readonly schema: number }> {
  const adapter = new DurableAdapter(files, file)
  const document = new Low(adapter, nothing)
  await document.read()
  return { ...document.data, schema: adapter.schema }
}

/** Resolves, with its bytes, when the document is written; its name is durable once the folder is synced. */
export async function writeDocument(files: Files, file: string, content: DocumentContent): Promise<number> {
  const adapter = new DurableAdapter(files, file)
  const document = new Low(adapter, nothing)
  document.data = content
  await document.write()
  return adapter.written
}
