import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { partLength } from '../../../electron/store/embedded/auditPart'
import type { Files } from '../../../electron/store/embedded/files'
import { openEmbeddedStore, type EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { id, type CampaignId, type CommandId } from '../../../shared/ids'
import { dayOf, instant, later, minute } from '../../../shared/time'
import { aCampaign, india, midway } from '../../shared/builders'
import { anEvent, anOrder, aPaidOrder, aRefund, aSupporter, placedAt } from '../../shared/orderBuilders'
import { watchedFiles } from './faultyFiles'
import { aFolder, copyOf, filesIn } from './folders'
import { anEntry, anyEntry, anyOrder, anyRefund, begin, commit, everything } from './records'

const open: EmbeddedStore[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close().catch(() => undefined)
})

async function opened(folder: string, files?: Files): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore(folder, files ? { files } : {})
  open.push(store)
  return store
}

const campaigns = ['campaign-one', 'campaign-two', 'campaign-three'].map((name) => id<CampaignId>(name))

/** The disk, and of which campaigns' orders an index was read from it. */
function watchingIndexes() {
  const read: string[] = []
  const disk = watchedFiles(() => undefined)
  const files: Files = {
    ...disk,
    read(file) {
      if (file.endsWith('.index') && file.includes('campaign-')) read.push(path.basename(file).replace(/\..*$/u, ''))
      return disk.read(file)
    },
  }
  return { files, read }
}

/** Orders of three campaigns taking turns, in every state, changed before and after a snapshot. */
async function aBusyShop(): Promise<string> {
  const folder = aFolder()
  const store = await openEmbeddedStore(folder)
  await begin(store)
  await commit(store, (tx) => {
    for (const campaign of campaigns) tx.campaigns.put(aCampaign({ id: campaign }))
    for (let sequence = 1; sequence <= 60; sequence += 1) {
      const facts = {
        sequence,
        campaignId: campaigns[sequence % 3] ?? id<CampaignId>('campaign-one'),
        units: 1 + (sequence % 4),
        placedAt: later(placedAt, sequence),
        supporter: aSupporter({
          name: `Zoë ${String(sequence)}`,
          phone: `+9198450${String(sequence % 20).padStart(5, '0')}`,
        }),
      }
      tx.orders.put(sequence % 5 === 0 ? anOrder(facts) : aPaidOrder(facts))
    }
  })
  await store.snapshot()
  await commit(store, (tx) => {
    const paid = aPaidOrder({
      sequence: 7,
      campaignId: id<CampaignId>('campaign-two'),
      supporter: aSupporter({ name: 'Renamed' }),
    })
    tx.orders.put({ ...paid, refunds: [aRefund({ events: [anEvent('sent')] })] })
    tx.orders.put(anOrder({ sequence: 61, campaignId: id<CampaignId>('campaign-three') }))
  })
  await store.snapshot()
  await store.close()
  return folder
}

async function answers(store: EmbeddedStore): Promise<unknown> {
  const { orders, refunds } = store.read
  const now = later(placedAt, 40 * minute)
  const pages = [
    { descending: true, offset: 10, limit: 7 },
    { text: 'zoë 1' },
    { text: 'Renamed' },
    { text: '98450 00007', descending: true },
    { states: ['lapsed' as const], sort: 'units' as const, descending: true },
    { campaignId: id<CampaignId>('campaign-two'), offset: 3, limit: 4 },
    { mode: 'UPI' as const, sort: 'total' as const, limit: 9 },
  ]
  return {
    all: await everything(store),
    pages: await Promise.all(pages.map((query) => orders.page({ ...anyOrder, ...query }, now))),
    counts: await Promise.all(pages.map((query) => orders.count({ ...anyOrder, ...query }, now))),
    supporter: await orders.ofSupporter('+919845000007', 5),
    held: await Promise.all(campaigns.map((campaign) => orders.unitsHeld(campaign, '+919845000007', now))),
    toLapse: await Promise.all(campaigns.map((campaign) => orders.toLapse(campaign, now, 50))),
    toVoid: await Promise.all(campaigns.map((campaign) => orders.toVoid(campaign, null, 50))),
    reference: await orders.byPaymentReference('UPI', 'pay_7Rk2'),
    refunds: await refunds.page({ ...anyRefund, text: 'utr' }, midway),
  }
}

