import fs, { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { diskFiles, type Files, type OpenFile } from '../store/embedded/files'

/**
 * The disk, of which nothing is changed: whatever is written stays in memory and is gone afterwards. Only the lock is real where the
 * folder can be written, so that no program writes while this one reads; `leave` gives it back.
 */
export class ReadOnlyFiles implements Files {
  /** What was written since, null where it was removed. */
  readonly #written = new Map<string, Buffer | null>()
  readonly #locks = new Set<string>()

  async leave(): Promise<void> {
    for (const file of this.#locks) await diskFiles.remove(file)
    this.#locks.clear()
  }

  readonly makeFolder = async (): Promise<void> => {
    // A folder that is missing has nothing in it, which is what reading it says anyway.
  }

  readonly list = async (folder: string): Promise<readonly string[]> => {
    const names = new Set(await diskFiles.list(folder))
    for (const [file, bytes] of this.#written) {
      if (path.dirname(file) !== path.normalize(folder)) continue
      if (bytes === null) names.delete(path.basename(file))
      else names.add(path.basename(file))
    }
    return [...names].sort()
  }

  readonly read = async (file: string): Promise<Buffer | null> => {
    const known = this.#written.get(path.normalize(file))
    return known === undefined ? diskFiles.read(file) : known
  }

  readonly size = async (file: string): Promise<number | null> => {
    const known = this.#written.get(path.normalize(file))
    if (known !== undefined) return known?.length ?? null
    return fs.statSync(file, { throwIfNoEntry: false })?.size ?? null
  }

  readonly openToRead = (file: string): { readAt(position: number, length: number): Buffer; close(): void } => {
    const known = this.#written.get(path.normalize(file))
    if (known) return { readAt: (from, length) => known.subarray(from, from + length), close: () => undefined }
    const handle = fs.openSync(file, 'r')
    return {
      readAt(position, length) {
        const bytes = Buffer.alloc(length)
        return bytes.subarray(0, fs.readSync(handle, bytes, 0, length, position))
      },
      close: () => fs.closeSync(handle),
    }
  }

  readonly claim = async (file: string): Promise<void> => {
    const mayWrite = await access(path.dirname(file), constants.W_OK).then(
      () => true,
      () => false,
    )
    // Whoever may not write here takes nothing away from those who may.
    if (!mayWrite) return
    await diskFiles.claim(file)
    this.#locks.add(file)
  }

  readonly create = async (file: string): Promise<OpenFile> => {
    this.#written.set(path.normalize(file), Buffer.alloc(0))
    return this.#open(path.normalize(file))
  }

  readonly openAtEnd = async (file: string): Promise<OpenFile> => {
    const bytes = await this.read(file)
    if (bytes === null) throw new Error('There is no such file.')
    this.#written.set(path.normalize(file), bytes)
    return this.#open(path.normalize(file))
  }

  #open(file: string): OpenFile {
    const now = (): Buffer => this.#written.get(file) ?? Buffer.alloc(0)
    return {
      append: async (bytes) => void this.#written.set(file, Buffer.concat([now(), bytes])),
      sync: async () => undefined,
      truncate: async (length) => void this.#written.set(file, now().subarray(0, length)),
      close: async () => undefined,
    }
  }

  readonly rename = async (from: string, to: string): Promise<void> => {
    this.#written.set(path.normalize(to), await this.read(from))
    this.#written.set(path.normalize(from), null)
  }

  readonly remove = async (file: string): Promise<void> => {
    if (this.#locks.delete(file)) await diskFiles.remove(file)
    else this.#written.set(path.normalize(file), null)
  }

  readonly syncFolder = async (): Promise<void> => {
    // Nothing was written there.
  }
}
