import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startOf } from '../../../electron/store/embedded/folderLock'
import { openEmbeddedStore, type EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { CannotOpen, NotSaved } from '../../../electron/store/store'
import { aCampaign, aProduct, type campaignId, midway, productId } from '../../shared/builders'
import { aCancellation, anOrder, aPaidOrder, aRefund, aShipment, aSupporter } from '../../shared/orderBuilders'
import { watchedFiles } from './faultyFiles'
import { aFolder, copyOf, filesIn } from './folders'
import { anEntry, anyOrder, begin, commit, everything } from './records'

const open: EmbeddedStore[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close().catch(() => undefined)
})

async function opened(folder: string, options: Parameters<typeof openEmbeddedStore>[1] = {}): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore(folder, options)
  open.push(store)
  return store
}

/** A disk whose syncs of the journal wait until they are let through, or made to fail. */
function heldSyncs() {
  let holding = false
  const waiting: ((error?: Error) => void)[] = []
  let reached: (() => void) | null = null
  const files = watchedFiles((deed, file) => {
    if (!holding || deed !== 'sync' || !path.basename(file).startsWith('journal-')) return
    return new Promise<void>((resolve, reject) => {
      waiting.push((error) => {
        if (error) reject(error)
        else resolve()
      })
      reached?.()
    })
  })
  return {
    files,
    hold() {
      holding = true
    },
    /** Resolves when a sync waits. */
    async atSync(): Promise<void> {
      if (waiting.length === 0) await new Promise<void>((resolve) => (reached = resolve))
    },
    release(error?: Error) {
      holding = false
      for (const go of waiting.splice(0)) go(error)
    },
  }
}

test('nobody reads what is not yet on the disk, while the next work already builds on it', async () => {
  const disk = heldSyncs()
  const store = await opened(aFolder(), disk)
  await begin(store)
  disk.hold()
  const events: string[] = []
  const first = commit(store, (tx) => tx.orders.put(anOrder())).then(() => events.push('first saved'))
  await disk.atSync()
  const read = store.read.orders.one(anOrder().id).then((order) => events.push(`read ${String(order?.units)}`))
  let saved: Promise<unknown> = Promise.resolve()
  await new Promise<void>((ran) => {
    saved = store.transact(async (tx) => {
      events.push(`second sees ${String((await tx.orders.get(anOrder().id))?.units)}`)
      tx.orders.put(anOrder({ sequence: 2 }))
      ran()
    })
  })
  saved = saved.then(() => events.push('second saved'))
  expect(events).toEqual(['second sees 1'])
  disk.release()
  await Promise.all([first, saved, read])
  expect(events).toEqual(['second sees 1', 'first saved', 'read 1', 'second saved'])
})

test('when a write fails, all that was built on it meanwhile is taken back, step by step', async () => {
  const disk = heldSyncs()
  const store = await opened(aFolder(), disk)
  await begin(store)
  await commit(store, (tx) => tx.orders.put(anOrder({ units: 2 })))
  const before = await everything(store)
  disk.hold()
  const shipped = { shipment: aShipment(), supporter: aSupporter({ name: 'Ravi', phone: '+919800000000' }) }
  const steps = [
    commit(store, (tx) => {
      tx.orders.put(aPaidOrder({ units: 2 }))
      tx.products.put(aProduct({ name: 'First' }))
      tx.audit.append(anEntry(2))
    }),
    commit(store, (tx) => {
      tx.orders.put(aPaidOrder({ units: 2, cancellations: [aCancellation()], refunds: [aRefund()] }))
      tx.products.put(aProduct({ name: 'Second' }))
      tx.orders.put(anOrder({ sequence: 2 }))
      tx.audit.append(anEntry(3))
    }),
    commit(store, (tx) => tx.orders.put(aPaidOrder({ units: 2, ...shipped }))),
    // Runs last, so the others are staged by then.
    store.transact(async () => {
      await disk.atSync()
      disk.release(new Error('the disk is gone'))
    }),
  ]
  for (const step of steps) await expect(step).rejects.toThrow(NotSaved)
  expect(await everything(store)).toEqual(before)
  expect(await store.read.orders.unitsHeld(anOrder().campaignId, aSupporter().phone, midway)).toBe(2)
  expect(await store.read.orders.ofSupporter('+919800000000', 5)).toEqual([])
  expect(await store.read.orders.byPaymentReference('UPI', 'pay_7Rk2')).toBeNull()
})

