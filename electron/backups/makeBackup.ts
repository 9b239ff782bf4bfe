import path from 'node:path'
import type { Backup, BackupReason } from '../../shared/backups/requests'
import type { Instant } from '../../shared/time'
import { openEmbeddedStore } from '../store/embedded/openEmbeddedStore'
import { proveFile } from '../store/embedded/proveFile'
import type { KeptFolder, Still, StillFacts } from '../store/store'
import { copyFile, proveCopy, syncFolders, type CopiedFile } from './copyFiles'
import type { Disk, FoundFile } from './disk'
import { digestOf, encodeManifest, manifestName, type Manifest } from './manifest'
import { stampOf } from './stamp'

/** The ending of a backup's folder while it is written: it counts for nothing until it is renamed. */
export const unfinished = '.unfinished'

export interface BackupOrder {
  /** The open shop's folder, and what its store can do with it. */
  readonly shopFolder: string
  readonly kept: KeptFolder
  /** Its identity. */
  readonly shop: string
  /** Where backups are kept; made where it is missing. */
  readonly place: string
  readonly at: Instant
  readonly reason: BackupReason
  /** Called with how much of how much is done; throws to cancel. */
  readonly progress: (done: number, total: number) => void
}

/** The copy turned out not to be the shop. Nothing of it is left. */
export class NotProven extends Error {
  override readonly name = 'NotProven'
}

/**
 * Copies a shop at one instant between two commits, which go on meanwhile, reads all of the copy again and opens it, and only then
 * gives it its name. Where anything fails, or `progress` throws, nothing stays behind.
 */
export async function makeBackup(disk: Disk, order: BackupOrder): Promise<Backup> {
  const { place, shop, at } = order
  await disk.makeFolder(place)
  await dropUnfinished(disk, place, shop)
  const beside = path.join(place, `${stampOf(at)}-${shop.slice(0, 8)}${unfinished}`)
  try {
    return await fill(disk, beside, order)
  } catch (error) {
    await disk.removeFolder(beside).catch(() => undefined)
    throw error
  }
}

/** What a crash left of an earlier backup of this shop. Nobody else writes backups of it: it is open here. */
async function dropUnfinished(disk: Disk, place: string, shop: string): Promise<void> {
  for (const name of await disk.list(place))
    if (name.endsWith(`-${shop.slice(0, 8)}${unfinished}`)) await disk.removeFolder(path.join(place, name))
}

async function fill(disk: Disk, beside: string, order: BackupOrder): Promise<Backup> {
  const { shopFolder, kept } = order
  const total = 2 * (await shopFiles(disk, shopFolder)).reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const watch = {
    advance: (bytes: number): void => {
      done += bytes
      order.progress(Math.min(done, total), total)
    },
  }
  await disk.makeFolder(beside)
  const copied = new Map<string, CopiedFile>()
  const copy = async (file: FoundFile): Promise<void> => {
    copied.set(file.name, await copyFile(disk, file, shopFolder, beside, watch))
  }
  // A picture is written before the commit that names it and removed after the one that drops it, and never changes: those that
  // are there before the instant of the copy, and those that came until after it, are all that it can name.
  await copyPictures(disk, shopFolder, copied, copy)
  const still = await kept.still(async (fixed) => {
    for (const file of await shopFiles(disk, shopFolder)) {
      const bytes = fixed.lengths.get(file.name) ?? file.bytes
      if (!isPicture(file)) await copy({ ...file, bytes })
    }
    return fixed
  })
  await copyPictures(disk, shopFolder, copied, copy)
  const files = [...copied.values()]
  await syncFolders(disk, beside, files)
  for (const file of files) {
    await proveCopy(disk, beside, file, watch)
    await proveFile(disk, beside, file.name)
  }
  const facts = digestOf(still)
  const orders = await proveShop(disk, beside, (found) => digestOf(found) === facts)
  return complete(disk, beside, order, manifestOf(still, files, order, orders))
}

async function copyPictures(
  disk: Disk,
  shopFolder: string,
  copied: ReadonlyMap<string, CopiedFile>,
  copy: (file: FoundFile) => Promise<void>,
): Promise<void> {
  for (const file of (await shopFiles(disk, shopFolder)).filter(isPicture)) {
    if (copied.has(file.name)) continue
    // It may be removed under our hands, by a command that no longer names it.
    await copy(file).catch(async (error: unknown) => {
      if (await disk.exists(path.join(shopFolder, file.name))) throw error
    })
  }
}

/** Everything in the folder but locks and what is being written. */
async function shopFiles(disk: Disk, shopFolder: string): Promise<readonly FoundFile[]> {
  return (await disk.filesBelow(shopFolder)).filter(({ name }) => !/(?:^|\/)lock-[^/]*$|\.(?:tmp|new)$/u.test(name))
}

const isPicture = ({ name }: FoundFile): boolean => name.startsWith('pictures/')

/** Opens the copy for reading; answers its number of orders. Throws `NotProven` where it is not `asExpected`. */
export async function proveShop(
  disk: Disk,
  folder: string,
  asExpected: (found: StillFacts, older: boolean) => boolean,
): Promise<number> {
  const copy = await openEmbeddedStore(folder, { files: disk, forReading: true })
  try {
    const found = await copy.folder.still(async (still) => still)
    if (!asExpected(found, copy.folder.older)) throw new NotProven('The copy does not come to what the shop came to.')
    return found.campaigns.reduce((sum, { tally }) => sum + tally.placed.orders, 0)
  } finally {
    await copy.close()
  }
}

function manifestOf(
  still: Still,
  files: readonly CopiedFile[],
  { shop, at, reason }: BackupOrder,
  orders: number,
): Omit<Manifest, 'format'> {
  return {
    shop,
    shopName: still.settings?.shopName ?? '',
    madeAt: at,
    reason,
    sequence: still.sequence,
    audit: { sequence: still.audit?.sequence ?? 0, seal: still.audit?.seal ?? '' },
    facts: digestOf(still),
    orders,
    files: [...files],
  }
}

async function complete(
  disk: Disk,
  beside: string,
  { place }: BackupOrder,
  manifest: Omit<Manifest, 'format'>,
): Promise<Backup> {
  const file = await disk.create(path.join(beside, manifestName))
  try {
    await file.append(encodeManifest(manifest))
    await file.sync()
  } finally {
    await file.close()
  }
  await disk.syncFolder(beside)
  const wanted = path.basename(beside, unfinished)
  let name = wanted
  for (let count = 2; await disk.exists(path.join(place, name)); count += 1) name = `${wanted}-${String(count)}`
  await disk.rename(beside, path.join(place, name))
  await disk.syncFolder(place)
  return backupOf(name, manifest)
}

export const backupOf = (name: string, manifest: Omit<Manifest, 'format'>): Backup => ({
  name,
  shopName: manifest.shopName,
  madeAt: manifest.madeAt,
  reason: manifest.reason,
  bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
  files: manifest.files.length,
  orders: manifest.orders,
  auditEntries: manifest.audit.sequence,
})
