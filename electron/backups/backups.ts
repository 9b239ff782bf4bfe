import path from 'node:path'
import type { Backup, BackupReason, BackupsView, Exported, UnderWay } from '../../shared/backups/requests'
import { backupDue, thinnedOut } from '../../shared/backups/thin'
import { marketFacts } from '../../shared/campaigns/market'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { ShopKind } from '../../shared/shop/requests'
import { hour, later, type Instant } from '../../shared/time'
import type { Clock } from '../clock'
import { longDeeds, reasonIn, type DeedOrder, type Progress } from '../longDeed'
import type { Shop } from '../shop'
import { CannotOpen, type KeptFolder, type Settings } from '../store/store'
import type { Disk } from './disk'
import { listBackups, type Listed } from './listBackups'
import { makeBackup, unfinished } from './makeBackup'
import { identityOf } from './manifest'
import type { Place } from './place'
import { stageRestore } from './restoreBackup'
import { exportReadable, salvage } from './salvage'

/** Backups of the shops of this data folder: one long deed at a time, with its progress, which can be cancelled. */
export interface Backups {
  readonly underWay: UnderWay | null
  view(shop: Shop, kind: ShopKind): Promise<BackupsView>
  make(shop: Shop, kind: ShopKind, reason: BackupReason): Promise<Result<Backup>>
  /**
   * The backup before a newer version of the program writes in that folder for the first time. Throws CannotOpen where there can be
   * none: then the folder stays as it is.
   */
  makeBeforeUpdate(of: ShopPlace, kept: KeptFolder): Promise<void>
  /** The daily backup of one's own shop, where it is due. Never fails; what went wrong is told on the page. */
  makeIfDue(shop: Shop, kind: ShopKind): Promise<void>
  /** Has a folder chosen. Answers where backups are kept from now on. */
  chooseFolder(): Promise<Result<{ readonly folder: string }>>
  /** Puts the backup, proven, beside the shop of that folder. */
  stage(of: ShopPlace, name: string, shop: string | null): Promise<Result<unknown>>
  /** For a shop that cannot be opened: the newest backup of it, or of whatever was last in its place where that cannot be told. */
  newestFor(of: ShopPlace): Promise<Backup | null>
  /** Null where no folder was chosen. */
  exportReadable(of: ShopPlace, reason: string): Promise<Result<Exported | null>>
  /** Whether there was anything to cancel. */
  cancel(): boolean
  /** Cancels what is under way or about to begin, and resolves when it has stopped: nothing is read or written any more. */
  stop(): Promise<void>
}

export interface ShopPlace {
  readonly kind: ShopKind
  readonly folder: string
}

export interface BackupsOptions {
  readonly disk: Disk
  readonly clock: Clock
  /** Null where this run of the program keeps no backups. */
  readonly place: Place | null
  readonly choose: (title: string) => Promise<string | null>
  readonly changed: () => void
  readonly reportBug: (event: string, error: unknown) => void
}

/** The season is run from India; a day of backups is a day there. */
const inZone = marketFacts.IN.zone

const noPlace = (): Refused => refuse('no-place', 'This run of the program keeps no backups.')

