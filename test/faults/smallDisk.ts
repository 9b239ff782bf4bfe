import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { NotSaved } from '../../electron/store/store'
import { begin, commit, someSettings } from '../electron/store/records'
import { aMountPoint } from './programs'
import { must, stateOf, Tries, type Proof } from './proof'

const mount = (...options: readonly string[]): void => void execFileSync('mount', options, { stdio: 'ignore' })

/** Answers why not, where this user may not mount. */
function mountSmall(folder: string): string | null {
  try {
    mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
    return null
  } catch {
    return 'this user may not mount a small disk'
  }
}

/** 5 and 10 on a real disk of 64 KB: it runs full, gets room, and turns read-only and back. */
export const smallDisk: Proof = {
  fault: 5,
  name: 'a real disk of 64 KB that runs full, gets room, and turns read-only',
  async run() {
    const tries = new Tries()
    const folder = aMountPoint()
    const skipped = mountSmall(folder)
    if (skipped !== null) return { points: 0, failures: [], skipped }
    try {
      const shop = path.join(folder, 'shop')
      const store = await openEmbeddedStore(shop)
      await begin(store)
      const rename = (count: number): Promise<void> =>
        commit(store, (tx) => tx.settings.put({ ...someSettings, shopName: `${String(count)} ${'x'.repeat(2000)}` }))
      let count = 0
      const mustRefuse = async (what: string): Promise<void> => {
        const before = await stateOf(store)
        const error = await rename(-1).then(
          () => null,
          (thrown: unknown) => thrown,
        )
        must(error instanceof NotSaved, `${what}: it said ${String(error)}`)
        must((await stateOf(store)) === before, `${what}: what was not saved is seen`)
      }
      const fill = async (): Promise<void> => {
        const until = async (): Promise<void> => {
          for (;;) await rename((count += 1))
        }
        const error = await until().catch((thrown: unknown) => thrown)
        must(error instanceof NotSaved, `after ${String(count)} writes it said ${String(error)}`)
        await mustRefuse('full')
      }
      await tries.point('full', fill)
      await tries.point('room again', async () => {
        mount('-o', 'remount,size=4m', folder)
        await rename((count += 1))
      })
      await tries.point('full of what others wrote', async () => {
        const others = path.join(folder, 'others')
        // Whatever room there is: the write ends with an error when there is no more.
        await writeFile(others, Buffer.alloc(5_000_000)).catch(() => undefined)
        await fill()
        rmSync(others)
        await rename((count += 1))
      })
      const last = await stateOf(store)
      await store.close()
      await tries.point('opened again', async () => {
        const again = await openEmbeddedStore(shop)
        must((await stateOf(again)) === last, 'something is lost')
        await again.close()
      })
      await tries.point('opened on a read-only disk', async () => {
        mount('-o', 'remount,ro', folder)
        const reading = await openEmbeddedStore(shop)
        must(reading.folder.readOnly !== null, 'it does not say that nothing can be written')
        must((await stateOf(reading)) === last, 'something is lost')
        const refused = await commit(reading, (tx) => tx.settings.put(someSettings)).catch((thrown: unknown) => thrown)
        must(refused instanceof NotSaved, `a command answers ${String(refused)}`)
        await reading.close()
        mount('-o', 'remount,rw', folder)
        await (await openEmbeddedStore(shop)).close()
      })
    } finally {
      execFileSync('umount', [folder])
      rmSync(path.dirname(folder), { recursive: true, force: true })
    }
    return tries
  },
}
