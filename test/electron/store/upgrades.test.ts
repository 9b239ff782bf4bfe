import { readFileSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFolder } from '../../../electron/books/checkFolder'
import { openEmbeddedStore, type EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { schema as newest } from '../../../electron/store/embedded/upgrades/upgrade'
import type { Store } from '../../../electron/store/store'
import { firstReportSettings } from '../../../shared/reports/schedules/schedule'
import { firstSupportSettings } from '../../../shared/settings/settings'
import { midway } from '../../shared/builders'
import { watchedFiles, type Deed } from './faultyFiles'
import { bytesIn, copyOf, filesIn } from './folders'
import { anOlderShop, olderSchemas, whatItSaid } from './olderShops/olderShop'
import { anyOrder, commit, everything } from './records'

/** What a shop says, as it would be written. */
const said = async (store: Store): Promise<object> => JSON.parse(JSON.stringify(await everything(store))) as object

async function saidIn(folder: string): Promise<object> {
  const store = await openEmbeddedStore(folder, { forReading: true })
  const state = await said(store)
  await store.close()
  return state
}

/** The files without the lock of whoever has the folder open. */
const unlocked = (folder: string): ReadonlyMap<string, string> =>
  new Map([...bytesIn(folder)].filter(([name]) => !name.startsWith('lock-')))

const schemaOf = (folder: string, file: string): number =>
  Number(/^(?:journal |\{"schema":)(\d+)/u.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1])

const written = (folder: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    filesIn(folder)
      .filter((file) => /^(?!pictures).*\.(?:json|log)$/u.test(file))
      .map((file) => [file.replace(/\.\d+\.json$/u, ''), schemaOf(folder, file)]),
  )

/** A commit on top of those in the journal, which concern the live campaign and the trail. */
async function rename(store: EmbeddedStore): Promise<void> {
  const settings = await store.read.settings.get()
  if (!settings) throw new Error('the shop has settings')
  await commit(store, (tx) => tx.settings.put({ ...settings, shopName: 'Second season' }))
}

describe.each(olderSchemas)('a shop of schema %i', (schema) => {
  test('opens and says all that it said', async () => {
    const store = await openEmbeddedStore(anOlderShop(schema))
    expect(await said(store)).toMatchObject(whatItSaid(schema))
    await store.close()
  })

  test('says the same without its indexes', async () => {
    const folder = anOlderShop(schema)
    for (const file of filesIn(folder)) if (file.endsWith('.index')) rmSync(path.join(folder, file))
    const store = await openEmbeddedStore(folder)
    expect(await said(store)).toMatchObject(whatItSaid(schema))
    await store.close()
  })

  test('has books that agree, and is not touched by checking them', async () => {
    const folder = anOlderShop(schema)
    const before = bytesIn(folder)
    expect(await checkFolder(folder)).toMatchObject({ findings: [] })
    expect(bytesIn(folder)).toEqual(before)
  })

  test('is offered to be backed up as it is, before anything of it changes', async () => {
    const folder = anOlderShop(schema)
    const before = bytesIn(folder)
    let asked = 0
    const beforeUpgrade = async (): Promise<void> => {
      asked += 1
      expect(unlocked(folder)).toEqual(before)
    }
    const store = await openEmbeddedStore(folder, { beforeUpgrade })
    expect(unlocked(folder)).not.toEqual(before)
    await store.close()
    await (await openEmbeddedStore(folder, { beforeUpgrade })).close()
    expect(asked).toBe(1)
  })

  test('stays as it is where the backup fails', async () => {
    const folder = anOlderShop(schema)
    const before = bytesIn(folder)
    const beforeUpgrade = async (): Promise<void> => {
      throw new Error('no room for a backup')
    }
    await expect(openEmbeddedStore(folder, { beforeUpgrade })).rejects.toThrow('no room for a backup')
    expect(bytesIn(folder)).toEqual(before)
  })

  test('is written anew where it changes, and nowhere else', async () => {
    const folder = anOlderShop(schema)
    const before = written(folder)
    const store = await openEmbeddedStore(folder)
    await rename(store)
    const state = await said(store)
    await store.close()
    const after = written(folder)
    const documents = Object.keys(before).filter((file) => file.startsWith('orders/'))
    expect(documents.map((file) => before[file])).toEqual(documents.map(() => schema))
    expect(documents.map((file) => after[file]).toSorted()).toEqual([schema, newest])
    expect(after['catalogue.json']).toBe(newest)
    expect(await saidIn(folder)).toEqual(state)
  })

  test('whose journal breaks off, or has no commits, goes on after the last whole one', async () => {
    const journal = (folder: string): string =>
      path.join(folder, filesIn(folder).findLast((file) => file.startsWith('journal-')) ?? '')
    const whole = readFileSync(journal(anOlderShop(schema)))
    const head = whole.indexOf('\n') + 1
    for (const length of [head, head + 20, whole.length - 1]) {
      const folder = anOlderShop(schema)
      truncateSync(journal(folder), length)
      const before = await saidIn(folder)
      for (const _again of ['first', 'second']) {
        const store = await openEmbeddedStore(folder)
        expect(await said(store)).toEqual(before)
        await store.close()
      }
      const store = await openEmbeddedStore(folder)
      await rename(store)
      const after = await said(store)
      await store.close()
      expect(await saidIn(folder)).toEqual(after)
    }
  })
})

const life: readonly ((store: EmbeddedStore) => Promise<void>)[] = [
  rename,
  (store) => store.snapshot(),
  (store) => store.close(),
]

describe.each(olderSchemas)('a shop of schema %i brought up to date', (schema) => {
  test('survives a crash before any deed on the disk', async () => {
    const folder = anOlderShop(schema)
    const crashes: { readonly deed: string; readonly copy: string; readonly step: number }[] = []
    let step = -1
    const files = watchedFiles((deed, file) => {
      crashes.push({ deed: `${deed} ${path.basename(file)}`, copy: copyOf(folder), step })
    })
    const store = await openEmbeddedStore(folder, { files })
    const states = [await said(store)]
    for (const [index, live] of life.entries()) {
      step = index
      await live(store)
      if (live !== life.at(-1)) states.push(await said(store))
    }
    expect(crashes.length).toBeGreaterThan(30)
    for (const { deed, copy, step: at } of crashes) {
      const state = await saidIn(copy)
      expect([states[Math.max(0, at)], states[at + 1]], deed).toContainEqual(state)
      for (const _again of ['first', 'second']) {
        const opened = await openEmbeddedStore(copy)
        expect(await said(opened), deed).toEqual(state)
        await opened.close()
      }
      expect(await checkFolder(copy), deed).toMatchObject({ findings: [] })
    }
  }, 60_000)

  test('survives the failure of any deed on the disk', async () => {
    const failures = new Set<Deed>()
    for (let failing = 1, reached = true; reached; failing += 1) {
      const folder = anOlderShop(schema)
      const before = await saidIn(folder)
      let count = 0
      reached = false
      const files = watchedFiles((deed, file) => {
        if (path.basename(file).startsWith('lock-')) return
        count += 1
        if (count !== failing) return
        reached = true
        failures.add(deed)
        throw new Error(`the disk refused to ${deed}`)
      })
      const store = await openEmbeddedStore(folder, { files }).catch(() => null)
      let state = before
      if (store) {
        expect(await said(store)).toEqual(before)
        for (const live of life.slice(0, -1)) await live(store).catch(() => undefined)
        state = await said(store)
        await store.close()
      }
      const again = await openEmbeddedStore(folder)
      expect(await said(again)).toEqual(state)
      await again.close()
    }
    expect([...failures]).toEqual(expect.arrayContaining(['append', 'create', 'rename', 'sync', 'syncFolder']))
  }, 60_000)
})

test.each(olderSchemas)(
  'products of a shop of schema %i have no category, and no step gives them one',
  async (schema) => {
    const store = await openEmbeddedStore(anOlderShop(schema))
    const products = await store.read.products.all()
    expect(products.length).toBeGreaterThan(0)
    for (const product of products) expect(product).not.toHaveProperty('category')
    await store.close()
  },
)

test('what schema 4 added stands on every campaign, account and in the settings of an older shop', async () => {
  const store = await openEmbeddedStore(anOlderShop(3))
  const campaigns = await store.read.campaigns.all()
  expect(campaigns).toHaveLength(2)
  for (const { campaign } of campaigns) expect(campaign).toMatchObject({ decisions: [] })
  for (const account of await store.read.staff.all()) expect(account).toMatchObject({ dashboards: [] })
  expect(await store.read.settings.get()).toMatchObject(firstReportSettings)
  await store.close()
})

test('what schema 3 added stands on every account and order of an older shop', async () => {
  const store = await openEmbeddedStore(anOlderShop(2))
  const rows = await store.read.orders.page(anyOrder, midway)
  expect(rows).toHaveLength(4)
  for (const order of rows) {
    expect(order).toMatchObject({ deliveredBy: null, notes: [], assignments: [] })
    for (const cancellation of order.cancellations)
      expect(cancellation).toMatchObject({ refundId: null, undoUntil: null, undone: null })
  }
  expect(rows.some(({ cancellations }) => cancellations.length > 0)).toBe(true)
  expect(await store.read.settings.get()).toMatchObject(firstSupportSettings)
  const accounts = await store.read.staff.all()
  expect(accounts.length).toBeGreaterThan(0)
  for (const account of accounts) expect(account).toMatchObject({ views: [] })
  await store.close()
})
