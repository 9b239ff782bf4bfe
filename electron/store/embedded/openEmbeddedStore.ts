import path from 'node:path'
import type { Changed } from '../../../shared/changed'
import type { Store, Transaction } from '../store'
import { naming } from './damaged'
import { unfinished } from './document'
import { auditFolder, ordersFolder } from './documentNames'
import { diskFiles, type Files } from './files'
import { lockFolder } from './folderLock'
import { Journal, makeJournal, type JournalEnd } from './journal'
import { loadFolder, type LoadedFolder } from './loadFolder'
import { patientFiles, type Pause } from './patientFiles'
import { readsOf } from './reads'
import { Snapshots, type SnapshotTimes } from './snapshots'
import { Writer } from './writer'

export interface EmbeddedStoreOptions {
  /** The disk; tests put one in its place that fails when they want it to. */
  readonly files?: Files
  readonly snapshots?: Partial<SnapshotTimes>
  /** How it waits before it tries again what the system refused for a while. */
  readonly pause?: Pause
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
  const { report = () => undefined } = options
  const files = patientFiles(options.files ?? diskFiles, options.pause)
  await naming('.', () => files.makeFolder(folder))
  const unlock = await lockFolder(files, folder)
  try {
    const loaded = await loadFolder(files, folder)
    const journal = new Journal(files, folder, await prepare(files, folder, loaded))
    await naming('journal', () => journal.open())
    return storeOver(loaded, { files, folder, journal, unlock, report, times: { ...usualTimes, ...options.snapshots } })
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Everything in the folder is proven, so it may be written: clears away what a crash left unfinished. */
async function prepare(files: Files, folder: string, { journal }: LoadedFolder): Promise<JournalEnd> {
  return naming('.', async () => {
    for (const inside of ['', ordersFolder, auditFolder]) {
      const here = path.join(folder, inside)
      await files.makeFolder(here)
      for (const name of await files.list(here)) {
        if (name.endsWith(unfinished)) await files.remove(path.join(here, name))
      }
    }
    return journal ?? { ...(await makeJournal(files, folder, 0)), sequence: 0, older: [] }
  })
}

interface Parts {
  readonly files: Files
  readonly folder: string
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
    readsOf(memory, async (question) => question()),
    tell,
  )
  const snapshots = new Snapshots({ ...parts, documents }, { memory, journal, writer }, parts.times, report)
  let closed = false
  const mustBeOpen = (): void => {
    if (closed) throw new Error('The store is closed.')
  }
  return {
    read: readsOf(memory, async (question) => {
      mustBeOpen()
      return writer.ask(question)
    }),
    async transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
      mustBeOpen()
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
      await writer.idle()
      await snapshots.stop()
      // What a snapshot cannot write now stays in the journal and is replayed at the next opening.
      await snapshots.take().catch(report)
      await journal.close().catch(report)
      await parts.unlock().catch(report)
    },
  }
}
