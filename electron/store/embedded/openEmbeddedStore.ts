import path from 'node:path'
import type { Changed } from '../../../shared/changed'
import { CannotOpen, type KeptFolder, NotSaved, type Still, type Store, type Transaction } from '../store'
import { naming } from './damaged'
import { unfinished } from './document'
import { auditFolder, ordersFolder } from './documentNames'
import { diskFiles, type Files } from './files'
import { lockFolder, NotWritable, refuseWhileHeld } from './folderLock'
import { goOnAnew, Journal, makeJournal, type JournalEnd } from './journal'
import { loadFolder, type Disk, type LoadedFolder } from './loadFolder'
import type { Memory } from './memory'
import { openForReading } from './openForReading'
import { Readers } from './orderText'
import { patientFiles, type Pause } from './patientFiles'
import { atOnce, inSlices, readsOf } from './reads'
import { dropOthers, Snapshots, type SnapshotTimes } from './snapshots'
import { schema } from './upgrades/upgrade'
import { Writer } from './writer'

export interface EmbeddedStoreOptions {
  /** The disk; tests put one in its place that fails when they want it to. */
  readonly files?: Files
  readonly snapshots?: Partial<SnapshotTimes>
  /** How it waits before it tries again what the system refused for a while. */
  readonly pause?: Pause
  /** Only reads, and leaves the folder as it is: for looking at a copy. */
  readonly forReading?: boolean
  /**
   * Awaited, with the folder as it is, before the first change to one that an older version of the program wrote; where it throws,
   * nothing is changed and that is what opening throws.
   */
  readonly beforeUpgrade?: (kept: KeptFolder) => Promise<void>
  /** Hears of what went wrong without anyone waiting for it: a snapshot at a quiet moment, a watcher that threw. */
  readonly report?: (problem: unknown) => void
}

/** The store in a folder of this machine. */
export interface EmbeddedStore extends Store {
  readonly folder: KeptFolder
  /** Resolves when everything committed so far stands in documents and the journal is short again. */
  snapshot(): Promise<void>
}

const usualTimes: SnapshotTimes = { quietMilliseconds: 5_000, quietBytes: 1024 ** 2, busyBytes: 32 * 1024 ** 2 }

/**
 * Opens the shop in `folder`, or begins one where there is none yet; a shop in a folder that cannot be written is opened for
 * reading. Throws `CannotOpen`, and leaves the folder as it is, when anything in it is damaged, newer than this program, missing,
 * or held by another program.
 */
export async function openEmbeddedStore(folder: string, options: EmbeddedStoreOptions = {}): Promise<EmbeddedStore> {
  const { report = () => undefined } = options
  const files = patientFiles(options.files ?? diskFiles, options.pause)
  const disk = { files, folder, readers: new Readers(files, folder) }
  if (options.forReading) return openForReading(disk, await loadUnheld(disk), asCopy)
  await naming('.', () => makeUnlessThere(files, folder))
  let unlock: () => Promise<void>
  try {
    unlock = await lockFolder(files, folder)
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error
    const loaded = await loadUnheld(disk)
    if (loaded.journal === null) throw error
    return openForReading(disk, loaded, notWritable)
  }
  try {
    const loaded = await loadFolder(disk)
    if (isBefore(loaded)) await options.beforeUpgrade?.(openForReading(disk, loaded, asCopy).folder)
    const journal = await journalOf(disk, loaded)
    if (journal === null) {
      await unlock()
      return openForReading(disk, loaded, notWritable)
    }
    return storeOver(loaded, { disk, journal, unlock, report, times: { ...usualTimes, ...options.snapshots } })
  } catch (error) {
    disk.readers.closeAll()
    await unlock()
    throw error
  }
}

/** Whether no program of this schema has written in the folder yet: the first that does begins a journal of its own. */
const isBefore = ({ journal }: LoadedFolder): boolean => journal !== null && journal.schema < schema

/** A disk that refuses to make a folder may well hold one already. */
async function makeUnlessThere(files: Files, folder: string): Promise<void> {
  try {
    await files.makeFolder(folder)
  } catch (error) {
    if ((await files.list(folder)).length === 0) throw error
  }
}

const asCopy = 'This copy is only looked at.'

const notWritable =
  'The folder of this shop cannot be written: its disk may be read-only or full, or the folder may belong to someone else.'

async function loadUnheld(disk: Disk): Promise<LoadedFolder> {
  await naming('.', () => refuseWhileHeld(disk.files, disk.folder))
  return loadFolder(disk)
}

/** The journal ready to be written, or null where a sound shop stands in files that cannot be written. */
async function journalOf(disk: Disk, loaded: LoadedFolder): Promise<Journal | null> {
  try {
    const journal = new Journal(disk.files, disk.folder, await prepare(disk, loaded))
    await naming('journal', () => journal.open())
    return journal
  } catch (error) {
    if (loaded.journal === null || !(error instanceof CannotOpen)) throw error
    return null
  }
}

