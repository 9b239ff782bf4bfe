import path from 'node:path'
import { unfinished } from './document'
import type { Files, OpenFile } from './files'
import { decodeJournal, encodeFrame, journalHead } from './journalFormat'
import { schema } from './upgrades/upgrade'

const journalName = /^journal-(\d{15})\.log$/u

const journalFileName = (base: number): string => `journal-${String(base).padStart(15, '0')}.log`

/** Names of journals among those of a folder, oldest first. */
export const journalsAmong = (names: readonly string[]): readonly string[] =>
  names.filter((name) => journalName.test(name)).sort()

/** Makes an empty journal that goes on after the commit `base`. It has its name only once it is durable. */
export async function makeJournal(
  files: Files,
  folder: string,
  base: number,
): Promise<{ name: string; length: number }> {
  const name = journalFileName(base)
  const head = journalHead(base)
  const file = await files.create(path.join(folder, name + unfinished))
  try {
    await file.append(head)
    await file.sync()
  } finally {
    await file.close()
  }
  await files.rename(path.join(folder, name + unfinished), path.join(folder, name))
  await files.syncFolder(folder)
  return { name, length: head.length }
}

/** Where a journal that was read to its end goes on. */
export interface JournalEnd {
  readonly name: string
  /** Of the journal's last commit. */
  readonly sequence: number
  /** Of its whole frames. */
  readonly length: number
  /** Of its commits. */
  readonly schema: number
  /** Journals before it, kept until every document includes them. */
  readonly older: readonly string[]
}

/**
 * Where a journal that an older version of the program wrote ends, another one of this version goes on: a journal holds records of
 * one schema.
 */
export async function goOnAnew(files: Files, folder: string, end: JournalEnd): Promise<JournalEnd> {
  // An incomplete last frame is cut off, which only the newest journal may have.
  const before = new Journal(files, folder, end)
  await before.open()
  await before.close()
  const made = await makeJournal(files, folder, end.sequence)
  // One without commits has the same name, and has been replaced.
  const older = [...end.older, end.name].filter((name) => name !== made.name)
  return { ...made, sequence: end.sequence, schema, older }
}

/**
 * The journal that is being written. Its end is trusted only after a flush that succeeded: after any failure it is read again
 * and cut back to what was acknowledged before anything more is.
 */
export class Journal {
  readonly #files: Files
  readonly #folder: string
  #older: readonly string[]
  #name: string
  #sequence: number
  #length: number
  #file: OpenFile | null = null
  /** A next journal that could not be made whole; it must be gone before this one goes on. */
  #stray: string | null = null

  constructor(files: Files, folder: string, end: JournalEnd) {
    this.#files = files
    this.#folder = folder
    this.#older = end.older
    this.#name = end.name
    this.#sequence = end.sequence
    this.#length = end.length
  }

  /** Of the last durable commit. */
  get sequence(): number {
    return this.#sequence
  }

  /** The file that is being written. */
  get name(): string {
    return this.#name
  }

  /** Bytes since the last snapshot began. */
  get length(): number {
    return this.#length
  }

  /** One frame for all `commits`. Where it throws, none of them is in the journal, as far as the disk can still be told so. */
  async append(commits: readonly Buffer[]): Promise<void> {
    const file = await this.open()
    const frame = encodeFrame(this.#sequence + 1, commits)
    try {
      await file.append(frame)
      await file.sync()
    } catch (error) {
      await this.#distrust()
      throw error
    }
    this.#length += frame.length
    this.#sequence += commits.length
  }

  /** Makes sure that the journal ends with its last acknowledged commit and can be written. */
  async open(): Promise<OpenFile> {
    if (this.#file) return this.#file
    if (this.#stray !== null) {
      await this.#files.remove(path.join(this.#folder, this.#stray))
      await this.#files.syncFolder(this.#folder)
      this.#stray = null
    }
    const place = path.join(this.#folder, this.#name)
    const bytes = await this.#files.read(place)
    const { base, commits } = decodeJournal(bytes?.subarray(0, this.#length) ?? Buffer.alloc(0))
    if (base + commits.length !== this.#sequence) throw new Error('The journal no longer holds what was acknowledged.')
    const file = await this.#files.openAtEnd(place)
    try {
      if (bytes && bytes.length > this.#length) await file.truncate(this.#length)
      await file.sync()
    } catch (error) {
      await file.close()
      throw error
    }
    this.#file = file
    return file
  }

  /** Cuts the failed write off at once where that is possible, otherwise before the next one. */
  async #distrust(): Promise<void> {
    try {
      await this.close()
      await this.open()
    } catch {
      // The next append tries again and says why it cannot.
    }
  }

  /** Further commits go to a new journal; this one is kept until `dropOlder`. */
  async startNext(): Promise<void> {
    await this.open()
    const next = journalFileName(this.#sequence)
    if (next === this.#name) return
    try {
      const made = await makeJournal(this.#files, this.#folder, this.#sequence)
      await this.close()
      this.#older = [...this.#older, this.#name]
      this.#name = made.name
      this.#length = made.length
    } catch (error) {
      this.#stray = next
      await this.#distrust()
      throw error
    }
    await this.open()
  }

  /** Once every document includes the commits of the journals before this one. */
  async dropOlder(): Promise<void> {
    for (const name of this.#older) await this.#files.remove(path.join(this.#folder, name))
    await this.#files.syncFolder(this.#folder)
    this.#older = []
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close()
  }
}
