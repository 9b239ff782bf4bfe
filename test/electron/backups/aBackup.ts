import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { machineDisk, type Disk } from '../../../electron/backups/disk'
import { makeBackup } from '../../../electron/backups/makeBackup'
import { identityOf } from '../../../electron/backups/manifest'
import { openEmbeddedStore, type EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import type { Backup } from '../../../shared/backups/requests'
import type { Instant } from '../../../shared/time'
import { midway } from '../../shared/builders'
import { aPaidOrder } from '../../shared/orderBuilders'
import { watchedFiles, type Deed } from '../store/faultyFiles'
import { anEntry, begin, commit, everything, someSettings } from '../store/records'

export const shop = identityOf(someSettings)

/** The disk, with someone asked before each deed that changes anything. */
export function watchedDisk(before: (deed: Deed | 'removeFolder', place: string) => Promise<void> | void): Disk {
  return {
    ...machineDisk,
    ...watchedFiles(before),
    async removeFolder(folder) {
      await before('removeFolder', folder)
      await machineDisk.removeFolder(folder)
    },
  }
}

/** An open shop with an order in documents, another one in the journal, and a picture. */
export async function aShop(folder: string): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore(folder)
  await begin(store)
  await commit(store, (tx) => tx.orders.put(aPaidOrder()))
  await store.snapshot()
  await further(store, 2)
  mkdirSync(path.join(folder, 'pictures'))
  writeFileSync(path.join(folder, 'pictures', 'picture-1.png'), 'a picture')
  return store
}

/** One more order with its entry in the trail. */
export const further = (store: EmbeddedStore, sequence: number): Promise<void> =>
  commit(store, (tx) => {
    tx.orders.put(aPaidOrder({ sequence }))
    tx.audit.append(anEntry(sequence))
  })

interface Wishes {
  readonly at?: Instant
  readonly progress?: (done: number, total: number) => void
}

export const backUp = (
  store: EmbeddedStore,
  shopFolder: string,
  place: string,
  { at = midway, progress = () => undefined }: Wishes = {},
  disk: Disk = machineDisk,
): Promise<Backup> =>
  makeBackup(disk, { shopFolder, kept: store.folder, shop, place, at, reason: 'asked for', progress })

/** All that the shop in the folder holds; leaves the folder as it is. */
export async function stateIn(folder: string): Promise<unknown> {
  const store = await openEmbeddedStore(folder, { forReading: true })
  const state = await everything(store)
  await store.close()
  return state
}

export function flipBit(file: string, at = Math.floor(readFileSync(file).length / 2)): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}
