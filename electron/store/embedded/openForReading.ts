import { NotSaved } from '../store'
import type { Disk, LoadedFolder } from './loadFolder'
import type { EmbeddedStore } from './openEmbeddedStore'
import { inSlices, readsOf } from './reads'
import { OpenTransaction } from './transaction'

/** A shop that is only read: what a command would put is refused, and no file is touched. `why` is a sentence for people. */
export function openForReading(disk: Disk, { memory, journal, older }: LoadedFolder, why: string): EmbeddedStore {
  let closed = false
  const mustBeOpen = (): void => {
    if (closed) throw new Error('The store is closed.')
  }
  const reads = readsOf(memory, {
    async ask(question, ready) {
      mustBeOpen()
      await ready?.()
      return question()
    },
    async walk(question, ready) {
      mustBeOpen()
      await ready?.()
      return inSlices(question())
    },
  })
  const refuse = (): never => {
    throw new NotSaved(why)
  }
  return {
    read: reads,
    async transact(work) {
      mustBeOpen()
      await memory.whole()
      const transaction = new OpenTransaction(memory, reads)
      const value = await work(transaction)
      transaction.end()
      return transaction.commit() === null ? value : refuse()
    },
    watch: () => () => undefined,
    folder: {
      readOnly: why,
      older,
      // Nothing is read before someone asks for it.
      readAhead: () => null,
      recover: async () => refuse(),
      still: async (deed) =>
        deed({
          sequence: journal?.sequence ?? 0,
          settings: await reads.settings.get(),
          campaigns: await reads.campaigns.all(),
          audit: await reads.audit.last(),
          lengths: new Map(journal === null ? [] : [[journal.name, journal.length]]),
        }),
    },
    snapshot: async () => mustBeOpen(),
    async close() {
      mustBeOpen()
      closed = true
      disk.readers.closeAll()
    },
  }
}
