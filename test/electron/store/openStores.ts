import { afterEach } from 'vitest'
import type { Store } from '../../../electron/store/store'
import type { NewPlace, StorePlace } from './contract'
import { begin } from './records'

export interface OpenStore {
  readonly store: Store
  readonly place: StorePlace
  /** Closes the store and opens it again. */
  readonly reopen: () => Promise<Store>
}

/** Opens stores that are closed and cleared away after each test. */
export function openStores(newPlace: NewPlace) {
  const open: { store: Store; place: StorePlace }[] = []
  afterEach(async () => {
    for (const { store, place } of open.splice(0)) {
      place.fail(false)
      // A test may have closed it already.
      await store.close().catch(() => undefined)
      await place.leave()
    }
  })
  const empty = async (): Promise<OpenStore> => {
    const place = await newPlace()
    const opened = { store: await place.open(), place }
    open.push(opened)
    return {
      ...opened,
      async reopen() {
        await opened.store.close()
        opened.store = await place.open()
        return opened.store
      },
    }
  }
  return {
    empty,
    /** With one launched campaign, `aCampaign()`. */
    async begun(): Promise<OpenStore> {
      const opened = await empty()
      await begin(opened.store)
      return opened
    },
  }
}
