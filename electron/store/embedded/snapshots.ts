import path from 'node:path'
import { catalogueRecords } from './catalogue'
import { writeDocument } from './document'
import { catalogueName, documentOf, type DocumentName } from './documentNames'
import type { Files } from './files'
import type { Journal } from './journal'
import type { Memory } from './memory'
import type { Writer } from './writer'

/** When a snapshot is worth its while. */
export interface SnapshotTimes {
  /** So long nothing was committed. */
  readonly quietMilliseconds: number
  /** A journal shorter than this is replayed in no time, so a quiet moment leaves it alone. */
  readonly quietBytes: number
  /** A journal longer than this, and than the documents last written, is not left to grow even when it is never quiet. */
  readonly busyBytes: number
}

const longestInBusyBytes = 8

/**
 * Writes documents so that the journal can be forgotten. What they say is fixed at one instant, between two commits, by
 * holding on to records that never change; writing goes on beside further commits, which go to the next journal.
 */
export class Snapshots {
  readonly #files: Files
  readonly #folder: string
  readonly #memory: Memory
  readonly #journal: Journal
  readonly #writer: Writer
  readonly #times: SnapshotTimes
  readonly #report: (problem: unknown) => void
  readonly #documents: Set<DocumentName>
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #lastWritten = 0

  constructor(
    place: { readonly files: Files; readonly folder: string; readonly documents: ReadonlySet<DocumentName> },
    of: { readonly memory: Memory; readonly journal: Journal; readonly writer: Writer },
    times: SnapshotTimes,
    report: (problem: unknown) => void,
  ) {
    this.#files = place.files
    this.#folder = place.folder
    this.#documents = new Set(place.documents)
    this.#memory = of.memory
    this.#journal = of.journal
    this.#writer = of.writer
    this.#times = times
    this.#report = report
  }

  /** After each commit. */
  noteCommit(): void {
    const { busyBytes, quietMilliseconds } = this.#times
    // Large documents are not written again for little, yet the journal stays short enough to be replayed.
    const worthIt = Math.min(Math.max(busyBytes, this.#lastWritten), longestInBusyBytes * busyBytes)
    if (this.#journal.length > worthIt && !this.#running) this.#takeAside()
    if (this.#timer) {
      this.#timer.refresh()
    } else {
      this.#timer = setTimeout(() => this.#noteQuiet(), quietMilliseconds)
      this.#timer.unref()
    }
  }

  /** Resolves when everything committed so far is in durable documents. One at a time. */
  async take(): Promise<void> {
    while (this.#running) await this.#running.catch(() => undefined)
    this.#running = this.#write()
    try {
      await this.#running
    } finally {
      this.#running = null
    }
  }

  /** Runs `deed` while no document is written and no journal is begun or dropped. */
  async holdOff<T>(deed: () => Promise<T>): Promise<T> {
    while (this.#running) await this.#running.catch(() => undefined)
    const held = deed()
    this.#running = held.then(
      () => undefined,
      () => undefined,
    )
    try {
      return await held
    } finally {
      this.#running = null
    }
  }

  /** Waits for one that is under way; none begins by itself afterwards. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    await this.#running?.catch(() => undefined)
  }

  #noteQuiet(): void {
    this.#timer = null
    if (this.#journal.length >= this.#times.quietBytes && !this.#running) this.#takeAside()
  }

  /** A snapshot that fails loses nothing: the journals stay, and the next one writes what this one did not. */
  #takeAside(): void {
    this.take().catch(this.#report)
  }

  async #write(): Promise<void> {
    if (this.#memory.dirty.size === 0) return
    const dirty = await this.#writer.alone(async () => {
      await this.#journal.startNext()
      return this.#takeDirty()
    })
    const upTo = dirty.upTo
    try {
      let written = 0
      // The catalogue comes last: it names the documents that must be there.
      for (const [name, records] of dirty.documents) {
        written += await writeDocument(this.#files, path.join(this.#folder, name), { upTo, records })
        dirty.documents.delete(name)
      }
      this.#lastWritten = written
    } finally {
      for (const name of dirty.documents.keys()) this.#memory.dirty.add(name)
    }
    await this.#journal.dropOlder()
  }

  /** What each dirty document has to say now. From here on they count as clean. */
  #takeDirty(): { readonly upTo: number; readonly documents: Map<DocumentName, readonly unknown[]> } {
    const documents = new Map<DocumentName, readonly unknown[]>()
    for (const name of this.#memory.dirty) {
      const about = documentOf(name)
      if (!about) continue
      this.#documents.add(name)
      documents.set(
        name,
        about.kind === 'orders'
          ? this.#memory.orders.ofCampaign(about.campaignId).map(({ order }) => order)
          : [...this.#memory.audit.ofMonth(about.month)],
      )
    }
    documents.set(catalogueName, catalogueRecords(this.#memory, this.#documents))
    this.#memory.dirty.clear()
    return { upTo: this.#journal.sequence, documents }
  }
}
