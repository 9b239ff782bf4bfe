import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { doorRefusals, type ParsedInput } from '../shared/requests'
import { ok, refuse, type Result } from '../shared/result'
import type { OpeningFailure, SampleAccount, ShopKind, ShopStatus } from '../shared/shop/requests'
import type { StaffActor } from '../shared/staff/actor'
import type { Instant } from '../shared/time'
import type { Backups, ShopPlace } from './backups/backups'
import { machineDisk } from './backups/disk'
import { dropLeftovers, finishSwap, swapIn } from './backups/restoreBackup'
import { refuseNotSaved } from './requests/notSaved'
import type { Shop, Surroundings } from './shop'
import { foundIn, makeBeside, openShop } from './shopFolder'
import { CannotOpen, NotSaved } from './store/store'

/** How the sample shop comes into being; the program is not built around it. */
export interface Sample {
  readonly accounts: readonly SampleAccount[]
  /** Makes a complete shop in that empty folder, with dates relative to `at`. */
  readonly make: (folder: string, at: Instant) => Promise<void>
}

export type FirstAccount = ParsedInput<'shop.start'>

export interface OpenedShop {
  readonly kind: ShopKind
  readonly shop: Shop
}

/** A shop that could not be opened. */
export interface FailedShop extends OpeningFailure {
  readonly place: ShopPlace
}

/** Which shop of this data folder is open: the own one, the sample, or none. Steps run one after another. */
export interface Shops {
  readonly current: Shop | null
  readonly opened: OpenedShop | null
  /** Set while nothing is open because what was asked for could not be opened. */
  readonly failed: FailedShop | null
  /** As it is once whatever is being opened or closed now has been. */
  status(): Promise<ShopStatus>
  open(kind: ShopKind): Promise<Result<ShopStatus>>
  start(input: FirstAccount): Promise<Result<ShopStatus>>
  close(): Promise<Result<ShopStatus>>
  resetSample(): Promise<Result<ShopStatus>>
  /** Comes back from reading alone where changes can be saved again; whoever is signed in stays so. */
  tryAgain(): Promise<Result<ShopStatus>>
  /** Puts what a restore has staged beside that shop in its place, keeps the one before, and opens it. */
  swapIn(place: ShopPlace): Promise<Result<ShopStatus>>
  /** Opens what was open when the program last ended, or nothing. */
  openLast(): Promise<void>
  /** Makes a shop in that very, empty folder and opens it. Answers its first account, who holds all roles. */
  startIn(folder: string, input: FirstAccount): Promise<Result<StaffActor>>
  /** Opens the shop in that very folder. Throws CannotOpen. */
  openIn(folder: string): Promise<void>
  /** Closes for the end of the program: what was open is opened again at its next start. */
  leave(): Promise<void>
}

export interface ShopsOptions {
  readonly dataFolder: string
  readonly surroundings: Surroundings
  readonly sample: Sample | null
  /** Called when a shop is open and may be worked with. */
  readonly opened: (shop: Shop, kind: ShopKind) => void
  /** Called when the open shop was opened anew, for the same people. */
  readonly reopened: (shop: Shop, kind: ShopKind) => Promise<void>
  /** Called when the shop may no longer be worked with; it is closed when this has resolved. */
  readonly closing: () => Promise<void>
  readonly savingChanged: () => void
  readonly backups: Pick<Backups, 'newestFor' | 'makeBeforeUpdate' | 'underWay'>
}

