import path from 'node:path'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { Instant } from '../../shared/time'
import { lockFolder } from '../store/embedded/folderLock'
import { proveFile } from '../store/embedded/proveFile'
import { CannotOpen } from '../store/store'
import { copyFile, Differs, proveCopy, syncFolders } from './copyFiles'
import type { Disk } from './disk'
import { NotProven, proveShop } from './makeBackup'
import { isShopOf, readManifest, type Manifest } from './manifest'
import { stampOf } from './stamp'

/*
 * A restore never touches the shop before a whole, proven shop lies beside it under `.restored`. Then two renames: the shop gets
 * out of the way under a name with the date, and the restored one takes its place. A crash between the two leaves both whole and
 * none in place; `finishSwap`, before every opening, takes the second step.
 */

const stagedName = (shopFolder: string): string => `${shopFolder}.restoring`
const readyName = (shopFolder: string): string => `${shopFolder}.restored`

export interface RestoreOrder {
  /** The backup's folder. */
  readonly backup: string
  readonly shopFolder: string
  /** The identity of the shop that is there; null where it cannot be told. */
  readonly shop: string | null
  readonly progress: (done: number, total: number) => void
}

/**
 * Copies the backup beside the shop and proves the copy; it waits there for `swapIn`. Refused, with nothing left behind, where the
 * backup is damaged, newer than this program, of another shop, or none.
 */
export async function stageRestore(disk: Disk, order: RestoreOrder): Promise<Result<Manifest>> {
  const { backup, shopFolder, shop } = order
  const name = path.basename(backup)
  const read = await readManifest(disk, backup)
  if (read.kind === 'none') return refuse('no-such-backup', `${name} is not a backup.`, 'name')
  if (read.kind === 'unusable') return refuseUnusable(name, `its list of files ${read.what}`)
  const { manifest } = read
  if (shop !== null && shop !== manifest.shop) {
    return refuse(
      'foreign-backup',
      `${name} is a backup of another shop (${manifest.shopName}). Nothing was changed.`,
      'name',
    )
  }
  const staged = stagedName(shopFolder)
  try {
    await disk.removeFolder(staged)
    await copyAndProve(disk, backup, staged, manifest, order.progress)
    await disk.removeFolder(readyName(shopFolder))
    await disk.rename(staged, readyName(shopFolder))
    await disk.syncFolder(path.dirname(shopFolder))
    return ok(manifest)
  } catch (error) {
    await disk.removeFolder(staged).catch(() => undefined)
    if (error instanceof Differs) return refuseUnusable(name, `${error.file} is not as it was written`)
    if (error instanceof CannotOpen) return refuseUnusable(name, `${error.file} ${error.what}`)
    if (error instanceof NotProven) return refuseUnusable(name, 'its numbers do not agree with its list of files')
    throw error
  }
}

const refuseUnusable = (name: string, why: string): Refused =>
  refuse('unusable-backup', `The backup ${name} cannot be used: ${why}. Nothing was changed.`, 'name')

async function copyAndProve(
  disk: Disk,
  backup: string,
  staged: string,
  manifest: Manifest,
  progress: RestoreOrder['progress'],
): Promise<void> {
  const total = 2 * manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const watch = { advance: (bytes: number): void => progress(Math.min((done += bytes), total), total) }
  await disk.makeFolder(staged)
  for (const file of manifest.files) {
    if (!(await disk.exists(path.join(backup, file.name)))) throw new Differs(file.name)
    const copied = await copyFile(disk, file, backup, staged, watch)
    if (copied.sha256 !== file.sha256) throw new Differs(file.name)
  }
  await syncFolders(disk, staged, manifest.files)
  for (const file of manifest.files) {
    await proveCopy(disk, staged, file, watch)
    await proveFile(disk, staged, file.name)
  }
  await proveShop(disk, staged, (found, older) => isShopOf(manifest, found, older))
}

/**
 * Puts what was staged in the shop's place. The shop that was there, which nobody may have open, is kept beside it; answers its
 * folder, or null where there was none. Throws CannotOpen while another program has it open, and then nothing has changed.
 */
export async function swapIn(disk: Disk, shopFolder: string, at: Instant): Promise<string | null> {
  const parent = path.dirname(shopFolder)
  const aside = (await disk.exists(shopFolder)) ? await freeName(disk, `${shopFolder}.replaced-${stampOf(at)}`) : null
  const unlock = aside === null ? null : await lockFolder(disk, shopFolder)
  try {
    if (aside !== null) {
      await disk.rename(shopFolder, aside)
      await disk.syncFolder(parent)
    }
    await disk.rename(readyName(shopFolder), shopFolder)
    await disk.syncFolder(parent)
  } catch (error) {
    // The shop goes back to where it was; should that fail as well, the next opening takes the restored one.
    if (aside !== null && !(await disk.exists(shopFolder))) await disk.rename(aside, shopFolder).catch(() => undefined)
    await unlock?.().catch(() => undefined)
    throw error
  }
  if (aside !== null) await dropLocks(disk, aside)
  return aside
}

async function freeName(disk: Disk, wanted: string): Promise<string> {
  let name = wanted
  for (let count = 2; await disk.exists(name); count += 1) name = `${wanted}-${String(count)}`
  return name
}

/** The lock went aside with the folder. */
async function dropLocks(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) if (name.startsWith('lock-')) await disk.remove(path.join(folder, name))
}

/** Before a shop is opened: takes the last step of a restore that was interrupted between its two renames. */
export async function finishSwap(disk: Disk, shopFolder: string): Promise<void> {
  if ((await disk.exists(shopFolder)) || !(await disk.exists(readyName(shopFolder)))) return
  await disk.rename(readyName(shopFolder), shopFolder)
  await disk.syncFolder(path.dirname(shopFolder))
}

/** Once the shop is open: clears away what an interrupted restore left, which is only a copy of a backup. */
export async function dropLeftovers(disk: Disk, shopFolder: string): Promise<void> {
  await disk.removeFolder(stagedName(shopFolder))
  await disk.removeFolder(readyName(shopFolder))
}
