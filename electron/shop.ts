import path from 'node:path'
import type { Instant } from '../shared/time'
import type { Clock } from './clock'
import { pictureFolder, type PictureFolder } from './pictures/pictureFolder'
import type { Passwords } from './session/password'
import { NotSaved, type Store } from './store/store'

/** What the whole program shares and tests replace: time, ids, the cost of a password, how a folder is opened, the log. */
export interface Surroundings {
  readonly clock: Clock
  readonly newId: () => string
  readonly passwords: Passwords
  readonly openStore: (folder: string) => Promise<Store>
  readonly reportBug: (event: string, error: unknown, request?: string) => void
}

/** A shop while it is open: its data, its pictures, and what the window's edge says about saving. */
export interface Shop extends Surroundings {
  readonly folder: string
  readonly name: string
  readonly store: Store
  readonly pictures: PictureFolder
  readonly saving: Saving
  close(): Promise<void>
}

export interface Saving {
  /** When the last change became durable since the shop was opened. */
  readonly savedAt: Instant | null
  /** Set while a change could not be saved. */
  readonly notSaved: string | null
}

const notSavedWords =
  'The last change was not saved and nothing was changed. See that the disk has room and that the data folder may be written.'

export const picturesIn = (shopFolder: string): string => path.join(shopFolder, 'pictures')

/** A shop on its opened store. `savingChanged` is called whenever the words about saving may have changed. */
export function shopOn(
  folder: string,
  name: string,
  inner: Store,
  surroundings: Surroundings,
  savingChanged: () => void,
): Shop {
  let saving: Saving = { savedAt: null, notSaved: null }
  const note = (next: Saving): void => {
    saving = next
    savingChanged()
  }
  inner.watch(() => note({ savedAt: surroundings.clock.now(), notSaved: null }))
  const store: Store = {
    read: inner.read,
    watch: (listener) => inner.watch(listener),
    close: () => inner.close(),
    async transact(work) {
      try {
        return await inner.transact(work)
      } catch (error) {
        if (error instanceof NotSaved) note({ ...saving, notSaved: notSavedWords })
        throw error
      }
    },
  }
  return {
    ...surroundings,
    folder,
    name,
    store,
    pictures: pictureFolder(picturesIn(folder)),
    get saving() {
      return saving
    },
    close: () => inner.close(),
  }
}
