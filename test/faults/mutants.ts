import zlib from 'node:zlib'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import type { Files, OpenFile } from '../../electron/store/embedded/files'
import type { EmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import type { Reads, Settings, Transaction } from '../../electron/store/store'
import type { Order } from '../../shared/orders/order'
import { theStore, type Proof, type Subject } from './proof'
import { bitRot, powerLoss, tornTail } from './losses'
import { diskFull, renameRefused, syncFails } from './refusals'
import { crashInSettlement } from './settlements'

/** A store with a bug in it, and the proofs of which one at least must notice it. */
export interface Mutant {
  readonly name: string
  readonly by: readonly Proof[]
  readonly subject: Subject
  /** What must be put back afterwards. */
  readonly plant?: () => () => void
}

/** The real store over a disk that is used wrongly. */
const overFiles = (change: (files: Files) => Partial<Files>): Subject => ({
  open: (files, options) => theStore.open({ ...files, ...change(files) }, options),
})

/** The real store over files that are used wrongly. */
const overOpenFiles = (change: (file: OpenFile, name: string) => Partial<OpenFile>): Subject =>
  overFiles((files) => ({
    create: async (name) => changed(await files.create(name), change, name),
    openAtEnd: async (name) => changed(await files.openAtEnd(name), change, name),
  }))

const changed = (
  file: OpenFile,
  change: (file: OpenFile, name: string) => Partial<OpenFile>,
  name: string,
): OpenFile => ({ ...file, ...change(file, name) })

/** A wrong store around the real one. */
const overStore = (change: (store: EmbeddedStore) => Partial<EmbeddedStore>): Subject => ({
  async open(files, options) {
    const store = await theStore.open(files, options)
    return { ...store, ...change(store) }
  },
})

const isJournal = (file: string): boolean => path.basename(file).startsWith('journal-') && file.endsWith('.log')

const inPlace = (file: string): string => file.replace(/\.json\.tmp$/u, '.json')

const ignored = (deed: Promise<void>): Promise<void> => deed.catch(() => undefined)

/** Works see a transaction whose orders are changed on their way in. */
const withOrders = (change: (order: Order) => Order): Subject =>
  overStore((store) => ({
    transact: (work) =>
      store.transact((tx) =>
        work({ ...forwarded(tx), orders: { ...tx.orders, put: (order) => tx.orders.put(change(order)) } }),
      ),
  }))

const forwarded = (tx: Transaction): Transaction => ({
  read: tx.read,
  settings: tx.settings,
  products: tx.products,
  makers: tx.makers,
  campaigns: tx.campaigns,
  orders: tx.orders,
  batches: tx.batches,
  staff: tx.staff,
  bulk: tx.bulk,
  audit: tx.audit,
  puts: () => tx.puts(),
})

/** Shows settings as soon as someone puts them, saved or not. */
const aheadOfTheDisk = overStore((store) => {
  let ahead: Settings | null = null
  const read: Reads = { ...store.read, settings: { get: async () => ahead ?? store.read.settings.get() } }
  return {
    read,
    transact: (work) =>
      store.transact((tx) =>
        work({ ...forwarded(tx), settings: { put: (settings) => tx.settings.put((ahead = settings)) } }),
      ),
  }
})

/** The trail in a commit of its own, after the one with the records. */
const inTwoHalves = overStore((store) => ({
  async transact(work) {
    const entries: Parameters<Transaction['audit']['append']>[0][] = []
    const value = await store.transact((tx) =>
      work({ ...forwarded(tx), audit: { append: (entry) => void entries.push(entry) } }),
    )
    if (entries.length > 0)
      await store.transact(async (tx) => {
        for (const entry of entries) tx.audit.append(entry)
      })
    return value
  },
}))

/** Settles from the first order again whenever it goes on. */
const forgetsWhereItWas = overStore((store) => ({
  transact: (work) =>
    store.transact((tx) =>
      work({
        ...forwarded(tx),
        campaigns: {
          ...tx.campaigns,
          put: ({ settlement, ...campaign }) =>
            tx.campaigns.put({
              ...campaign,
              settlement: settlement && { ...settlement, batches: 0, ordersVoided: 0, lastOrderId: null },
            }),
        },
      }),
    ),
}))

const anotherKeyOnRetry = withOrders((order) => ({
  ...order,
  refunds: order.refunds.map((refund) =>
    refund.events.at(-1)?.kind === 'owed again'
      ? { ...refund, key: `${refund.key}-${String(refund.events.length)}` }
      : refund,
  ),
}))

/** Every checksum is the same, so every one fits. */
function plantNoChecksum(): () => void {
  const real = zlib.crc32
  zlib.crc32 = () => 0
  syncBuiltinESMExports()
  return () => {
    zlib.crc32 = real
    syncBuiltinESMExports()
  }
}

export const mutants: readonly Mutant[] = [
  { name: 'never syncs a file', by: [powerLoss], subject: overOpenFiles(() => ({ sync: async () => undefined })) },
  { name: 'never syncs a folder', by: [powerLoss], subject: overFiles(() => ({ syncFolder: async () => undefined })) },
  {
    name: 'syncs the journal but no document before its renaming',
    by: [powerLoss],
    subject: overOpenFiles((_file, name) => (isJournal(name) ? {} : { sync: async () => undefined })),
  },
  {
    name: 'acknowledges before the flush',
    by: [powerLoss],
    subject: overOpenFiles((file, name) => {
      let late: readonly Uint8Array[] = []
      if (!isJournal(name)) return {}
      // The bytes go out with the next flush.
      return {
        append: async (bytes) => {
          for (const each of late) await file.append(each)
          late = [bytes]
        },
      }
    }),
  },
  { name: 'shows what is not yet on the disk', by: [diskFull, syncFails], subject: aheadOfTheDisk },
  { name: 'has no checksum', by: [bitRot], subject: theStore, plant: plantNoChecksum },
  {
    name: 'takes a short write for a whole one',
    by: [diskFull],
    subject: overOpenFiles((file) => ({ append: (bytes) => ignored(file.append(bytes)) })),
  },
  {
    name: 'ignores a sync that failed',
    by: [syncFails],
    subject: overOpenFiles((file) => ({ sync: () => ignored(file.sync()) })),
  },
  {
    name: 'ignores a renaming that failed',
    by: [renameRefused],
    subject: overFiles((files) => ({ rename: (from, to) => ignored(files.rename(from, to)) })),
  },
  {
    name: 'removes a document to make room for the next',
    by: [powerLoss, renameRefused],
    subject: overFiles((files) => ({
      async rename(from, to) {
        await files.remove(to)
        await files.rename(from, to)
      },
    })),
  },
  {
    name: 'writes documents in place',
    by: [powerLoss],
    subject: overFiles((files) => ({
      create: (file) => files.create(inPlace(file)),
      read: (file) => files.read(inPlace(file)),
      size: (file) => files.size(inPlace(file)),
      openToRead: (file) => files.openToRead(inPlace(file)),
      rename: async (from, to) => (inPlace(from) === to ? undefined : files.rename(from, to)),
    })),
  },
  {
    name: 'does not cut off what a failed write left',
    by: [diskFull],
    subject: overOpenFiles(() => ({ truncate: async () => undefined })),
  },
  {
    name: 'cuts off one byte too many after a failed write',
    by: [diskFull, tornTail],
    subject: overOpenFiles((file) => ({ truncate: (length) => file.truncate(length - 1) })),
  },
  {
    name: 'drops a record from the middle',
    by: [powerLoss],
    subject: overOpenFiles((file, name) => {
      let count = 0
      return isJournal(name) ? { append: async (bytes) => ((count += 1) === 2 ? undefined : file.append(bytes)) } : {}
    }),
  },
  {
    name: 'drops the last record at every opening',
    by: [powerLoss],
    subject: overFiles((files) => ({
      async read(file) {
        const bytes = await files.read(file)
        return bytes !== null && isJournal(file) && bytes.length > 100 ? bytes.subarray(0, -1) : bytes
      },
    })),
  },
  { name: 'commits in two halves', by: [powerLoss, crashInSettlement], subject: inTwoHalves },
  { name: 'gives a refund another key when it is tried again', by: [crashInSettlement], subject: anotherKeyOnRetry },
  { name: 'forgets how far a settlement has come', by: [crashInSettlement], subject: forgetsWhereItWas },
]
