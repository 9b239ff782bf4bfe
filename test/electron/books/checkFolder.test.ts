import { everyOrder } from '../../../shared/orders/requests'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBooks } from '../../../electron/books/checkBooks'
import { checkFolder } from '../../../electron/books/checkFolder'
import { openEmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { CannotOpen, type CampaignWithTally, type Reads, type Transaction } from '../../../electron/store/store'
import { id, type MakerId, type PaymentId, type VariantId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { Order } from '../../../shared/orders/order'
import { instant } from '../../../shared/time'
import { afterEnd, startsAt } from '../../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, done, password, pay } from '../../journeys/anOffice'
import { inMemory } from '../../memory'

const parent = mkdtempSync(path.join(inMemory, 'books-'))
const folder = path.join(parent, 'shop')
let failed: CampaignWithTally
let live: CampaignWithTally

/** One campaign that failed and is settled, with a refund sent, and one that is live. */
beforeAll(async () => {
  const shop = await anOffice()
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const failedId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  const order = await anOrder(desk, failedId, productId, { units: 2 })
  await pay(desk, shop.clock, order)
  await done(desk, 'orders.cancel', { id: order.id, units: 1, reason: 'Changed their mind', note: '' })
  shop.clock.set(afterEnd)
  await done(desk, 'settlement.approve', { id: failedId, outcome: 'failed', newlyOwed: 109_900, password })
  await shop.office.doDuties()
  await done(desk, 'refunds.send', { orderId: order.id, refundId: `${order.id}-r1`, reference: 'sent-1' })
  const other = await aReadyProduct(desk, { name: 'Mi Bluetooth Audio Receiver' })
  const liveId = await aLaunchedCampaign(desk, other, {
    startsAt: afterEnd,
    endsAt: instant(afterEnd + 8.64e7),
    cap: 9,
    perSupporterLimit: 5,
  })
  await pay(desk, shop.clock, await anOrder(desk, liveId, other, { units: 2 }))
  await pay(desk, shop.clock, await anOrder(desk, liveId, other))
  const read = shop.office.shop?.store.read
  const found = [await read?.campaigns.one(failedId), await read?.campaigns.one(liveId)]
  if (!found[0] || !found[1]) throw new Error('both campaigns are on record')
  ;[failed, live] = [found[0], found[1]]
  cpSync(path.join(shop.folder, 'shop'), folder, { recursive: true, filter: (file) => !file.includes('lock-') })
  await shop.end()
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))

const copied = (): string => {
  const copy = mkdtempSync(path.join(parent, 'copy-'))
  cpSync(folder, copy, { recursive: true })
  return copy
}

const stateOf = (where: string): readonly string[] =>
  readdirSync(where, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(where, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => `${file} ${String(statSync(file).mtimeMs)} ${readFileSync(file).toString('base64')}`)
    .sort()

test('the books of a shop that nobody meddled with agree, and checking them changes nothing', async () => {
  const before = stateOf(folder)
  const books = await checkFolder(folder)
  expect(books).toMatchObject({ shopName: 'First season', products: 2, campaigns: 2, orders: 3, findings: [] })
  expect(stateOf(folder)).toEqual(before)
})

test('a shop that is in use is not checked, and nothing of it is disturbed', async () => {
  const copy = copied()
  const store = await openEmbeddedStore(copy)
  const before = stateOf(copy)
  await expect(checkFolder(copy)).rejects.toThrow('in use')
  expect(stateOf(copy)).toEqual(before)
  await store.close()
})

test('a folder without a shop, or with damage, is said to be one', async () => {
  const empty = mkdtempSync(path.join(parent, 'empty-'))
  await expect(checkFolder(empty)).rejects.toThrow('holds no shop')
  expect(readdirSync(empty)).toEqual([])
  await expect(checkFolder(path.join(parent, 'nowhere'))).rejects.toThrow('is not there')
  const damaged = copied()
  const journal = readdirSync(damaged).find((name) => name.startsWith('journal-')) ?? ''
  truncateSync(path.join(damaged, journal), 10)
  await expect(checkFolder(damaged)).rejects.toThrow(CannotOpen)
})

async function ordersIn(tx: Transaction, { campaign }: CampaignWithTally): Promise<readonly Order[]> {
  return tx.read.orders.page({ ...everyOrder, campaignId: campaign.id, limit: 10 }, campaign.endsAt)
}

/** Changes the first order of the campaign past every rule. */
const meddleWith =
  (which: () => CampaignWithTally, change: (order: Order) => Order) =>
  async (tx: Transaction): Promise<void> => {
    const [order] = await ordersIn(tx, which())
    if (order) tx.orders.put(change(order))
  }

const ofFailed = (change: (order: Order) => Order) => meddleWith(() => failed, change)
const ofLive = (change: (order: Order) => Order) => meddleWith(() => live, change)

const planted: readonly (readonly [number, string, (tx: Transaction) => Promise<void>])[] = [
  [1, 'do not add up', ofFailed((order) => ({ ...order, total: minor(order.total + 1) }))],
  [1, 'more units cancelled', ofLive((order) => ({ ...order, units: 0 }))],
  [
    3,
    'more than was paid',
    ofFailed((order) => ({
      ...order,
      refunds: order.refunds.map((refund) => ({ ...refund, amount: minor(refund.amount * 2) })),
    })),
  ],
  [
    3,
    'not owed back in full as late money',
    ofLive((order) => ({ ...order, payments: order.payments.map((each) => ({ ...each, late: 'after the end' })) })),
  ],
  [
    4,
    'by another key',
    ofFailed((order) => ({
      ...order,
      refunds: order.refunds.map((refund) => ({ ...refund, key: `${refund.key}-again` })),
    })),
  ],
  [5, 'orders voided', async (tx) => tx.campaigns.put(withSettlement({ ordersVoided: 7 }))],
  [5, 'was settled as succeeded', async (tx) => tx.campaigns.put(withSettlement({ outcome: 'succeeded' }))],
  [6, 'does not get all of its money back', ofFailed((order) => ({ ...order, refunds: order.refunds.slice(0, 1) }))],
  [6, 'not voided', ofFailed((order) => ({ ...order, voidedAt: null }))],
  [7, 'nobody asked for', ofLive((order) => ({ ...order, voidedAt: order.placedAt }))],
  [
    8,
    'an impossible way',
    ofFailed((order) => ({
      ...order,
      refunds: order.refunds.map((refund) => ({ ...refund, events: [...refund.events, ...refund.events] })),
    })),
  ],
  [9, 'after its deadline', ofLive((order) => ({ ...order, payBy: instant(order.placedAt - 1) }))],
  [10, 'than its cap', async (tx) => tx.campaigns.put({ ...live.campaign, cap: 1 })],
  [10, 'than its limit', async (tx) => tx.campaigns.put({ ...live.campaign, perSupporterLimit: 2 })],
  [
    11,
    'statement',
    async (tx) => {
      const statement = failed.campaign.settlement?.statement
      if (!statement) throw new Error('the failed campaign has its statement')
      const total = { ...statement.total, kept: minor(1) }
      tx.campaigns.put(withSettlement({ statement: { ...statement, total } }))
    },
  ],
  [11, 'does not add up', ofFailed((order) => ({ ...order, refunds: [] }))],
  [12, 'variant', ofLive((order) => ({ ...order, variantId: id<VariantId>('variant-none') }))],
  [
    12,
    'does not have',
    ofFailed((order) => ({
      ...order,
      refunds: order.refunds.map((refund) => ({ ...refund, paymentId: id<PaymentId>('payment-none') })),
    })),
  ],
  [
    12,
    'maker',
    async (tx) => {
      for (const product of await tx.read.products.all())
        tx.products.put({ ...product, makerId: id<MakerId>('maker-none') })
    },
  ],
  [
    12,
    'is there twice',
    async (tx) => {
      const [first, second] = await ordersIn(tx, live)
      if (first && second) tx.orders.put({ ...second, number: first.number })
    },
  ],
  [
    12,
    'is on orders',
    async (tx) => {
      const [first, second] = await ordersIn(tx, live)
      const [reference] = first?.payments.map((payment) => payment.reference) ?? []
      if (second && reference !== undefined)
        tx.orders.put({ ...second, payments: second.payments.map((payment) => ({ ...payment, reference })) })
    },
  ],
  [13, "'orders.recordPayment' once", ofLive((order) => ({ ...order, payments: [] }))],
  [
    13,
    "'refunds.send' once",
    ofFailed((order) => ({ ...order, refunds: order.refunds.map((refund) => ({ ...refund, events: [] })) })),
  ],
  [
    14,
    'audit trail is broken',
    async (tx) => {
      const last = await tx.read.audit.last()
      if (last) tx.audit.append({ ...last, sequence: last.sequence + 1, summary: 'Nothing happened' })
    },
  ],
  [
    18,
    'manages the shop',
    async (tx) => {
      for (const account of await tx.read.staff.all()) tx.staff.put({ ...account, active: false })
    },
  ],
]

const withSettlement = (change: Partial<NonNullable<CampaignWithTally['campaign']['settlement']>>) => {
  const { settlement } = failed.campaign
  if (!settlement) throw new Error('the failed campaign is settled')
  return { ...failed.campaign, settlement: { ...settlement, ...change } }
}

test.each(planted)('rule %i: "%s" is noticed', async (rule, words, meddle) => {
  const copy = copied()
  const store = await openEmbeddedStore(copy)
  await store.transact(meddle)
  await store.close()
  const { findings } = await checkFolder(copy)
  expect(findings.filter(({ invariant, what }) => invariant === rule && what.includes(words))).not.toEqual([])
})

/** The store's own sums and lists cannot be put wrong through its port, so here its answers are. */
async function findingsThrough(meddle: (read: Reads) => Reads): Promise<readonly number[]> {
  const store = await openEmbeddedStore(copied())
  const { findings } = await checkBooks(meddle(store.read), afterEnd)
  await store.close()
  return findings.map(({ invariant }) => invariant)
}

test('a tally that differs from its orders is noticed', async () => {
  const more = ({ campaign, tally }: CampaignWithTally): CampaignWithTally => ({
    campaign,
    tally: { ...tally, byDay: {} },
  })
  const meddled = (read: Reads): Reads => ({
    ...read,
    campaigns: { ...read.campaigns, all: async () => (await read.campaigns.all()).map(more) },
  })
  expect(await findingsThrough(meddled)).toEqual([9, 9])
})

test('a list or an index that lost an order is noticed', async () => {
  const without = (change: Partial<Reads['orders']>) =>
    findingsThrough((read) => ({ ...read, orders: { ...read.orders, ...change } }))
  expect(await without({ byPaymentReference: async () => null })).toEqual([12, 12, 12])
  expect(await without({ one: async () => null })).toEqual([12, 12, 12])
  const none = { owed: 0, sent: 0, settled: 0, failed: 0 }
  const counts = async () => ({ states: none, lateMoney: 0, overdue: 0, aging: 0 })
  expect(await findingsThrough((read) => ({ ...read, refunds: { ...read.refunds, counts } }))).toEqual([9, 9])
})

test('an entry that is gone from the trail is noticed, and so is one in its middle', async () => {
  const store = await openEmbeddedStore(copied())
  const { read } = store
  const hiding = (sequence: number): Reads => ({
    ...read,
    audit: {
      ...read.audit,
      page: async (query) => {
        const { rows, total } = await read.audit.page(query)
        return { rows: rows.filter((row) => row.sequence !== sequence), total }
      },
    },
  })
  const last = (await read.audit.last())?.sequence ?? 0
  for (const sequence of [1, 9, last]) {
    const { findings } = await checkBooks(hiding(sequence), afterEnd)
    expect(findings.filter(({ invariant }) => invariant === 14)).not.toEqual([])
  }
  await store.close()
})

test('a picture file that is missing is noticed', async () => {
  const copy = copied()
  const pictures = path.join(copy, 'pictures')
  rmSync(path.join(pictures, readdirSync(pictures)[0] ?? ''))
  const { findings } = await checkFolder(copy)
  expect(findings.map(({ what }) => what)).toEqual([expect.stringContaining('picture file')])
})

test('a byte that decayed in a document is noticed, also where no record needs it', async () => {
  const copy = copied()
  // Closing folds the journal into documents.
  await (await openEmbeddedStore(copy)).close()
  const orders = path.join(copy, 'orders')
  const name = readdirSync(orders).find((file) => file.endsWith('.json')) ?? ''
  const bytes = readFileSync(path.join(orders, name))
  bytes[2] = (bytes[2] ?? 0) ^ 1
  writeFileSync(path.join(orders, name), bytes)
  const { findings } = await checkFolder(copy)
  expect(findings.map(({ what }) => what)).toEqual([expect.stringContaining(`orders/${name}`)])
})
