import { cp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstBreakInTrail } from '../../electron/audit/checkTrail'
import { checkBooks } from '../../electron/books/checkBooks'
import { createOffice, type Asker, type Office } from '../../electron/office'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import type { Store } from '../../electron/store/store'
import { ordersInPart } from '../../shared/bulk/job'
import type { Rehearsal } from '../../shared/bulk/requests'
import type { BulkJobId, CampaignId, OrderId, ProductId } from '../../shared/ids'
import { everyOrder, type OrderFilter } from '../../shared/orders/requests'
import type { RequestInput } from '../../shared/requests'
import { allowed, refusedBy, startsAt } from '../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, command, done, pay, type TestOffice } from './anOffice'

/** The real store, until it is told to stand still: from then on nothing is written any more, as if the program were gone. */
let stopAtPart = Infinity
async function openStoreThatStops(folder: string): Promise<Store> {
  const inner = await openEmbeddedStore(folder)
  return {
    read: inner.read,
    watch: (listener) => inner.watch(listener),
    close: () => inner.close(),
    async transact(work) {
      const jobs = await inner.read.bulk.all()
      if (jobs.some(({ next }) => next >= stopAtPart)) throw new Error('The program was killed.')
      return inner.transact(work)
    },
  }
}

let shop: TestOffice
let desk: Asker
let productId: ProductId
let campaignId: CampaignId

beforeEach(async () => {
  stopAtPart = Infinity
  shop = await anOffice({ openStore: openStoreThatStops })
  desk = shop.office.as(shop.manager)
  productId = await aReadyProduct(desk)
  campaignId = await aLaunchedCampaign(desk, productId, { target: { kind: 'units', units: 2 } })
  shop.clock.set(startsAt)
})
afterEach(() => shop.end())

type Scope = RequestInput<'bulk.rehearse'>['scope']
type Deed = RequestInput<'bulk.rehearse'>['deed']

const { sort: _sort, descending: _descending, offset: _offset, ...every } = everyOrder
const paidOnes: OrderFilter = { ...every, states: ['paid'] }
const all = (filter: OrderFilter = paidOnes, except: readonly OrderId[] = []): Scope => ({
  kind: 'matching',
  filter: { ...filter, states: [...filter.states] },
  except: [...except],
})

const cancelling = { kind: 'cancel', reason: 'Takes too long', note: 'Told by phone' } as const
const shipping = { kind: 'ship', carrier: 'India Post' } as const

const rehearsed = async (scope: Scope, deed: Deed, asker = desk): Promise<Rehearsal> =>
  allowed(await asker.ask('bulk.rehearse', { scope, deed }))

async function job(id: BulkJobId, office: Office = shop.office) {
  const found = allowed(await office.as(shop.manager).ask('bulk.one', { id }))
  if (found === null) throw new Error('There is no such job.')
  return found
}

async function started(scope: Scope, deed: Deed) {
  const { id } = await rehearsed(scope, deed)
  await done(desk, 'bulk.start', { rehearsalId: id })
  await shop.office.doDuties()
  return job(id)
}

const ordersPaid = async (count: number): Promise<readonly OrderId[]> => {
  const ids: OrderId[] = []
  for (let placed = 0; placed < count; placed += 1) {
    const order = await anOrder(desk, campaignId, productId)
    await pay(desk, shop.clock, order)
    ids.push(order.id)
  }
  return ids
}

const stateOf = async (id: OrderId) => allowed(await desk.ask('orders.one', { id }))?.state

test('a rehearsal says what would be done, refused and owed, and changes nothing', async () => {
  const [first] = await ordersPaid(3)
  await anOrder(desk, campaignId, productId)
  await done(desk, 'orders.ship', { id: first as OrderId, carrier: 'India Post', trackingNumber: 'EE1' })
  const before = await shop.office.shop?.store.read.audit.last()
  const { orders, possible, owed, reasons, belowTarget } = await rehearsed(all(every), cancelling)
  expect({ orders, possible, owed }).toEqual({
    orders: 4,
    possible: 3,
    owed: [{ currency: 'INR', amount: 219_800 }],
  })
  expect(reasons).toEqual([{ message: 'This order has been shipped: it can no longer be cancelled.', orders: 1 }])
  expect(belowTarget).toEqual([{ productName: 'Mi Selfie Stick Tripod', reached: 1, target: 2, currency: null }])
  expect(await shop.office.shop?.store.read.audit.last()).toEqual(before)
})