test('a work that was still running when the write before it failed is not saved', async () => {
  const disk = heldSyncs()
  const store = await opened(aFolder(), disk)
  await begin(store)
  const before = await everything(store)
  disk.hold()
  const first = commit(store, (tx) => tx.orders.put(anOrder()))
  await disk.atSync()
  const second = store.transact(async (tx) => {
    tx.orders.put({ ...(await tx.orders.get(anOrder().id)), ...aPaidOrder() })
    disk.release(new Error('the disk is gone'))
    await first.catch(() => undefined)
  })
  await expect(second).rejects.toThrow(NotSaved)
  expect(await everything(store)).toEqual(before)
})

test('a work that only looked is told no more than what is on the disk', async () => {
  const disk = heldSyncs()
  const store = await opened(aFolder(), disk)
  await begin(store)
  disk.hold()
  const first = commit(store, (tx) => tx.products.put(aProduct({ name: 'Unsaved' })))
  await disk.atSync()
  const looked = store.transact(async (tx) => (await tx.products.get(productId))?.name)
  const refused = store.transact(async (tx) => {
    throw new Error((await tx.products.get(productId))?.name)
  })
  disk.release(new Error('the disk is gone'))
  for (const outcome of [first, looked, refused]) await expect(outcome).rejects.toThrow(NotSaved)
  expect((await store.read.products.one(productId))?.name).toBe(aProduct().name)
})

test('callers that wait at the same time share a flush', async () => {
  let syncs = 0
  const files = watchedFiles((deed) => {
    if (deed === 'sync') syncs += 1
  })
  const folder = aFolder()
  const store = await opened(folder, { files })
  await begin(store)
  syncs = 0
  const many = Array.from({ length: 64 }, (_, index) => anOrder({ sequence: index + 1 }))
  await Promise.all(many.map((order) => commit(store, (tx) => tx.orders.put(order))))
  expect(syncs).toBeLessThanOrEqual(3)
  expect(await store.read.orders.count(anyOrder, midway)).toBe(64)
  const again = await opened(copyOf(folder))
  expect(await everything(again)).toEqual(await everything(store))
})

test('a snapshot writes only the documents that changed', async () => {
  const elsewhere = 'campaign-elsewhere' as typeof campaignId
  const folder = aFolder()
  const written: string[] = []
  const files = watchedFiles((deed, file) => {
    if (deed === 'rename') written.push(path.basename(file))
  })
  const store = await opened(folder, { files })
  await begin(store)
  await commit(store, (tx) => {
    tx.campaigns.put(aCampaign({ id: elsewhere }))
    tx.orders.put(anOrder())
    tx.orders.put(anOrder({ sequence: 2, campaignId: elsewhere }))
  })
  await store.snapshot()
  written.length = 0
  await commit(store, (tx) => tx.orders.put(aPaidOrder()))
  await store.snapshot()
  expect(written).toEqual([
    expect.stringMatching(/^journal-/u),
    'campaign-tripod.3.json',
    'campaign-tripod.3.index',
    'catalogue.json',
  ])
  written.length = 0
  await store.snapshot()
  expect(written).toEqual([])
})

test('commits go on while a snapshot is written, and both are there afterwards', async () => {
  const folder = aFolder()
  let during: Promise<void> | null = null
  const files = watchedFiles((deed, file) => {
    if (deed === 'create' && file.includes('catalogue')) {
      during ??= commit(store, (tx) => tx.orders.put(anOrder({ sequence: 2 })))
      return during
    }
    return undefined
  })
  const store = await opened(folder, { files })
  await begin(store)
  await commit(store, (tx) => tx.orders.put(anOrder()))
  await store.snapshot()
  const again = await opened(copyOf(folder))
  expect(await again.read.orders.count(anyOrder, midway)).toBe(2)
})

const isOrders = (file: string): boolean => /campaign-tripod\.\d+\.json$/u.test(file)

