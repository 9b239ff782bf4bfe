import path from 'node:path'
import type { AuditEntry, AuditSubject } from '../../../shared/audit/entry'
import type { StaffId } from '../../../shared/ids'
import { decodeParts, encodeParts } from './columnFile'
import { Damaged, named } from './damaged'
import { writeDocument, writeReplaceable } from './document'
import { proveDocument, recordsOf } from './documentFormat'
import { documentFile, indexFile, type DocumentEdition, type EditionName } from './documentNames'
import type { Files } from './files'
import { hashOf } from './hashChains'
import type { Readers } from './orderText'

export interface Person {
  readonly id: StaffId | null
  readonly name: string
}

/** Of the indexes that summaries are kept in. */
const summarySchema = 4

/** Few enough to be read, proven and parsed at once. */
export const partLength = 1024

/** The first entry of the part that holds this one. */
export const firstOf = (sequence: number): number => sequence - ((sequence - 1) % partLength)

/** What tells whether a part holds what someone looks for. */
export interface AuditSummary {
  readonly people: readonly Person[]
  readonly actions: readonly string[]
  readonly from: number
  readonly to: number
  /** The hash of each entry's command. */
  readonly commands: Uint32Array
  /** Hashes of the products, campaigns and orders that it is about. */
  readonly subjects: Uint32Array
}

export function summaryOf(entries: readonly AuditEntry[]): AuditSummary {
  const people = new Map<string, Person>()
  const actions = new Set<string>()
  const subjects = new Set<number>()
  let from = Infinity
  let to = -Infinity
  for (const { byId, byName, action, at, subject } of entries) {
    const key = `${byId ?? ''} ${byName}`
    if (!people.has(key)) people.set(key, { id: byId, name: byName })
    actions.add(action)
    from = Math.min(from, at)
    to = Math.max(to, at)
    for (const hash of subjectHashes(subject)) subjects.add(hash)
  }
  return {
    people: [...people.values()],
    actions: [...actions],
    from,
    to,
    commands: Uint32Array.from(entries, ({ commandId }) => hashOf(commandId)),
    subjects: Uint32Array.from(subjects),
  }
}

const subjectHashes = ({ productId, campaignId, orderId }: AuditSubject): readonly number[] =>
  [productId, campaignId, orderId].flatMap((id) => (id === undefined ? [] : hashOf(id)))

/** A full part of the trail, on the disk. */
export class AuditPart {
  readonly first: number
  readonly #files: Files
  readonly #folder: string
  readonly #readers: Readers
  readonly #edition: DocumentEdition
  #summary: AuditSummary | null

  constructor(
    disk: { readonly files: Files; readonly folder: string; readonly readers: Readers },
    first: number,
    edition: DocumentEdition,
    summary: AuditSummary | null = null,
  ) {
    this.first = first
    this.#files = disk.files
    this.#folder = disk.folder
    this.#readers = disk.readers
    this.#edition = edition
    this.#summary = summary
  }

  /** The sequence of its last entry. */
  get last(): number {
    return this.first + partLength - 1
  }

  get summary(): AuditSummary {
    return (this.#summary ??= summaryOf(this.read()))
  }

  /** From the index, or from the entries where that is not sound; then it is written anew where the folder may be written. */
  async readSummary(mayWrite: boolean): Promise<AuditSummary> {
    if (this.#summary) return this.#summary
    try {
      const bytes = await this.#files.read(path.join(this.#folder, indexFile(this.#edition)))
      const { facts, parts } = decodeParts(summarySchema, bytes ?? Buffer.alloc(0))
      const [commands, subjects] = parts.map((part) => new Uint32Array(new Uint8Array(part).buffer))
      if (commands && subjects) {
        this.#summary = { ...(facts as Omit<AuditSummary, 'commands' | 'subjects'>), commands, subjects }
      }
    } catch {
      // The entries say the same; where that cannot be kept, they are asked again the next time.
      if (mayWrite) await writeSummary(this.#files, this.#folder, this.#edition, this.summary).catch(() => undefined)
    }
    return this.summary
  }

  /** Throws `CannotOpen` where the part is not as it was written. */
  read(): readonly AuditEntry[] {
    const file = documentFile(this.#edition)
    const bytes = this.#readers.read(file, 0, this.#edition.size)
    try {
      const entries = recordsOf(proveDocument(bytes)) as readonly AuditEntry[]
      const whole =
        entries.length === partLength && entries.every(({ sequence }, index) => sequence === this.first + index)
      if (!whole) throw new Damaged('does not hold the entries that it should')
      return entries
    } catch (error) {
      throw named(file, error)
    }
  }
}

/** Writes the entries of a part and their summary; answers it with the bytes of the document. */
export async function writeAuditPart(
  files: Files,
  folder: string,
  name: EditionName,
  entries: readonly AuditEntry[],
): Promise<{ readonly size: number; readonly summary: AuditSummary }> {
  const size = await writeDocument(files, path.join(folder, documentFile(name)), { upTo: name.upTo, records: entries })
  const summary = summaryOf(entries)
  await writeSummary(files, folder, name, summary)
  return { size, summary }
}

async function writeSummary(
  files: Files,
  folder: string,
  name: EditionName,
  { commands, subjects, ...facts }: AuditSummary,
): Promise<void> {
  const parts = [commands, subjects].map((numbers) => Buffer.from(new Uint8Array(numbers.slice().buffer)))
  await writeReplaceable(files, path.join(folder, indexFile(name)), encodeParts(summarySchema, facts, parts))
}