test('a bulk action does not lose the filter: what matches later is not touched (givewp #2334)', async () => {
  await ordersPaid(2)
  const { id, orders } = await rehearsed(all(), cancelling)
  const [later] = await ordersPaid(1)
  await done(desk, 'bulk.start', { rehearsalId: id })
  await shop.office.doDuties()
  expect(orders).toBe(2)
  expect(await job(id)).toMatchObject({ state: 'done', orders: 2, done: 2, refused: 0 })
  expect(await stateOf(later as OrderId)).toBe('paid')
})

test('a bulk action cannot be undone (coopcycle-web #3909): here each of its cancellations can, one by one', async () => {
  const [first, second] = await ordersPaid(2)
  await started(all(), cancelling)
  const view = allowed(await desk.ask('orders.one', { id: first as OrderId }))
  const cancellationId = view?.order.cancellations[0]?.id
  if (cancellationId === undefined) throw new Error('The order was cancelled.')
  await done(desk, 'orders.undoCancel', { id: first as OrderId, cancellationId })
  expect([await stateOf(first as OrderId), await stateOf(second as OrderId)]).toEqual(['paid', 'cancelled'])
})

test('what is taken out of all that match is left alone', async () => {
  const [kept] = await ordersPaid(3)
  const { done: count, scope } = await started(all(paidOnes, [kept as OrderId]), cancelling)
  expect(count).toBe(2)
  expect(scope).toMatchObject({ kind: 'matching', except: 1 })
  expect(await stateOf(kept as OrderId)).toBe('paid')
})

test('all that match means the same orders as the list, whichever filter is set, and the job says which', async () => {
  const [first] = await ordersPaid(2)
  await anOrder(desk, campaignId, productId)
  const filter: OrderFilter = { ...every, campaignId, event: 'paid', reason: 'Takes too long' }
  expect((await rehearsed(all({ ...every, event: 'paid' }), cancelling)).orders).toBe(2)
  await done(desk, 'orders.cancel', { id: first as OrderId, units: 1, reason: 'Takes too long', note: '' })
  expect(allowed(await desk.ask('orders.count', { ...filter, states: [] }))).toBe(1)
  const noted = await started(all(filter), { kind: 'note', text: 'Asked why' })
  expect(noted).toMatchObject({ orders: 1, done: 1, filterNames: { campaign: 'Mi Selfie Stick Tripod' } })
})

test('nobody is refunded twice by a job that is started twice or on orders cancelled before', async () => {
  const ids = await ordersPaid(2)
  const { id } = await rehearsed({ kind: 'chosen', ids: [...ids, ...ids] }, cancelling)
  await done(desk, 'bulk.start', { rehearsalId: id })
  expect(refusedBy(await command(desk, 'bulk.start', { rehearsalId: id })).code).toBe('already-started')
  await shop.office.doDuties()
  const again = await rehearsed({ kind: 'chosen', ids: [...ids] }, cancelling)
  expect(again).toMatchObject({ orders: 2, possible: 0, owed: [] })
  expect(refusedBy(await command(desk, 'bulk.start', { rehearsalId: again.id })).code).toBe('nothing-possible')
  for (const orderId of ids) {
    const view = allowed(await desk.ask('orders.one', { id: orderId }))
    expect(view?.order.refunds.map(({ amount }) => amount)).toEqual([109_900])
  }
})

