import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { AuditEntry } from '../../../shared/audit/entry'
import type { CampaignId } from '../../../shared/ids'
import { AuditPart, partLength, writeAuditPart, type AuditSummary } from './auditPart'
import { catalogueRecords } from './catalogue'
import { writeDocument } from './document'
import {
  auditFolder,
  auditName,
  catalogueFile,
  documentFile,
  documentOf,
  indexFile,
  isEdition,
  ordersFolder,
  type DocumentEdition,
  type DocumentName,
} from './documentNames'
import type { Journal } from './journal'
import type { Disk } from './loadFolder'
import type { Memory } from './memory'
import { settleOn, viewOf, writeOrders, type ShardView } from './orderIndex'
import type { OrderText } from './orderText'
import { schema } from './upgrades/upgrade'
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

const longestInBusyBytes = 2
const mostInBusyBytes = 4

/** What a document has to say, fixed between two commits. */
type View =
  | { readonly kind: 'orders'; readonly campaignId: CampaignId; readonly view: ShardView }
  | { readonly kind: 'audit'; readonly entries: readonly AuditEntry[] }

interface Taken {
  readonly upTo: number
  readonly dirty: readonly DocumentName[]
  readonly views: ReadonlyMap<DocumentName, View>
  /** What the catalogue has to say, once it is known which documents it counts on. */
  readonly catalogue: (documents: Iterable<DocumentEdition>) => readonly unknown[]
}

/**
 * Writes documents so that the journal can be forgotten. What they say is fixed at one instant, between two commits, by
 * holding on to records that never change; writing goes on beside further commits, which go to the next journal.
 */
export class Snapshots {
  readonly #disk: Disk
  readonly #memory: Memory
  readonly #journal: Journal
  readonly #writer: Writer
  readonly #times: SnapshotTimes
  readonly #report: (problem: unknown) => void
  #documents: ReadonlyMap<DocumentName, DocumentEdition>
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #lastWritten = 0
  /** Of parts of the trail that were written and are still held in memory. */
  readonly #summaries = new Map<DocumentName, AuditSummary>()

  constructor(
    disk: Disk,
    documents: Iterable<DocumentEdition>,
    of: { readonly memory: Memory; readonly journal: Journal; readonly writer: Writer },
    times: SnapshotTimes,
    report: (problem: unknown) => void,
  ) {
    this.#disk = disk
    this.#documents = byName(documents)
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

  /**
   * What a commit waits for where commits come faster than documents are written: otherwise journal and memory would grow without
   * end. Null almost always.
   */
  room(): Promise<void> | null {
    if (this.#journal.length < mostInBusyBytes * this.#times.busyBytes) return null
    return this.#running?.catch(() => undefined) ?? null
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

  /**
   * Everything is written under new names, the catalogue last: until it is durable the folder is what it was, and the store goes on
   * with the documents from before.
   */
  async #write(): Promise<void> {
    if (this.#memory.dirty.size === 0) return
    const { files, folder, readers } = this.#disk
    const taken = await this.#writer.alone(async () => {
      await this.#journal.startNext()
      return this.#take()
    })
    const { upTo } = taken
    try {
      const documents = new Map(this.#documents)
      const texts = new Map<CampaignId, { readonly view: ShardView; readonly text: OrderText }>()
      let written = 0
      for (const [document, about] of taken.views) {
        let size: number
        if (about.kind === 'orders') {
          const orders = await writeOrders(files, folder, readers, about.view, { document, upTo })
          texts.set(about.campaignId, { view: about.view, text: orders.text })
          size = orders.size
        } else {
          const part = await writeAuditPart(files, folder, { document, upTo }, about.entries)
          this.#summaries.set(document, part.summary)
          size = part.size
        }
        written += size
        const span = about.kind === 'orders' ? { span: about.view.span } : {}
        documents.set(document, { document, upTo, size, schema, ...span })
      }
      for (const inside of [ordersFolder, auditFolder]) await files.syncFolder(path.join(folder, inside))
      const records = taken.catalogue(documents.values())
      written += await writeDocument(files, path.join(folder, catalogueFile), { upTo, records })
      await files.syncFolder(folder)
      this.#lastWritten = written
      this.#documents = documents
      for (const [id, { view, text }] of texts) {
        const shard = this.#memory.orders.shards().get(id)
        if (shard) settleOn(shard, view, text)
      }
      this.#letAuditGo()
    } catch (error) {
      for (const name of taken.dirty) this.#memory.dirty.add(name)
      throw error
    }
    await this.#journal.dropOlder()
    await dropOthers(this.#disk, this.#documents.values())
  }

  /** What each dirty document has to say now, a document a turn. From here on they count as clean. */
  async #take(): Promise<Taken> {
    const { orders, audit, dirty } = this.#memory
    const views = new Map<DocumentName, View>()
    for (const name of dirty) {
      const about = documentOf(name)
      if (about?.kind === 'audit') views.set(name, { kind: 'audit', entries: audit.ofPart(about.first) })
      if (about?.kind !== 'orders') continue
      const shard = orders.shards().get(about.campaignId)
      if (shard && shard.rows > 0)
        views.set(name, { kind: 'orders', campaignId: about.campaignId, view: viewOf(shard) })
      await setImmediate()
    }
    const records = catalogueRecords(this.#memory, [])
    const taken = {
      upTo: this.#journal.sequence,
      dirty: [...dirty],
      views,
      catalogue: (documents: Iterable<DocumentEdition>) => [...records, ...documents],
    }
    dirty.clear()
    return taken
  }

  /** Full parts that the disk has are read from there from now on. */
  #letAuditGo(): void {
    const { audit, dirty } = this.#memory
    const parts: AuditPart[] = []
    const full = Math.floor(audit.recent.length / partLength)
    let first = audit.recent[0]?.sequence ?? 0
    while (parts.length < full && !dirty.has(auditName(first))) {
      const edition = this.#documents.get(auditName(first))
      if (!edition) break
      parts.push(new AuditPart(this.#disk, first, edition, this.#summaries.get(auditName(first)) ?? null))
      this.#summaries.delete(auditName(first))
      first += partLength
    }
    audit.release(parts)
  }
}

const byName = (documents: Iterable<DocumentEdition>): ReadonlyMap<DocumentName, DocumentEdition> =>
  new Map(Array.from(documents, (edition) => [edition.document, edition]))

/** Removes what snapshots wrote that the catalogue does not count on: what stood before, or what was broken off. */
export async function dropOthers(
  { files, folder, readers }: Disk,
  documents: Iterable<DocumentEdition>,
): Promise<void> {
  const wanted = new Set(Array.from(documents, (edition) => [documentFile(edition), indexFile(edition)]).flat())
  for (const inside of [ordersFolder, auditFolder]) {
    for (const name of await files.list(path.join(folder, inside))) {
      const file = `${inside}/${name}`
      if (!isEdition(file) || wanted.has(file)) continue
      readers.close(file)
      await files.remove(path.join(folder, file))
    }
  }
}
