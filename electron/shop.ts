import path from 'node:path'
import type { Instant } from '../shared/time'
import type { Clock } from './clock'
import { pictureFolder, type PictureFolder } from './pictures/pictureFolder'
import type { Passwords } from './session/password'
import { NotSaved, type KeptFolder, type Store } from './store/store'

/** What the whole program shares and tests replace: time, ids, the cost of a password, how a folder is opened, the log. */
export interface Surroundings {
  readonly clock: Clock
  readonly newId: () => string
  readonly passwords: Passwords
  /** `beforeUpgrade` as the store in a folder of this machine asks for it. */
  readonly openStore: (
    folder: string,
    options?: { readonly beforeUpgrade?: (kept: KeptFolder) => Promise<void> },
  ) => Promise<Store>
  readonly reportBug: (event: string, error: unknown, request?: string) => void
}

/** A shop while it is open: its data, its pictures, and what the window's edge says about saving. */
export interface Shop extends Surroundings {
  readonly folder: string
  readonly name: string
  readonly store: Store
  readonly pictures: PictureFolder
  readonly saving: Saving
  /** Whether changes can be saved now; where the last one could not, the disk is tried again. */
  writable(): Promise<boolean>
  close(): Promise<void>
}

export interface Saving {
  /** When the last change became durable since the shop was opened. */
  readonly savedAt: Instant | null
  /** Set while a change could not be saved. */
  readonly notSaved: string | null
  /** Why the shop is open for reading alone, as a sentence; null while changes can be saved. */
  readonly readOnly: string | null
}

const diskFails =
  'The last change could not be written: the disk may be full or failing, or the data folder may no longer be written.'

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
  const openedForReading = inner.folder?.readOnly ?? null
  let saving: Saving = { savedAt: null, notSaved: null, readOnly: openedForReading }
  const note = (next: Saving): void => {
    saving = next
    savingChanged()
  }
  inner.watch(() => note({ ...saving, savedAt: surroundings.clock.now(), notSaved: null }))

  /** Throws NotSaved where the folder takes no writes. */
  async function recover(): Promise<void> {
    if (saving.readOnly === null) return
    await inner.folder?.recover()
    note({ ...saving, notSaved: null, readOnly: null })
  }

  async function noting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      // Opened for reading, nothing was lost that was not told before.
      if (error instanceof NotSaved && openedForReading === null) {
        note({ ...saving, notSaved: notSavedWords, readOnly: diskFails })
      }
      throw error
    }
  }

  const store: Store = {
    read: inner.read,
    watch: (listener) => inner.watch(listener),
    close: () => inner.close(),
    ...(inner.folder && { folder: inner.folder }),
    transact: (work) =>
      noting(async () => {
        if (openedForReading === null) await recover()
        return inner.transact(work)
      }),
  }
  const pictures = pictureFolder(picturesIn(folder))
  return {
    ...surroundings,
    folder,
    name,
    store,
    pictures: {
      write: (...picture) => noting(() => pictures.write(...picture)),
      copyAll: (copies) => noting(() => pictures.copyAll(copies)),
      remove: (picture) => pictures.remove(picture),
    },
    get saving() {
      return saving
    },
    writable: () =>
      recover().then(
        () => true,
        () => false,
      ),
    close: () => inner.close(),
  }
}