test('an order for which another amount would be owed by now is left alone and reported', async () => {
  const ids = await ordersPaid(1)
  const unpaid = await anOrder(desk, campaignId, productId)
  const { id, possible } = await rehearsed(all(every), cancelling)
  expect(possible).toBe(2)
  await pay(desk, shop.clock, unpaid)
  await done(desk, 'bulk.start', { rehearsalId: id })
  await shop.office.doDuties()
  expect(await job(id)).toMatchObject({ done: 1, refused: 1, owed: [{ currency: 'INR', amount: 109_900 }] })
  expect(await stateOf(ids[0] as OrderId)).toBe('cancelled')
  expect(await stateOf(unpaid.id)).toBe('paid')
  const { rows } = allowed(await desk.ask('bulk.report', { id, outcome: 'refused', offset: 0, limit: 10 }))
  expect(rows).toMatchObject([
    {
      orderId: unpaid.id,
      why: 'Another amount would be owed back than the rehearsal showed: the order has changed since.',
    },
  ])
})

test('each order of a job has its own entry in the trail, and the books agree', async () => {
  const [orderId] = await ordersPaid(2)
  await started(all(), shipping)
  const { rows } = allowed(
    await desk.ask('audit.page', {
      byId: null,
      byProgram: false,
      action: 'orders.ship',
      from: null,
      to: null,
      text: '',
      productId: null,
      campaignId: null,
      orderId: orderId as OrderId,
      offset: 0,
      limit: 10,
    }),
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ byName: 'Meera Iyer', summary: expect.stringContaining('in bulk') as string })
  const read = shop.office.shop?.store.read
  expect(read && (await firstBreakInTrail(read))).toBeNull()
  expect(read && (await checkBooks(read, shop.clock.now())).findings).toEqual([])
})

test('parcels are those that can ship now, the first promised first, without what was cancelled', async () => {
  const [first, second] = await ordersPaid(2)
  const unpaid = await anOrder(desk, campaignId, productId)
  const three = await anOrder(desk, campaignId, productId, { units: 3 })
  await pay(desk, shop.clock, three)
  await done(desk, 'orders.cancel', { id: three.id, units: 1, reason: 'Ordered twice', note: '' })
  const ids = [three.id, unpaid.id, second, first].filter((id) => id !== undefined)
  const { parcels, leftOut } = allowed(await desk.ask('shipping.parcels', { scope: { kind: 'chosen', ids } }))
  expect(parcels.map(({ orderId, units }) => [orderId, units])).toEqual([
    [first, 1],
    [second, 1],
    [three.id, 2],
  ])
  expect(parcels[0]).toMatchObject({ supporter: { name: 'Asha Rao' }, variantName: 'Black' })
  expect(leftOut).toBe(1)
})

test('a job that is stopped says for each order whether it was reached', async () => {
  await ordersPaid(ordersInPart + 3)
  const { id } = await rehearsed(all(), shipping)
  stopAtPart = 1
  await done(desk, 'bulk.start', { rehearsalId: id })
  await expect(shop.office.doDuties()).rejects.toThrow('killed')
  stopAtPart = Infinity
  await done(desk, 'bulk.stop', { id })
  await shop.office.doDuties()
  expect(await job(id)).toMatchObject({ state: 'stopped', done: ordersInPart, refused: 0 })
  const { total, rows } = allowed(await desk.ask('bulk.report', { id, outcome: 'not reached', offset: 1, limit: 10 }))
  expect({ total, rows: rows.length }).toEqual({ total: 3, rows: 2 })
})

test('a job halts once whoever started it may no longer do this', async () => {
  await ordersPaid(2)
  const ravi = await done(desk, 'staff.create', {
    signInName: 'ravi',
    name: 'Ravi Menon',
    roles: ['support'],
    password: 'another long password',
  })
  const actor = { kind: 'staff', staffId: ravi.id, name: 'Ravi Menon', roles: ['support'] } as const
  const asker = shop.office.as(actor)
  const { id } = await rehearsed(all(), shipping, asker)
  expect(refusedBy(await command(desk, 'bulk.start', { rehearsalId: id })).code).toBe('no-rehearsal')
  await done(desk, 'staff.change', { id: ravi.id, name: 'Ravi Menon', roles: ['support'], active: false })
  await done(asker, 'bulk.start', { rehearsalId: id })
  await shop.office.doDuties()
  expect(await job(id)).toMatchObject({ state: 'halted', done: 0 })
})

