import path from 'node:path'
import { Low, type Adapter } from 'lowdb'
import { decodeDocument, encodeDocument, type DocumentContent } from './documentFormat'
import type { Files } from './files'

/** The ending of what is being written; it counts for nothing until it is renamed. */
export const unfinished = '.tmp'

/**
 * Durability for lowdb: a document is written beside the one that stands, synced, and then takes its name, so at every instant
 * there is one whole document under that name.
 */
class DurableAdapter implements Adapter<DocumentContent> {
  readonly #files: Files
  readonly #file: string
  /** Bytes of the last write. */
  written = 0

  constructor(files: Files, file: string) {
    this.#files = files
    this.#file = file
  }

  async read(): Promise<DocumentContent | null> {
    const bytes = await this.#files.read(this.#file)
    return bytes === null ? null : decodeDocument(bytes)
  }

  async write(content: DocumentContent): Promise<void> {
    const beside = this.#file + unfinished
    const file = await this.#files.create(beside)
    try {
      this.written = 0
      for (const slice of encodeDocument(content)) {
        await file.append(slice)
        this.written += slice.length
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await this.#files.rename(beside, this.#file)
    await this.#files.syncFolder(path.dirname(this.#file))
  }
}

const nothing: DocumentContent = { upTo: 0, records: [] }

/** A document of the folder; one that was never written has no records and includes no commit. */
export async function readDocument(files: Files, file: string): Promise<DocumentContent> {
  const document = new Low(new DurableAdapter(files, file), nothing)
  await document.read()
  return document.data
}

/** Resolves, with its bytes, when the document is durable under its name. The one before it stands until then. */
export async function writeDocument(files: Files, file: string, content: DocumentContent): Promise<number> {
  const adapter = new DurableAdapter(files, file)
  const document = new Low(adapter, nothing)
  document.data = content
  await document.write()
  return adapter.written
}
