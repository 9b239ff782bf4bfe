import path from 'node:path'
import type { AuditEntry } from '../../../shared/audit/entry'
import type { CampaignId } from '../../../shared/ids'
import { CannotOpen } from '../store'
import { AuditPart } from './auditPart'
import { loadCatalogue } from './catalogue'
import type { Commit } from './commit'
import { Damaged, naming } from './damaged'
import { readDocument } from './document'
import {
  auditFolder,
  catalogueFile,
  documentFile,
  documentOf,
  ordersFolder,
  type DocumentEdition,
} from './documentNames'
import type { Files } from './files'
import { journalsAmong, type JournalEnd } from './journal'
import { decodeJournal } from './journalFormat'
import { Memory } from './memory'
import { readShard } from './orderIndex'
import type { Readers } from './orderText'
import { schema, upgradeCommit } from './upgrades/upgrade'

/** Where a shop is kept. */
export interface Disk {
  readonly files: Files
  readonly folder: string
  readonly readers: Readers
}

/** Of documents that do not say. */
const anywhere = [0, Infinity] as const

/** What stands in a folder. Nothing of the folder is changed by reading it. */
export interface LoadedFolder {
  readonly memory: Memory
  /** Documents besides the catalogue. */
  readonly documents: readonly DocumentEdition[]
  /** Null in a folder that holds no shop yet. */
  readonly journal: JournalEnd | null
  /** Whether an older version of the program wrote any of what is read at the opening. */
  readonly older: boolean
}

const lost = (file: string, why: string): CannotOpen =>
  new CannotOpen(
    file,
    `is missing, ${why}`,
    'Put the file back, or a sound copy of the whole data folder. Nothing in the folder was changed.',
  )

/**
 * Reads the catalogue, the end of the audit trail and the journals, and sees that every document is there. Documents of orders are read,
 * and proven, when someone asks. Throws `CannotOpen` at the first thing that is not as this program left it, except for an
 * incomplete last frame of the newest journal: that was never acknowledged.
 */
export async function loadFolder(disk: Disk): Promise<LoadedFolder> {
  const { files, folder } = disk
  const memory = new Memory()
  memory.orders.standOn(disk.readers)
  const catalogue = await naming(catalogueFile, async () => {
    const document = await readDocument(files, path.join(folder, catalogueFile))
    const documents = loadCatalogue(memory, document.records, document.schema)
    return { upTo: document.upTo, documents, schema: document.schema }
  })
  await mustBeThere(disk, catalogue.documents)
  for (const edition of catalogue.documents) {
    const about = documentOf(edition.document)
    if (about?.kind !== 'orders') continue
    const { campaignId } = about
    memory.orders.expect(campaignId, {
      span: edition.span ?? anywhere,
      read: (mayWrite) => readShard(files, folder, disk.readers, edition, () => memory.termsOf(campaignId), mayWrite),
    })
  }
  await beginAudit(disk, memory, catalogue.documents)
  const { end, commits, oldest } = await readJournals(disk, catalogue.upTo)
  await memory.orders.ready(new Set(commits.flatMap(campaignsOf)))
  for (const commit of commits) memory.apply(commit)
  let last = memory.audit.parts.at(-1)?.last ?? 0
  for (const { sequence } of memory.audit.recent) {
    if (sequence !== (last += 1)) throw lost(auditFolder, `at least the entry ${String(last)} of the audit trail`)
  }
  const older = Math.min(catalogue.schema, oldest) < schema
  return { memory, documents: catalogue.documents, journal: end, older }
}

const campaignsOf = ({ orders = [] }: Commit): readonly CampaignId[] => orders.map(({ campaignId }) => campaignId)

async function mustBeThere({ files, folder }: Disk, documents: readonly DocumentEdition[]): Promise<void> {
  const names = await Promise.all(
    [ordersFolder, auditFolder].map(async (inside) => {
      const listed = await naming(inside, () => files.list(path.join(folder, inside)))
      return listed.map((name) => `${inside}/${name}`)
    }),
  )
  const found = new Set(names.flat())
  const absent = documents.map(documentFile).find((file) => !found.has(file))
  if (absent !== undefined) throw lost(absent, 'although the catalogue counts on it')
  const ofOrders = documents.filter(({ document }) => documentOf(document)?.kind === 'orders')
  await Promise.all(
    ofOrders.map((edition) =>
      naming(documentFile(edition), async () => {
        if ((await files.size(path.join(folder, documentFile(edition)))) !== edition.size)
          throw new Damaged('is not whole')
      }),
    ),
  )
}

/** Only the newest part is read: the others are full. */
async function beginAudit(disk: Disk, memory: Memory, documents: readonly DocumentEdition[]): Promise<void> {
  const parts = documents
    .flatMap((edition) => {
      const about = documentOf(edition.document)
      return about?.kind === 'audit' ? [{ first: about.first, edition }] : []
    })
    .sort((left, right) => left.first - right.first)
  const newest = parts.pop()
  const full = parts.map(({ first, edition }) => new AuditPart(disk, first, edition))
  if (!newest) return
  const file = documentFile(newest.edition)
  const { records } = await naming(file, () => readDocument(disk.files, path.join(disk.folder, file)))
  memory.audit.begin(full, records as readonly AuditEntry[])
}

async function readJournals(
  { files, folder }: Disk,
  needed: number,
): Promise<{ readonly end: JournalEnd | null; readonly commits: readonly Commit[]; readonly oldest: number }> {
  const names = journalsAmong(await naming('.', () => files.list(folder)))
  const commits: Commit[] = []
  let sequence = needed
  let length = 0
  let written = schema
  let oldest = schema
  for (const [index, name] of names.entries()) {
    await naming(name, async () => {
      const journal = decodeJournal((await files.read(path.join(folder, name))) ?? Buffer.alloc(0))
      if (needed === 0 && journal.base > 0 && index === 0)
        throw lost(catalogueFile, 'although there is a journal after it')
      if (journal.base > needed && index === 0) throw new Damaged('begins after commits that no document includes')
      if (journal.base !== sequence && index > 0) throw new Damaged('does not go on where the journal before it ends')
      if (journal.torn && index < names.length - 1) throw new Damaged('breaks off although another journal follows')
      for (const text of journal.commits.slice(Math.max(0, needed - journal.base)))
        commits.push(upgradeCommit(JSON.parse(text), journal.schema))
      sequence = journal.base + journal.commits.length
      length = journal.goodLength
      written = journal.schema
      oldest = Math.min(oldest, written)
    })
  }
  const name = names.at(-1)
  if (name === undefined) {
    if (needed > 0) throw lost('journal', 'and with it commits that no document includes')
    return { end: null, commits, oldest }
  }
  if (sequence < needed) {
    throw new CannotOpen(name, 'ends before commits that documents include', lost(name, '').advice)
  }
  return { end: { name, sequence, length, schema: written, older: names.slice(0, -1) }, commits, oldest }
}