test('a reopened shop gives the same answer to every question, whichever is asked first', async () => {
  const folder = await aBusyShop()
  const expected = await answers(await opened(copyOf(folder)))
  const questions: readonly ((store: EmbeddedStore) => Promise<unknown>)[] = [
    (store) => store.read.refunds.counts(midway),
    (store) => store.read.orders.one(anOrder({ sequence: 30 }).id),
    (store) => store.read.orders.page({ ...anyOrder, campaignId: id<CampaignId>('campaign-two') }, midway),
    (store) => commit(store, () => undefined),
  ]
  for (const ask of questions) {
    const store = await opened(copyOf(folder))
    await ask(store)
    expect(await answers(store)).toEqual(expected)
  }
})

test('the first page and the list of campaigns need no document of orders', async () => {
  const folder = await aBusyShop()
  const read: string[] = []
  const reading: Files = {
    ...watchedFiles(() => undefined),
    async read(file) {
      read.push(path.relative(folder, file))
      // Whatever is read in the background comes after everything that this test asks.
      if (file.includes(`orders${path.sep}`)) await answered
      return watchedFiles(() => undefined).read(file)
    },
  }
  let go: () => void = () => undefined
  const answered = new Promise<void>((resolve) => (go = resolve))
  const store = await opened(folder, reading)
  expect(await store.read.campaigns.all()).toHaveLength(4)
  expect((await store.read.campaigns.one(id<CampaignId>('campaign-one')))?.tally.placed.orders).toBe(20)
  expect(read.filter((file) => file.endsWith('.json') && file.startsWith('orders'))).toEqual([])
  expect(store.folder.readAhead()).toBe(0)
  go()
  expect(
    await store.read.orders.page({ ...anyOrder, campaignId: id<CampaignId>('campaign-two') }, midway),
  ).toHaveLength(20)
  // Others may have been read in the background meanwhile.
  expect(store.folder.readAhead() ?? 1).toBeGreaterThan(0.3)
  expect(await store.read.orders.count(anyOrder, midway)).toBe(61)
  await commit(store, () => undefined)
  expect(store.folder.readAhead()).toBeNull()
})

test('what cannot be read is not said to be on its way, nor what nobody reads of a shop that is only looked at', async () => {
  const folder = await aBusyShop()
  const disk = watchedFiles(() => undefined)
  const failing: Files = {
    ...disk,
    read: (file) => (file.includes('campaign-two') ? Promise.reject(new Error('The disk failed.')) : disk.read(file)),
  }
  let store: EmbeddedStore | undefined
  await new Promise((report) => {
    void openEmbeddedStore(folder, { files: failing, report }).then((it) => {
      store = it
      open.push(it)
      expect(it.folder.readAhead()).not.toBeNull()
    })
  })
  expect(store?.folder.readAhead()).toBeNull()
  const looked = await openEmbeddedStore(copyOf(folder), { forReading: true })
  open.push(looked)
  expect(looked.folder.readAhead()).toBeNull()
})

test('the newest orders come without the campaigns that are older, and all the same whatever was read', async () => {
  const folder = aFolder()
  const made = await opened(folder)
  await begin(made)
  await commit(made, (tx) => {
    for (const [index, campaign] of campaigns.entries()) {
      tx.campaigns.put(aCampaign({ id: campaign }))
      for (let n = 1; n <= 20; n += 1) tx.orders.put(aPaidOrder({ sequence: 20 * index + n, campaignId: campaign }))
    }
  })
  await made.snapshot()
  await made.close()
  const { files, read } = watchingIndexes()
  const asked = [
    { descending: true, limit: 5 },
    { descending: true, limit: 25 },
    { text: 'pay_7', descending: true, limit: 5 },
    { limit: 5 },
    { descending: true, limit: 5, offset: 10 },
  ].map((query) => ({ ...anyOrder, ...query }))
  const needed = []
  const found = []
  for (const query of asked) {
    read.length = 0
    const store = await opened(folder, files)
    const [rows, count] = await Promise.all([
      store.read.orders.page(query, midway),
      store.read.orders.count(anyOrder, midway),
    ])
    needed.push(read.length)
    found.push(rows.map(({ sequence }) => sequence))
    expect(count).toBe(60)
    await store.close()
  }
  expect(needed).toEqual([1, 2, 1, 1, 3])
  const down = Array.from({ length: 60 }, (_, index) => 60 - index)
  expect(found).toEqual([down.slice(0, 5), down.slice(0, 25), down.slice(0, 5), [1, 2, 3, 4, 5], down.slice(10, 15)])
})

