import path from 'node:path'
import type { AuditEntry } from '../../../shared/audit/entry'
import type { Order } from '../../../shared/orders/order'
import { CannotOpen } from '../store'
import { loadCatalogue } from './catalogue'
import type { Commit } from './commit'
import { Damaged, naming } from './damaged'
import { readDocument } from './document'
import { auditFolder, catalogueName, documentOf, ordersFolder, type DocumentName } from './documentNames'
import type { Files } from './files'
import { journalsAmong, type JournalEnd } from './journal'
import { decodeJournal, type JournalContent } from './journalFormat'
import { Memory } from './memory'

/** What stands in a folder, proven. Nothing of the folder is changed by reading it. */
export interface LoadedFolder {
  readonly memory: Memory
  /** Documents besides the catalogue. */
  readonly documents: ReadonlySet<DocumentName>
  /** Null in a folder that holds no shop yet. */
  readonly journal: JournalEnd | null
}

const lost = (file: string, why: string): CannotOpen =>
  new CannotOpen(
    file,
    `is missing, ${why}`,
    'Put the file back, or a sound copy of the whole data folder. Nothing in the folder was changed.',
  )

/**
 * Reads every document and replays the journals over them. Throws `CannotOpen` at the first thing that is not as this program
 * left it, except for an incomplete last frame of the newest journal: that was never acknowledged.
 */
export async function loadFolder(files: Files, folder: string): Promise<LoadedFolder> {
  const memory = new Memory()
  const catalogue = await naming(catalogueName, async () => {
    const document = await readDocument(files, path.join(folder, catalogueName))
    return { upTo: document.upTo, documents: loadCatalogue(memory, document.records) }
  })
  const included = new Map<DocumentName, number>([[catalogueName, catalogue.upTo]])
  const found = await documentsIn(files, folder)
  for (const name of catalogue.documents) {
    if (!found.includes(name)) throw lost(name, 'although the catalogue counts on it')
  }
  await loadDocuments(files, folder, memory, found, included)
  const journal = await replayJournals(files, folder, memory, included)
  for (const [index, entry] of memory.audit.all().entries()) {
    if (entry.sequence !== index + 1)
      throw lost(auditFolder, `at least the entry ${String(index + 1)} of the audit trail`)
  }
  return { memory, documents: new Set(found), journal }
}

async function documentsIn(files: Files, folder: string): Promise<readonly DocumentName[]> {
  const names: string[] = []
  for (const inside of [ordersFolder, auditFolder]) {
    for (const name of await naming(inside, () => files.list(path.join(folder, inside))))
      names.push(`${inside}/${name}`)
  }
  return names.filter((name): name is DocumentName => documentOf(name) !== null)
}

async function loadDocuments(
  files: Files,
  folder: string,
  memory: Memory,
  names: readonly DocumentName[],
  included: Map<DocumentName, number>,
): Promise<void> {
  const orders: Order[] = []
  const entries: AuditEntry[] = []
  for (const name of names) {
    const document = await naming(name, () => readDocument(files, path.join(folder, name)))
    included.set(name, document.upTo)
    const target: unknown[] = documentOf(name)?.kind === 'orders' ? orders : entries
    for (const record of document.records) target.push(record)
  }
  // In their sequence every index grows at its end only.
  for (const order of orders.sort((left, right) => left.sequence - right.sequence)) memory.putOrder(order)
  for (const entry of entries.sort((left, right) => left.sequence - right.sequence)) memory.appendEntry(entry)
  memory.dirty.clear()
}

async function replayJournals(
  files: Files,
  folder: string,
  memory: Memory,
  included: ReadonlyMap<DocumentName, number>,
): Promise<JournalEnd | null> {
  const names = journalsAmong(await naming('.', () => files.list(folder)))
  const newest = Math.max(...included.values())
  const needed = included.get(catalogueName) ?? 0
  let sequence = needed
  let length = 0
  for (const [index, name] of names.entries()) {
    await naming(name, async () => {
      const journal = decodeJournal((await files.read(path.join(folder, name))) ?? Buffer.alloc(0))
      if (needed === 0 && journal.base > 0 && index === 0)
        throw lost(catalogueName, 'although there is a journal after it')
      if (journal.base > needed && index === 0) throw new Damaged('begins after commits that no document includes')
      if (journal.base !== sequence && index > 0) throw new Damaged('does not go on where the journal before it ends')
      if (journal.torn && index < names.length - 1) throw new Damaged('breaks off although another journal follows')
      replay(memory, journal, included)
      sequence = journal.base + journal.commits.length
      length = journal.goodLength
    })
  }
  const name = names.at(-1)
  if (name === undefined) {
    if (newest > 0) throw lost('journal', 'and with it commits that no document includes')
    return null
  }
  if (sequence < newest) {
    throw new CannotOpen(name, 'ends before commits that documents include', lost(name, '').advice)
  }
  return { name, sequence, length, older: names.slice(0, -1) }
}

function replay(memory: Memory, journal: JournalContent, included: ReadonlyMap<DocumentName, number>): void {
  let sequence = journal.base
  for (const text of journal.commits) {
    sequence += 1
    const commit = JSON.parse(text) as Commit
    memory.apply(commit, (document) => (included.get(document) ?? 0) < sequence)
  }
}
