import path from 'node:path'
import type { Changed } from '../../../shared/changed'
import type { Store, Transaction } from '../store'
import { naming } from './damaged'
import { unfinished } from './document'
import { auditFolder, ordersFolder } from './documentNames'
import { diskFiles, type Files } from './files'
import { lockFolder } from './folderLock'
import { Journal, makeJournal, type JournalEnd } from './journal'
import { loadFolder, type Disk, type LoadedFolder } from './loadFolder'
import { Readers } from './orderText'
import { inSlices, readsOf, toTheEnd } from './reads'
import { dropOthers, Snapshots, type SnapshotTimes } from './snapshots'
import { Writer } from './writer'

export interface EmbeddedStoreOptions {
  /** The disk; tests put one in its place that fails when they want it to. */
  readonly files?: Files
  readonly snapshots?: Partial<SnapshotTimes>
  /** Hears of what went wrong without anyone waiting for it: a snapshot at a quiet moment, a watcher that threw. */
  readonly report?: (problem: unknown) => void
}

/** The store in a folder of this machine. */
export interface EmbeddedStore extends Store {
  /** Resolves when everything committed so far stands in documents and the journal is short again. */
  snapshot(): Promise<void>
}

const usualTimes: SnapshotTimes = { quietMilliseconds: 5_000, quietBytes: 1024 ** 2, busyBytes: 32 * 1024 ** 2 }

/**
 * Opens the shop in `folder`, or begins one where there is none yet. Throws `CannotOpen`, and leaves the folder as it is, when
 * anything in it is damaged, newer than this program, missing, or held by another program.
 */
export async function openEmbeddedStore(folder: string, options: EmbeddedStoreOptions = {}): Promise<EmbeddedStore> {
  const { files = diskFiles, report = () => undefined } = options
  await naming('.', () => files.makeFolder(folder))
  const unlock = await lockFolder(files, folder)
  const disk = { files, folder, readers: new Readers(files, folder) }
  try {
    const loaded = await loadFolder(disk)
    const journal = new Journal(files, folder, await prepare(disk, loaded))
    await naming('journal', () => journal.open())
    return storeOver(loaded, { disk, journal, unlock, report, times: { ...usualTimes, ...options.snapshots } })
  } catch (error) {
    disk.readers.closeAll()
    await unlock()
    throw error
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
    return journal ?? { ...(await makeJournal(files, folder, 0)), sequence: 0, older: [] }
  })
}

interface Parts {
  readonly disk: Disk
  readonly journal: Journal
  readonly unlock: () => Promise<void>
  readonly report: (problem: unknown) => void
  readonly times: SnapshotTimes
}

function storeOver({ memory, documents }: LoadedFolder, parts: Parts): EmbeddedStore {
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
  const writer = new Writer(
    memory,
    journal,
    readsOf(memory, {
      async ask(question) {
        return question()
      },
      async walk(question) {
        return toTheEnd(question())
      },
    }),
    tell,
  )
  const snapshots = new Snapshots(parts.disk, documents, { memory, journal, writer }, parts.times, report)
  let closed = false
  // Whoever asks before waits for what it needs; what fails here is told to whoever asks for it.
  void memory.whole()?.catch(report)
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
    async snapshot() {
      mustBeOpen()
      await snapshots.take()
    },
    async close() {
      mustBeOpen()
      closed = true
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