test('the refunds of a campaign, or of a market, come without the campaigns that are not asked for', async () => {
  const folder = aFolder()
  const made = await opened(folder)
  await begin(made)
  await commit(made, (tx) => {
    for (const [index, campaign] of campaigns.entries()) {
      tx.campaigns.put(aCampaign({ id: campaign, market: index === 0 ? 'BR' : 'IN' }))
      tx.orders.put({ ...aPaidOrder({ sequence: index + 1, campaignId: campaign }), refunds: [aRefund()] })
    }
  })
  await made.snapshot()
  await made.close()
  const { files, read } = watchingIndexes()
  const needed = []
  for (const query of [{ campaignId: id<CampaignId>('campaign-two') }, { market: 'BR' as const }]) {
    read.length = 0
    const store = await opened(folder, files)
    const stood = { money: 'owed' as const, on: dayOf(midway, india) }
    const { total } = await store.read.refunds.page({ ...anyRefund, ...query, stood }, midway)
    needed.push([total, ...read])
    await store.close()
  }
  expect(needed).toEqual([
    [1, 'campaign-two'],
    [1, 'campaign-one'],
  ])
})

test('of each document one edition remains, and the one before stays until the next is whole', async () => {
  const folder = aFolder()
  const present: (readonly string[])[] = []
  const files = watchedFiles((deed, file) => {
    if (deed === 'rename' && file.endsWith('catalogue.json')) present.push(readdirSync(path.join(folder, 'orders')))
  })
  const store = await opened(folder, files)
  await begin(store)
  for (const units of [1, 2]) {
    await commit(store, (tx) => tx.orders.put(anOrder({ units })))
    await store.snapshot()
  }
  expect(present[1]?.filter((name) => name.endsWith('.json'))).toEqual([
    'campaign-tripod.2.json',
    'campaign-tripod.3.json',
  ])
  expect(filesIn(folder).filter((name) => name.startsWith('orders/'))).toEqual([
    'orders/campaign-tripod.3.index',
    'orders/campaign-tripod.3.json',
  ])
})

test('old parts of the trail stay on the disk and answer as if they were held', async () => {
  const folder = aFolder()
  const store = await opened(folder)
  await begin(store)
  const last = 2 * partLength + 10
  const append = (from: number, to: number): Promise<void> =>
    commit(store, (tx) => {
      for (let sequence = from; sequence <= to; sequence += 1) {
        tx.audit.append(anEntry(sequence, { action: sequence === 5 ? 'orders.rare' : 'orders.place' }))
      }
    })
  await append(2, partLength)
  await store.snapshot()
  await append(partLength + 1, last)
  await store.snapshot()
  const asked = async ({ read }: EmbeddedStore): Promise<unknown> => ({
    rare: await read.audit.page({ ...anyEntry, action: 'orders.rare' }),
    across: await read.audit.page({ ...anyEntry, offset: 5, limit: partLength + 20 }),
    since: (await read.audit.page({ ...anyEntry, from: instant(midway + partLength - 3), limit: 1 })).total,
    commands: await Promise.all(
      [1, partLength, partLength + 1, last].map((n) => read.audit.byCommand(id<CommandId>(`command-${String(n)}`))),
    ),
    unknown: await read.audit.byCommand(id<CommandId>('command-unknown')),
    last: (await read.audit.last())?.sequence,
    facets: await read.audit.facets(),
  })
  const expected = await asked(store)
  expect(expected).toMatchObject({
    rare: { total: 1, rows: [{ sequence: 5 }] },
    across: { total: last },
    commands: [{ sequence: 1 }, { sequence: partLength }, { sequence: partLength + 1 }, { sequence: last }],
    unknown: null,
    last,
  })
  const again = await opened(copyOf(folder))
  expect(await asked(again)).toEqual(expected)
  await commit(again, (tx) => tx.audit.append(anEntry(last + 1)))
  expect((await again.read.audit.last())?.sequence).toBe(last + 1)
})