export function createBackups(options: BackupsOptions): Backups {
  const { disk, clock, place } = options
  const deeds = longDeeds<UnderWay['deed']>({
    busy: 'A backup or a restore is under way. Wait for it, or cancel it.',
    changed: options.changed,
    reportBug: (error) => options.reportBug('backups', error),
  })
  /** The daily backup, while it is under way. */
  let daily: Promise<unknown> | null = null
  /** The look whether it is due, and all that follows from it. */
  let round: Promise<void> | null = null
  let stopping = false
  let problem: string | null = null
  /** The daily backup is not tried again before then: it failed, or somebody cancelled it. */
  let notBefore: Instant | null = null

  /** The daily backup is nobody's business; whoever asks for something waits for it. */
  async function begin<T>(order: DeedOrder<UnderWay['deed'], T>): Promise<Result<T>> {
    while (daily !== null) await daily
    return beginNow(order)
  }

  const beginNow = <T>(order: DeedOrder<UnderWay['deed'], T>): Promise<Result<T>> =>
    stopping ? Promise.resolve(refuse('cancelled', 'Cancelled. Nothing was changed.')) : deeds.begin(order)

  const folderFor = async (kind: ShopKind): Promise<string> => path.join((await place?.folder()) ?? '', kind)

  async function make(shop: Shop, kind: ShopKind, reason: BackupReason): Promise<Result<Backup>> {
    const kept = shop.store.folder
    const settings = await shop.store.read.settings.get()
    if (kept === undefined || settings === null) return noPlace()
    return copy({ kind, folder: shop.folder }, kept, settings, reason)
  }

  async function copy(
    { kind, folder: shopFolder }: ShopPlace,
    kept: KeptFolder,
    settings: Settings,
    reason: BackupReason,
  ): Promise<Result<Backup>> {
    if (place === null) return noPlace()
    const identity = identityOf(settings)
    const folder = await folderFor(kind)
    const work = async (progress: Progress): Promise<Result<Backup>> => {
      const order = { shopFolder, kept, shop: identity, place: folder, at: clock.now(), reason, progress }
      const backup = await makeBackup(disk, order)
      problem = null
      await thin(folder, identity, backup.name).catch((error: unknown) => options.reportBug('thin', error))
      return ok(backup)
    }
    const order = { deed: 'back up', failed: 'The backup could not be made', work } as const
    if (reason !== 'daily') return begin(order)
    const made = beginNow(order)
    daily = made.finally(() => (daily = null))
    return made
  }

  /** Out of the list at once, then away: half a removed backup is never taken for one. */
  async function thin(folder: string, identity: string, made: string): Promise<void> {
    const { backups } = await listBackups(disk, folder, identity)
    for (const name of thinnedOut(backups, inZone, clock.now())) {
      // A clock that was set back makes the newest look old.
      if (name === made) continue
      const going = path.join(folder, `${name}${unfinished}`)
      await disk.rename(path.join(folder, name), going)
      await disk.removeFolder(going)
    }
  }

  async function isDue(shop: Shop, kind: ShopKind): Promise<boolean> {
    const settings = await shop.store.read.settings.get()
    if (settings === null) return false
    const { backups } = await listBackups(disk, await folderFor(kind), identityOf(settings))
    const [newest] = backups
    const done = (await shop.store.read.audit.last())?.sequence ?? 0
    const before = newest === undefined ? null : { madeAt: newest.madeAt, done: newest.auditEntries }
    return backupDue(before, done, inZone, clock.now())
  }

  async function makeDaily(shop: Shop, kind: ShopKind): Promise<void> {
    try {
      if (!(await isDue(shop, kind))) return
      const made = await make(shop, kind, 'daily')
      // Stopping is nobody's wish: what is due stays due, for the closing that follows.
      if (stopping && !made.ok && made.refusal.code === 'cancelled') return
      notBefore = made.ok ? null : later(clock.now(), hour)
      if (!made.ok && made.refusal.code !== 'cancelled') problem = made.refusal.message
    } catch (error) {
      notBefore = later(clock.now(), hour)
      problem = `The folder of the backups cannot be read (${reasonIn(error)}).`
    }
    options.changed()
  }

  async function listed(kind: ShopKind, identity: string | null): Promise<Listed & { readonly unread: string | null }> {
    try {
      return { ...(await listBackups(disk, await folderFor(kind), identity)), unread: null }
    } catch (error) {
      return { backups: [], unusable: [], unread: `The folder of the backups cannot be read (${reasonIn(error)}).` }
    }
  }

  return {
    get underWay() {
      return deeds.underWay
    },
    async view(shop, kind) {
      const settings = await shop.store.read.settings.get()
      const { backups, unusable, unread } = await listed(kind, settings && identityOf(settings))
      const folder = (await place?.folder()) ?? ''
      return {
        folder,
        usualFolder: folder === place?.usual,
        backups,
        unusable,
        underWay: deeds.underWay,
        problem: unread ?? problem,
      }
    },
    make,
    async makeBeforeUpdate(of, kept) {
      const settings = await kept.still(async (still) => still.settings)
      // A folder without settings holds no shop, which whoever opens it will see.
      if (settings === null) return
      const made = await copy(of, kept, settings, 'before an update')
      if (!made.ok) throw new CannotOpen('.', notBackedUp(made.refusal.message), tryAgain)
    },
    async makeIfDue(shop, kind) {
      if (place === null || kind !== 'own' || deeds.underWay !== null) return
      if (notBefore !== null && clock.now() < notBefore) return
      round ??= makeDaily(shop, kind).finally(() => (round = null))
      await round
    },
    async chooseFolder() {
      if (place === null) return noPlace()
      const chosen = await options.choose('Where backups are kept')
      if (chosen === null) return ok({ folder: await place.folder() })
      const taken = await place.choose(chosen)
      if (!taken.ok) return taken
      problem = null
      notBefore = null
      options.changed()
      return ok({ folder: taken.value })
    },
    async stage({ kind, folder }, name, shop) {
      if (place === null) return noPlace()
      // A name and not a path: what the window sends stays inside the folder of the backups.
      if (name !== path.basename(name) || name.startsWith('.') || name.endsWith(unfinished)) {
        return refuse('no-such-backup', 'There is no such backup.', 'name')
      }
      const backup = path.join(await folderFor(kind), name)
      return begin({
        deed: 'restore',
        failed: 'The backup could not be restored',
        work: (progress) => stageRestore(disk, { backup, shopFolder: folder, shop, progress }),
      })
    },
    async newestFor({ kind, folder }) {
      if (place === null) return null
      const { settings } = await salvage(disk, folder)
      const own = settings === null ? [] : (await listed(kind, identityOf(settings))).backups
      const [newest] = own.length > 0 ? own : (await listed(kind, null)).backups
      return newest ?? null
    },
    async exportReadable({ folder }, reason) {
      const target = await options.choose('Where the readable data go')
      if (target === null) return ok(null)
      return begin({
        deed: 'export',
        failed: 'The data could not be written',
        work: async () => ok(await exportReadable(disk, { shopFolder: folder, target, at: clock.now(), reason })),
      })
    },
    cancel: () => deeds.cancel(),
    async stop() {
      stopping = true
      await deeds.stop()
      await round
      stopping = false
    },
  }
}

const notBackedUp = (why: string): string =>
  `was written by an older version of this program, and a backup comes before the first change to it: ${why}`

const tryAgain = 'See that the folder of the backups has room and can be written, then open the shop again.'
