import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { StaffActor } from '../../shared/staff/actor'
import type { ShopStatus } from '../../shared/shop/requests'
import type { ShopPlace } from '../backups/backups'
import { identityOf } from '../backups/manifest'
import { noteRestore } from '../backups/noteRestore'
import { NotSaved } from '../store/store'
import type { Front, FrontHandlers } from './handler'
import { present, refuseClosed } from './present'

type BackupsHandlers = Pick<FrontHandlers, Extract<keyof FrontHandlers, `backups.${string}`>>

const refuseSound = (): Refused =>
  refuse('nothing-to-rescue', 'This is only for a shop that could not be opened. Sign in to look at backups.')

async function putInPlace(
  { shops }: Front,
  place: ShopPlace,
  name: string,
  by: StaffActor | null,
): Promise<Result<ShopStatus>> {
  const swapped = await shops.swapIn(place)
  if (!swapped.ok || shops.current === null) return swapped
  try {
    await noteRestore(shops.current, name, by)
  } catch (error) {
    // The shop is restored all the same; that it cannot be written is told by its own words.
    if (!(error instanceof NotSaved)) throw error
  }
  return ok(await shops.status())
}

export const backupsHandlers: BackupsHandlers = {
  'backups.view': async (_input, front) => {
    const { opened } = front.shops
    return opened === null ? refuseClosed() : ok(await front.backups.view(opened.shop, opened.kind))
  },

  'backups.make': async (_input, { shops, backups }) => {
    const { opened } = shops
    return opened === null ? refuseClosed() : backups.make(opened.shop, opened.kind, 'asked for')
  },

  'backups.cancel': async (_input, { backups }) => ok({ cancelled: backups.cancel() }),

  'backups.chooseFolder': (_input, { backups }) => backups.chooseFolder(),

  'backups.restore': async ({ name, password }, front) => {
    const here = await present(front)
    if (!here.ok) return here
    const { shop, kind, actor } = here.value
    const proven = await front.proofs.ofAccount(shop, actor.staffId, password, 'password')
    if (!proven.ok) return proven
    const settings = await shop.store.read.settings.get()
    const place = { kind, folder: shop.folder }
    const staged = await front.backups.stage(place, name, settings && identityOf(settings))
    return staged.ok ? putInPlace(front, place, name, actor) : staged
  },

  'backups.rescue': async ({ name }, front) => {
    const { failed } = front.shops
    if (failed === null || failed.newestBackup?.name !== name) return refuseSound()
    const staged = await front.backups.stage(failed.place, name, null)
    return staged.ok ? putInPlace(front, failed.place, name, null) : staged
  },

  'backups.cancelRescue': async (_input, { shops, backups }) =>
    ok({ cancelled: shops.failed !== null && backups.cancel() }),

  'backups.exportReadable': async (_input, { shops, backups }) => {
    const { failed } = shops
    return failed === null ? refuseSound() : backups.exportReadable(failed.place, `${failed.file}: ${failed.what}`)
  },
}