test.each([1, 2])(
  'a job goes on after a crash behind part %i: nothing twice, nothing forgotten',
  { timeout: 60_000 },
  async (parts) => {
    const count = 2 * ordersInPart + 7
    const ids = await ordersPaid(count)
    const { id } = await rehearsed(all(), cancelling)
    stopAtPart = parts
    await done(desk, 'bulk.start', { rehearsalId: id })
    await expect(shop.office.doDuties()).rejects.toThrow('killed')
    expect(await job(id)).toMatchObject({ state: 'running', next: parts, done: parts * ordersInPart })

    const folder = await leftBehind()
    const office = createOffice({ folder, clock: shop.clock })
    await office.openIn(folder)
    await office.doDuties()
    expect(await job(id, office)).toMatchObject({
      state: 'done',
      done: count,
      owed: [{ currency: 'INR', amount: 109_900 * count }],
    })
    for (const orderId of ids) {
      const view = allowed(await office.as(shop.manager).ask('orders.one', { id: orderId }))
      expect(view?.order.refunds).toHaveLength(1)
    }
    const read = office.shop?.store.read
    expect(read && (await checkBooks(read, shop.clock.now())).findings).toEqual([])
    await office.close()
  },
)

/** What a killed program leaves behind: the folder as it is, without the lock of a process that in truth lives on here. */
async function leftBehind(): Promise<string> {
  const folder = path.join(shop.folder, 'crashed')
  await cp(path.join(shop.folder, 'shop'), folder, { recursive: true })
  for (const name of await readdir(folder)) if (name.startsWith('lock')) await rm(path.join(folder, name))
  return folder
}

test(
  'whatever happens to the orders between rehearsal and run, each is done once or refused, and the money agrees',
  { timeout: 120_000 },
  async () => {
    const meddling = fc.constantFrom('leave', 'ship', 'cancel', 'pay late', 'deliver')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), meddling), { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Deed>(cancelling, shipping, { kind: 'deliver' }),
        async (plan, deed) => {
          const orders = []
          for (const [paid] of plan) {
            const order = await anOrder(desk, campaignId, productId)
            if (paid) await pay(desk, shop.clock, order)
            orders.push(order)
          }
          const ids = orders.map((order) => order.id)
          const { id, possible } = await rehearsed({ kind: 'chosen', ids }, deed)
          for (const [place, [, what]] of plan.entries()) {
            const order = orders[place]
            if (order === undefined) continue
            if (what === 'ship') await command(desk, 'orders.ship', { id: order.id, carrier: 'X', trackingNumber: 'Y' })
            if (what === 'deliver') await command(desk, 'orders.deliver', { id: order.id })
            if (what === 'cancel')
              await command(desk, 'orders.cancel', { id: order.id, units: 1, reason: 'Another reason', note: '' })
            if (what === 'pay late') await pay(desk, shop.clock, order)
          }
          if (possible === 0) return
          await done(desk, 'bulk.start', { rehearsalId: id })
          await shop.office.doDuties()
          const ended = await job(id)
          expect(ended.done + ended.refused).toBe(ids.length)
          expect(ended.done).toBeLessThanOrEqual(possible)
          const { rows } = allowed(await desk.ask('bulk.report', { id, outcome: null, offset: 0, limit: 100 }))
          expect(rows.filter(({ outcome }) => outcome === 'done')).toHaveLength(ended.done)
          expect(rows.filter(({ outcome, why }) => outcome === 'refused' && why !== null)).toHaveLength(ended.refused)
          const owed = rows.reduce((sum, row) => sum + row.owed, 0)
          expect(ended.owed.reduce((sum, { amount }) => sum + amount, 0)).toBe(owed)
        },
      ),
      { numRuns: 25 },
    )
    const read = shop.office.shop?.store.read
    expect(read && (await checkBooks(read, shop.clock.now())).findings).toEqual([])
  },
)
