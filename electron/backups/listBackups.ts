import path from 'node:path'
import type { Backup, UnusableBackup } from '../../shared/backups/requests'
import { newerFirst } from '../../shared/backups/thin'
import type { Disk } from './disk'
import { backupOf, unfinished } from './makeBackup'
import { readManifest } from './manifest'

export interface Listed {
  /** Newest first. */
  readonly backups: readonly Backup[]
  readonly unusable: readonly UnusableBackup[]
}

/** The backups in that folder, of the shop of that identity, or of any where that is not known. */
export async function listBackups(disk: Disk, place: string, shop: string | null): Promise<Listed> {
  const backups: Backup[] = []
  const unusable: UnusableBackup[] = []
  for (const name of await disk.list(place)) {
    if (name.endsWith(unfinished)) continue
    const read = await readManifest(disk, path.join(place, name))
    if (read.kind === 'unusable') unusable.push({ name, what: read.what })
    else if (read.kind === 'sound' && (shop === null || read.manifest.shop === shop))
      backups.push(backupOf(name, read.manifest))
  }
  return { backups: backups.toSorted(newerFirst), unusable }
}
