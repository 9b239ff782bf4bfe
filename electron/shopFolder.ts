import { mkdir, rename, rm } from 'node:fs/promises'
import type { ParsedInput } from '../shared/requests'
import type { Result } from '../shared/result'
import type { StaffActor } from '../shared/staff/actor'
import type { Backups, ShopPlace } from './backups/backups'
import { found } from './session/found'
import { shopOn, type Shop, type Surroundings } from './shop'
import { CannotOpen, type KeptFolder } from './store/store'

/** Opens the shop in that folder. Throws CannotOpen where there is none, or one that cannot be read or backed up when it must be. */
export async function openShop(
  place: ShopPlace,
  surroundings: Surroundings,
  backups: Pick<Backups, 'makeBeforeUpdate'>,
  savingChanged: () => void,
): Promise<Shop> {
  const { folder } = place
  const beforeUpgrade = (kept: KeptFolder): Promise<void> => backups.makeBeforeUpdate(place, kept)
  const store = await surroundings.openStore(folder, { beforeUpgrade })
  const settings = await store.read.settings.get()
  if (settings !== null) return shopOn(folder, settings.shopName, store, surroundings, savingChanged)
  await store.close()
  throw new CannotOpen(
    folder,
    'The folder of this shop holds no data of a shop.',
    'Put its data files back from a backup, or move the folder away to start anew.',
  )
}

/** Makes that empty folder a shop. Answers its first account. */
export async function foundIn(
  folder: string,
  surroundings: Surroundings,
  input: ParsedInput<'shop.start'>,
): Promise<Result<StaffActor>> {
  const store = await surroundings.openStore(folder)
  try {
    return await found(store, surroundings, input)
  } finally {
    await store.close()
  }
}

/** Made beside and moved into place when complete: half a shop is never found at the next start. */
export async function makeBeside(
  folder: string,
  fill: (beside: string) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const beside = `${folder}.new`
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { recursive: true, mode: 0o700 })
  const filled = await fill(beside)
  if (!filled.ok) return filled
  await rm(folder, { recursive: true, force: true })
  await rename(beside, folder)
  return filled
}
