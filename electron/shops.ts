import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ok, refuse, type Result } from '../shared/result'
import type { ParsedInput } from '../shared/requests'
import type { OpeningFailure, SampleAccount, ShopKind, ShopStatus } from '../shared/shop/requests'
import type { StaffActor } from '../shared/staff/actor'
import type { Instant } from '../shared/time'
import { refuseNotSaved } from './requests/command'
import { found } from './session/found'
import { shopOn, type Shop, type Surroundings } from './shop'
import { CannotOpen, NotSaved } from './store/store'

/** How the sample shop comes into being; the program is not built around it. */
export interface Sample {
  readonly accounts: readonly SampleAccount[]
  /** Makes a complete shop in that empty folder, with dates relative to `at`. */
  readonly make: (folder: string, at: Instant) => Promise<void>
}

export type FirstAccount = ParsedInput<'shop.start'>

/** Which shop of this data folder is open: the own one, the sample, or none. Steps run one after another. */
export interface Shops {
  readonly current: Shop | null
  /** As it is once whatever is being opened or closed now has been. */
  status(): Promise<ShopStatus>
  open(kind: ShopKind): Promise<Result<ShopStatus>>
  start(input: FirstAccount): Promise<Result<ShopStatus>>
  close(): Promise<Result<ShopStatus>>
  resetSample(): Promise<Result<ShopStatus>>
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
  readonly opened: (shop: Shop) => void
  /** Called when the shop may no longer be worked with; it is closed when this has resolved. */
  readonly closing: () => Promise<void>
  readonly savingChanged: () => void
}

export function createShops(options: ShopsOptions): Shops {
  const { surroundings, sample } = options
  const shopsFolder = path.join(options.dataFolder, 'shops')
  const lastFile = path.join(options.dataFolder, 'last-shop')
  const folderOf = (kind: ShopKind): string => path.join(shopsFolder, kind)
  const exists = (kind: ShopKind): boolean => existsSync(folderOf(kind))

  let open: { readonly kind: ShopKind; readonly shop: Shop } | null = null
  let failure: OpeningFailure | null = null
  let queue: Promise<unknown> = Promise.resolve()

  /** Two windows may press at once; a shop is never opened twice. */
  function oneAtATime<T>(step: () => Promise<T>): Promise<T> {
    const mine = queue.then(step, step)
    queue = mine.catch(() => undefined)
    return mine
  }

  function status(): ShopStatus {
    if (open === null) return { kind: 'closed', ownExists: exists('own'), sampleExists: exists('sample'), failure }
    const { kind, shop } = open
    const sampleAccounts = kind === 'sample' ? (sample?.accounts ?? []) : []
    return { kind: 'open', shop: kind, name: shop.name, sampleAccounts, ...shop.saving }
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

  async function openFolder(folder: string, kind: ShopKind): Promise<void> {
    await closeOpen()
    const shop = await openShop(folder, surroundings, options.savingChanged)
    open = { kind, shop }
    options.opened(shop)
  }

  /** Makes that empty folder a shop. Answers its first account. */
  async function foundIn(folder: string, input: FirstAccount): Promise<Result<StaffActor>> {
    const store = await surroundings.openStore(folder)
    try {
      return await found(store, surroundings, input)
    } finally {
      await store.close()
    }
  }

  async function openKind(kind: ShopKind): Promise<void> {
    failure = null
    try {
      await openFolder(folderOf(kind), kind)
      await remember(kind)
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error
      failure = { file: path.resolve(folderOf(kind), error.file), what: error.what, advice: error.advice }
    }
  }

  /** Made beside and moved into place when complete: half a shop is never found at the next start. */
  async function make(kind: ShopKind, fill: (folder: string) => Promise<Result<unknown>>): Promise<Result<unknown>> {
    const beside = `${folderOf(kind)}.new`
    await rm(beside, { recursive: true, force: true })
    await mkdir(beside, { recursive: true, mode: 0o700 })
    const filled = await fill(beside)
    if (!filled.ok) return filled
    await rm(folderOf(kind), { recursive: true, force: true })
    await rename(beside, folderOf(kind))
    return filled
  }

  async function makeSample(): Promise<Result<unknown>> {
    if (sample === null) return refuse('no-sample', 'This program has no sample shop.')
    return make('sample', async (folder) => {
      await sample.make(folder, surroundings.clock.now())
      return ok(true)
    })
  }

  return {
    get current() {
      return open?.shop ?? null
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
          const started = await make('own', (folder) => foundIn(folder, input))
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
        failure = null
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
    openLast: () =>
      oneAtATime(async () => {
        const last = await readFile(lastFile, 'utf8').catch(() => '')
        if ((last === 'own' || last === 'sample') && exists(last)) await openKind(last)
      }),
    startIn: (folder, input) =>
      oneAtATime(async () => {
        const founder = await foundIn(folder, input)
        if (founder.ok) await openFolder(folder, 'own')
        return founder
      }),
    openIn: (folder) => oneAtATime(() => openFolder(folder, 'own')),
    leave: () => oneAtATime(closeOpen),
  }
}

/** Opens the shop in that folder. Throws CannotOpen where there is none, or one that cannot be read. */
async function openShop(
  folder: string,
  surroundings: Surroundings,
  savingChanged = (): void => undefined,
): Promise<Shop> {
  const store = await surroundings.openStore(folder)
  const settings = await store.read.settings.get()
  if (settings !== null) return shopOn(folder, settings.shopName, store, surroundings, savingChanged)
  await store.close()
  throw new CannotOpen(
    folder,
    'The folder of this shop holds no data of a shop.',
    'Put its data files back from a backup, or move the folder away to start anew.',
  )
}
