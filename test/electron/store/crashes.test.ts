import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openEmbeddedStore, type EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { NotSaved, type Store } from '../../../electron/store/store'
import { aCampaign, aProduct, type campaignId, inIndia } from '../../shared/builders'
import { anOrder, aPaidOrder } from '../../shared/orderBuilders'
import { watchedFiles, type Deed } from './faultyFiles'
import { aFolder, bytesIn, copyOf } from './folders'
import { anEntry, begin, commit, everything } from './records'

const elsewhere = 'campaign-elsewhere' as typeof campaignId

/** What a shop lives through: commits across campaigns and months, snapshots between them, and its closing. */
const life: readonly ((store: EmbeddedStore) => Promise<void>)[] = [
  begin,
  (store) =>
    commit(store, (tx) => {
      tx.campaigns.put(aCampaign({ id: elsewhere }))
      tx.orders.put(anOrder())
      tx.orders.put(aPaidOrder({ sequence: 2, campaignId: elsewhere }))
      tx.audit.append(anEntry(2))
    }),
  (store) => store.snapshot(),
  (store) =>
    commit(store, (tx) => {
      tx.orders.put(aPaidOrder({ units: 3 }))
      tx.audit.append(anEntry(3, { at: inIndia('2018-05-02T09:00:00') }))
    }),
  (store) => store.snapshot(),
  (store) => commit(store, (tx) => tx.products.put(aProduct({ name: 'Renamed' }))),
  (store) => commit(store, (tx) => tx.orders.put(aPaidOrder({ sequence: 3, campaignId: elsewhere }))),
  (store) => store.close(),
]

const open: Store[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close().catch(() => undefined)
})

async function opened(folder: string, options: Parameters<typeof openEmbeddedStore>[1] = {}): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore(folder, options)
  open.push(store)
  return store
}

async function stateIn(folder: string): Promise<unknown> {
  const store = await openEmbeddedStore(folder)
  const state = await everything(store)
  await store.close()
  return state
}

test('after a crash before any deed on the disk, the folder holds all acknowledged commits and no half of another', async () => {
  const folder = aFolder()
  const crashes: { readonly deed: string; readonly copy: string; readonly step: number }[] = []
  let step = -1
  const files = watchedFiles((deed, file) => {
    crashes.push({ deed: `${deed} ${path.basename(file)}`, copy: copyOf(folder), step })
  })
  const store = await opened(folder, { files })
  const states: unknown[] = [await everything(store)]
  for (const [index, live] of life.entries()) {
    step = index
    await live(store)
    states.push(index === life.length - 1 ? states.at(-1) : await everything(store))
  }
  expect(crashes.length).toBeGreaterThan(60)
  for (const { copy, step: at, deed } of crashes) {
    const state = await stateIn(copy)
    // The commit that was under way may already be there, whole; it is only not yet acknowledged.
    const allowed = at < 0 ? [states[0]] : [states[at], states[at + 1]]
    expect(allowed, deed).toContainEqual(state)
    // Opening after a crash has itself been a writer; what it left must be as sound.
    expect(await stateIn(copy), deed).toEqual(state)
  }
}, 60_000)

test('whichever deed on the disk fails, memory and disk stay as they were, and the next commit is saved', async () => {
  const failures: Deed[] = []
  for (let failing = 0, reached = true; reached; failing += 1) {
    const folder = aFolder()
    let count = 0
    let armed = false
    reached = false
    const files = watchedFiles((deed) => {
      if (!armed) return
      count += 1
      if (count !== failing + 1) return
      reached = true
      failures.push(deed)
      throw new Error(`the disk refused to ${deed}`)
    })
    const store = await opened(folder, { files })
    armed = true
    for (const live of life.slice(0, -1)) {
      const before = await everything(store)
      const failed = await live(store).then(
        () => false,
        () => true,
      )
      if (!failed) continue
      expect(await everything(store)).toEqual(before)
      expect(await stateIn(copyOf(folder))).toEqual(before)
      await live(store)
    }
    const last = await everything(store)
    await store.close()
    expect(await stateIn(copyOf(folder))).toEqual(last)
  }
  expect(new Set(failures)).toEqual(new Set<Deed>(['append', 'sync', 'create', 'rename', 'syncFolder', 'remove']))
}, 60_000)

test('while the disk refuses everything, nothing is acknowledged, and afterwards the store goes on', async () => {
  const folder = aFolder()
  let refusing = false
  const files = watchedFiles(() => {
    if (refusing) throw new Error('the disk is gone')
  })
  const store = await opened(folder, { files })
  await begin(store)
  const before = await everything(store)
  const disk = bytesIn(folder)
  refusing = true
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(commit(store, (tx) => tx.orders.put(anOrder()))).rejects.toThrow(NotSaved)
    expect(await everything(store)).toEqual(before)
  }
  refusing = false
  await commit(store, (tx) => tx.orders.put(aPaidOrder({ sequence: 2 })))
  expect(bytesIn(folder)).not.toEqual(disk)
  const after = await everything(store)
  expect(await stateIn(copyOf(folder))).toEqual(after)
})

test('a snapshot that fails loses nothing, and closing then still gives the folder back', async () => {
  const folder = aFolder()
  const problems: unknown[] = []
  const files = watchedFiles((deed, file) => {
    if (deed === 'create' && file.endsWith('.json.tmp')) throw new Error('no space left on the disk')
  })
  const store = await opened(folder, { files, report: (problem) => problems.push(problem) })
  await begin(store)
  await commit(store, (tx) => tx.orders.put(aPaidOrder()))
  const before = await everything(store)
  await expect(store.snapshot()).rejects.toThrow('no space')
  await store.close()
  expect(problems).toHaveLength(1)
  expect(await stateIn(folder)).toEqual(before)
})

test('commits after a snapshot that broke off anywhere are found again', async () => {
  for (let failing = 1, reached = true; reached; failing += 1) {
    const folder = aFolder()
    let deeds = Number.NEGATIVE_INFINITY
    reached = false
    const files = watchedFiles(() => {
      deeds += 1
      if (deeds !== failing) return
      reached = true
      throw new Error('the disk refused')
    })
    const store = await opened(folder, { files })
    await begin(store)
    await commit(store, (tx) => tx.orders.put(anOrder()))
    deeds = 0
    await store.snapshot().catch(() => undefined)
    deeds = Number.NEGATIVE_INFINITY
    await commit(store, (tx) => tx.orders.put(aPaidOrder()))
    await commit(store, (tx) => tx.audit.append(anEntry(2)))
    const state = await everything(store)
    expect(await stateIn(copyOf(folder))).toEqual(state)
    await store.snapshot()
    expect(await stateIn(copyOf(folder))).toEqual(state)
  }
}, 30_000)