test('a journal that grows too long is folded into documents by itself', async () => {
  const folder = aFolder()
  let folded: () => void = () => undefined
  const done = new Promise<void>((resolve) => (folded = resolve))
  let hasOrders = false
  const files = watchedFiles((deed, file) => {
    if (deed === 'rename' && isOrders(file)) hasOrders = true
    if (deed === 'remove' && hasOrders) folded()
  })
  const store = await opened(folder, { files, snapshots: { busyBytes: 2000 } })
  await begin(store)
  for (let sequence = 1; sequence <= 40; sequence += 1)
    await commit(store, (tx) => tx.orders.put(anOrder({ sequence })))
  await done
  expect(filesIn(folder).some(isOrders)).toBe(true)
})

test('a quiet moment folds the journal into documents', async () => {
  const folder = aFolder()
  let folded: () => void = () => undefined
  const done = new Promise<void>((resolve) => (folded = resolve))
  const files = watchedFiles((deed, file) => {
    if (deed === 'remove' && path.basename(file).startsWith('journal-')) folded()
  })
  const store = await opened(folder, { files, snapshots: { quietMilliseconds: 1, quietBytes: 1 } })
  await begin(store)
  await done
  expect(filesIn(folder)).toContain('catalogue.json')
})

test('a shop that nobody changed is closed without writing', async () => {
  const folder = aFolder()
  const store = await opened(folder)
  await begin(store)
  await store.close()
  const before = filesIn(folder).map((name) => statSync(path.join(folder, name)).mtimeMs)
  await (await opened(folder)).close()
  expect(filesIn(folder).map((name) => statSync(path.join(folder, name)).mtimeMs)).toEqual(before)
})

test('documents can be read by anyone who knows JSON', async () => {
  const folder = aFolder()
  const store = await opened(folder)
  await begin(store)
  await commit(store, (tx) => tx.orders.put(anOrder()))
  await store.close()
  const document: unknown = JSON.parse(readFileSync(path.join(folder, 'orders', 'campaign-tripod.2.json'), 'utf8'))
  expect(document).toMatchObject({ upTo: 2, records: [anOrder()], count: 1 })
})

test.skipIf(process.platform === 'win32')('folder and files are for this user alone', async () => {
  const folder = path.join(aFolder(), 'deeper', 'shop')
  const store = await opened(folder)
  await begin(store)
  await commit(store, (tx) => tx.orders.put(anOrder()))
  await store.snapshot()
  const mode = (name: string): number => statSync(path.join(folder, name)).mode & 0o777
  expect(['', 'orders', 'audit'].map(mode)).toEqual([0o700, 0o700, 0o700])
  expect(filesIn(folder).map(mode)).toEqual(filesIn(folder).map(() => 0o600))
})

test('a folder is open once at a time, and free again when it was closed', async () => {
  const folder = aFolder()
  const store = await opened(folder)
  await expect(openEmbeddedStore(folder)).rejects.toThrow(CannotOpen)
  await begin(store)
  await store.close()
  expect(filesIn(folder).some((name) => name.startsWith('lock-'))).toBe(false)
  await (await opened(folder)).close()
})

test('a folder held by another living process is not opened', async () => {
  const folder = aFolder()
  const name = `lock-${String(process.ppid)}-${startOf(process.ppid) ?? ''}`
  writeFileSync(path.join(folder, name), '')
  await expect(openEmbeddedStore(folder)).rejects.toThrow(`process ${String(process.ppid)}`)
  expect(filesIn(folder)).toEqual([name])
})

test('a folder whose holder is gone is taken over, also when its process number was given away again', async () => {
  const folder = aFolder()
  const noSuchProcess = 2 ** 22 + 1
  writeFileSync(path.join(folder, `lock-${String(noSuchProcess)}-1234t5`), '')
  if (process.platform === 'linux') writeFileSync(path.join(folder, `lock-${String(process.ppid)}-0000t1`), '')
  const store = await opened(folder)
  expect(filesIn(folder).filter((name) => name.startsWith('lock-'))).toHaveLength(1)
  await store.close()
})

test('works that wait behind each other leave the event loop its turns', async () => {
  const store = await opened(aFolder())
  const long = (): void => {
    const began = performance.now()
    while (performance.now() - began < 5);
  }
  let over = 0
  let overAtTurn: number | null = null
  const works = Array.from({ length: 20 }, () =>
    store.transact(async () => {
      long()
      over += 1
    }),
  )
  setImmediate(() => (overAtTurn = over))
  await Promise.all(works)
  expect(overAtTurn).not.toBeNull()
  expect(overAtTurn).toBeLessThan(works.length)
})