/** Everything in the folder is proven, so it may be written: clears away what a crash left unfinished. */
async function prepare(disk: Disk, { journal, documents }: LoadedFolder): Promise<JournalEnd> {
  const { files, folder } = disk
  return naming('.', async () => {
    for (const inside of ['', ordersFolder, auditFolder]) {
      const here = path.join(folder, inside)
      await files.makeFolder(here)
      for (const name of await files.list(here)) {
        if (name.endsWith(unfinished)) await files.remove(path.join(here, name))
      }
    }
    await dropOthers(disk, documents)
    if (journal === null) return { ...(await makeJournal(files, folder, 0)), sequence: 0, schema, older: [] }
    return journal.schema < schema ? goOnAnew(files, folder, journal) : journal
  })
}

interface Parts {
  readonly disk: Disk
  readonly journal: Journal
  readonly unlock: () => Promise<void>
  readonly report: (problem: unknown) => void
  readonly times: SnapshotTimes
}

function storeOver({ memory, documents, older }: LoadedFolder, parts: Parts): EmbeddedStore {
  const { journal, report } = parts
  const listeners = new Set<(changed: Changed) => void>()
  const tell = (changed: Changed): void => {
    snapshots.noteCommit()
    for (const listener of listeners) {
      try {
        listener(changed)
      } catch (error) {
        report(error)
      }
    }
  }
  const writer = new Writer(memory, journal, readsOf(memory, atOnce), tell)
  const snapshots = new Snapshots(parts.disk, documents, { memory, journal, writer }, parts.times, report)
  const folder = keptFolder({ ...parts, memory, writer, snapshots, older })
  let closed = false
  memory.orders.startKeeping()
  memory.audit.startKeeping()
  let gaveUp = false
  const ahead = setTimeout(
    () =>
      void readAhead(memory).catch((problem: unknown) => {
        gaveUp = true
        report(problem)
      }),
    firstQuestionsMilliseconds,
  )
  const mustBeOpen = (): void => {
    if (closed) throw new Error('The store is closed.')
  }
  return {
    read: readsOf(memory, {
      async ask(question, ready) {
        mustBeOpen()
        const wait = ready?.()
        if (wait) await wait
        return writer.ask(question)
      },
      async walk(question, ready) {
        mustBeOpen()
        const wait = ready?.()
        if (wait) await wait
        return writer.alone(() => inSlices(question()))
      },
    }),
    async transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
      mustBeOpen()
      const wait = memory.whole() ?? snapshots.room()
      if (wait) await wait
      return writer.transact(work)
    },
    watch(listener) {
      mustBeOpen()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    folder: {
      ...folder,
      readAhead: () => (gaveUp ? null : folder.readAhead()),
      async recover() {
        mustBeOpen()
        await folder.recover()
      },
      async still(deed) {
        mustBeOpen()
        return folder.still(deed)
      },
    },
    async snapshot() {
      mustBeOpen()
      await snapshots.take()
    },
    async close() {
      mustBeOpen()
      closed = true
      clearTimeout(ahead)
      await memory.whole()?.catch(report)
      await writer.idle()
      await snapshots.stop()
      // What a snapshot cannot write now stays in the journal and is replayed at the next opening.
      await snapshots.take().catch(report)
      await journal.close().catch(report)
      parts.disk.readers.closeAll()
      await parts.unlock().catch(report)
    },
  }
}

/** The first questions after the opening wait for nothing but what they need. */
const firstQuestionsMilliseconds = 150

/** Reads the rest in the background. Whoever asks before waits for what it needs; what fails here is told to whoever asks for it. */
async function readAhead(memory: Memory): Promise<void> {
  await memory.whole()
  await memory.orders.learn()
}

interface Kept extends Parts {
  readonly memory: Memory
  readonly writer: Writer
  readonly snapshots: Snapshots
  readonly older: boolean
}

/** As much as a busy command writes, so that a disk with a few bytes left does not count as one with room. */
const probeLength = 64 * 1024

function keptFolder({ disk: { files, folder }, memory, journal, writer, snapshots, older }: Kept): KeptFolder {
  const reads = readsOf(memory, atOnce)
  const probe = path.join(folder, `probe${unfinished}`)
  return {
    readOnly: null,
    older,
    readAhead: () => memory.readAhead(),
    recover: () =>
      writer.alone(async () => {
        try {
          await journal.open()
          const file = await files.create(probe)
          try {
            await file.append(new Uint8Array(probeLength))
            await file.sync()
          } finally {
            await file.close()
            await files.remove(probe)
          }
        } catch (cause) {
          throw new NotSaved('The folder still takes no writes.', { cause })
        }
      }),
    still: (deed) =>
      snapshots.holdOff(async () => {
        // Indexes that are made again are files of the folder as well.
        await memory.whole()?.catch(() => undefined)
        const still = await writer.alone(async (): Promise<Still> => ({
          sequence: journal.sequence,
          settings: await reads.settings.get(),
          campaigns: await reads.campaigns.all(),
          audit: await reads.audit.last(),
          lengths: new Map([[journal.name, journal.length]]),
        }))
        return deed(still)
      }),
  }
}
