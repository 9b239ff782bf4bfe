import { z } from 'zod'
import { output, query } from '../request'
import type { ShopStatus } from '../shop/requests'
import type { Instant } from '../time'

/** Why a backup was made. */
export const backupReasons = ['daily', 'asked for', 'before an update'] as const
export type BackupReason = (typeof backupReasons)[number]

/** A complete backup. All of it was read again and proven before it got its name. */
export interface Backup {
  /** Its folder's name. */
  readonly name: string
  readonly shopName: string
  readonly madeAt: Instant
  readonly reason: BackupReason
  readonly bytes: number
  readonly files: number
  readonly orders: number
  /** How many entries the audit trail had. */
  readonly auditEntries: number
}

/** A folder among the backups that cannot be used, and why, as what follows its name. */
export interface UnusableBackup {
  readonly name: string
  readonly what: string
}

/** A long deed that is under way; in bytes read or written. */
export interface UnderWay {
  readonly deed: 'back up' | 'restore' | 'export'
  readonly done: number
  readonly total: number
}

export interface BackupsView {
  /** Where they are kept. */
  readonly folder: string
  readonly usualFolder: boolean
  /** Newest first. */
  readonly backups: readonly Backup[]
  readonly unusable: readonly UnusableBackup[]
  readonly underWay: UnderWay | null
  /** Why the last backup that nobody asked for could not be made, as a sentence; null after one that could. */
  readonly problem: string | null
}

/** What was exported from a shop that could not be opened. */
export interface Exported {
  readonly folder: string
  readonly orders: number
  readonly refunds: number
  readonly campaigns: number
  /** One sentence for each file that could not be read, or not wholly. */
  readonly unread: readonly string[]
}

const backupName = z.string().min(1).max(100)

export const backupsRequests = {
  'backups.view': query(['manager'], z.strictObject({}), output<BackupsView>()),
  /** Answers when the backup is complete and proven. Refused while another one, or a restore, is under way. */
  'backups.make': query(['manager'], z.strictObject({}), output<Backup>()),
  'backups.cancel': query(['manager'], z.strictObject({}), output<{ readonly cancelled: boolean }>()),
  /** Has a folder chosen in the system's own dialog, for further backups; those that exist stay where they are. */
  'backups.chooseFolder': query(['manager'], z.strictObject({}), output<{ readonly folder: string }>()),
  /**
   * Puts the backup in the place of the open shop, which is kept beside it, and opens it; everyone is signed out. Refused where
   * the backup is damaged, newer than this program or of another shop, and then nothing has changed.
   */
  'backups.restore': query(
    ['manager'],
    z.strictObject({ name: backupName, password: z.string().max(1000) }),
    output<ShopStatus>(),
  ),
  /** The same for a shop that cannot be opened, so that nobody can sign in: only with the newest backup that was offered. */
  'backups.rescue': query('anyone', z.strictObject({ name: backupName }), output<ShopStatus>()),
  'backups.cancelRescue': query('anyone', z.strictObject({}), output<{ readonly cancelled: boolean }>()),
  /** Writes what can be read of a shop that cannot be opened into a folder that is chosen in the system's own dialog. */
  'backups.exportReadable': query('anyone', z.strictObject({}), output<Exported | null>()),
}