export function createShops(options: ShopsOptions): Shops {
  const { surroundings, sample } = options
  const shopsFolder = path.join(options.dataFolder, 'shops')
  const lastFile = path.join(options.dataFolder, 'last-shop')
  const folderOf = (kind: ShopKind): string => path.join(shopsFolder, kind)
  const exists = (kind: ShopKind): boolean => existsSync(folderOf(kind))

  let open: OpenedShop | null = null
  let failed: FailedShop | null = null
  // A restore that was interrupted between its two steps leaves a whole shop beside its place.
  let queue: Promise<unknown> = finishSwaps().catch((error: unknown) => surroundings.reportBug('restore', error))

  async function finishSwaps(): Promise<void> {
    for (const kind of ['own', 'sample'] as const) await finishSwap(machineDisk, folderOf(kind))
  }

  /** Two windows may press at once; a shop is never opened twice. */
  function oneAtATime<T>(step: () => Promise<T>): Promise<T> {
    const mine = queue.then(step, step)
    queue = mine.catch(() => undefined)
    return mine
  }

  function status(): ShopStatus {
    if (open === null) {
      const { underWay } = options.backups
      const failure = failed && failureOf(failed)
      return { kind: 'closed', ownExists: exists('own'), sampleExists: exists('sample'), failure, underWay }
    }
    const { kind, shop } = open
    const sampleAccounts = kind === 'sample' ? (sample?.accounts ?? []) : []
    return {
      kind: 'open',
      shop: kind,
      name: shop.name,
      sampleAccounts,
      ...shop.saving,
      readAhead: shop.store.folder?.readAhead() ?? null,
    }
  }

  /** A comfort only: a folder that cannot be written asks anew at the next start. */
  async function remember(kind: ShopKind | 'none'): Promise<void> {
    try {
      await writeFile(`${lastFile}.new`, kind, { mode: 0o600 })
      await rename(`${lastFile}.new`, lastFile)
    } catch (error) {
      surroundings.reportBug('last shop not remembered', error)
    }
  }

  async function closeOpen(): Promise<void> {
    if (open === null) return
    const { shop } = open
    open = null
    await options.closing()
    await shop.close()
  }

  const openPlaced = (place: ShopPlace): Promise<Shop> =>
    openShop(place, surroundings, options.backups, options.savingChanged)

  async function openFolder(folder: string, kind: ShopKind): Promise<void> {
    await closeOpen()
    const shop = await openPlaced({ kind, folder })
    open = { kind, shop }
    options.opened(shop, kind)
    if (shop.saving.readOnly === null) await clearAway(folder)
  }

  async function clearAway(folder: string): Promise<void> {
    await dropLeftovers(machineDisk, folder).catch((error: unknown) => surroundings.reportBug('restore', error))
  }

  async function openPlace(place: ShopPlace): Promise<void> {
    const { kind, folder } = place
    failed = null
    try {
      await openFolder(folder, kind)
      await remember(kind)
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error
      const newestBackup = await options.backups.newestFor(place).catch((problem: unknown) => {
        surroundings.reportBug('backups', problem)
        return null
      })
      const { what, advice } = error
      failed = { file: path.resolve(folder, error.file), what, advice, shop: kind, newestBackup, place }
    }
  }

  const openKind = (kind: ShopKind): Promise<void> => openPlace({ kind, folder: folderOf(kind) })

  /** Opens the same folder anew before the one for reading is closed, so that nobody finds the shop shut. */
  async function reopen({ kind, shop }: OpenedShop): Promise<void> {
    const anew = await openPlaced({ kind, folder: shop.folder })
    if (anew.saving.readOnly !== null) {
      await anew.close()
      return
    }
    open = { kind, shop: anew }
    await options.reopened(anew, kind)
    await shop.close()
  }

  async function makeSample(): Promise<Result<unknown>> {
    if (sample === null) return refuse('no-sample', 'This program has no sample shop.')
    return makeBeside(folderOf('sample'), async (folder) => {
      await sample.make(folder, surroundings.clock.now())
      return ok(true)
    })
  }

  return {
    get current() {
      return open?.shop ?? null
    },
    get opened() {
      return open
    },
    get failed() {
      return open === null ? failed : null
    },
    status: () => oneAtATime(async () => status()),
    open: (kind) =>
      oneAtATime(async () => {
        if (open?.kind === kind) return ok(status())
        if (!exists(kind)) {
          if (kind === 'own') return refuse('no-shop', 'There is no shop of your own yet. Start one.')
          await closeOpen()
          const made = await makeSample()
          if (!made.ok) return made
        }
        await openKind(kind)
        return ok(status())
      }),
    start: (input) =>
      oneAtATime(async () => {
        if (exists('own')) return refuse('shop-exists', 'There is a shop already. Open it.')
        try {
          const started = await makeBeside(folderOf('own'), (folder) => foundIn(folder, surroundings, input))
          if (!started.ok) return started
        } catch (error) {
          if (error instanceof NotSaved || error instanceof CannotOpen) return refuseNotSaved()
          throw error
        }
        await openKind('own')
        return ok(status())
      }),
    close: () =>
      oneAtATime(async () => {
        failed = null
        await closeOpen()
        await remember('none')
        return ok(status())
      }),
    resetSample: () =>
      oneAtATime(async () => {
        if (open?.kind === 'own') return refuse('shop-open', 'Close your own shop first.')
        await closeOpen()
        const made = await makeSample()
        if (!made.ok) return made
        await openKind('sample')
        return ok(status())
      }),
    tryAgain: () =>
      oneAtATime(async () => {
        if (open === null) return refuse(doorRefusals.notOpen, 'No shop is open.')
        if (!(await open.shop.writable()) && typeof open.shop.store.folder?.readOnly === 'string') {
          try {
            await reopen(open)
          } catch (error) {
            if (!(error instanceof CannotOpen)) throw error
            return refuse('cannot-open', `It cannot be opened anew: ${path.basename(error.file)} ${error.what}.`)
          }
        }
        return ok(status())
      }),
    swapIn: (place) =>
      oneAtATime(async () => {
        await closeOpen()
        try {
          await swapIn(machineDisk, place.folder, surroundings.clock.now())
        } catch (error) {
          surroundings.reportBug('restore', error)
          await openPlace(place)
          return refuse('not-restored', 'The backup could not be put in place. The shop is as it was.')
        }
        await openPlace(place)
        return ok(status())
      }),
    openLast: () =>
      oneAtATime(async () => {
        const last = await readFile(lastFile, 'utf8').catch(() => '')
        if ((last === 'own' || last === 'sample') && exists(last)) await openKind(last)
      }),
    startIn: (folder, input) =>
      oneAtATime(async () => {
        const founder = await foundIn(folder, surroundings, input)
        if (founder.ok) await openFolder(folder, 'own')
        return founder
      }),
    openIn: (folder) => oneAtATime(() => openFolder(folder, 'own')),
    leave: () => oneAtATime(closeOpen),
  }
}

const failureOf = ({ file, what, advice, shop, newestBackup }: FailedShop): OpeningFailure => ({
  file,
  what,
  advice,
  shop,
  newestBackup,
})
