import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBooks } from '../../electron/books/checkBooks'
import type { Asker } from '../../electron/office'
import type { BulkJobView, Rehearsal } from '../../shared/bulk/requests'
import type { BulkJobId, CampaignId, OrderId, ProductId } from '../../shared/ids'
import type { RequestInput } from '../../shared/requests'
import { later, minute } from '../../shared/time'
import { allowed, refusedBy, startsAt } from '../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, command, done, pay, type TestOffice } from './anOffice'

let shop: TestOffice
let desk: Asker
let productId: ProductId
let campaignId: CampaignId

beforeEach(async () => {
  shop = await anOffice()
  desk = shop.office.as(shop.manager)
  productId = await aReadyProduct(desk)
  campaignId = await aLaunchedCampaign(desk, productId, { perSupporterLimit: 3 })
  shop.clock.set(startsAt)
})
afterEach(() => shop.end())

async function ordersPaid(count: number): Promise<readonly OrderId[]> {
  const ids: OrderId[] = []
  for (let placed = 0; placed < count; placed += 1) {
    const order = await anOrder(desk, campaignId, productId)
    await pay(desk, shop.clock, order)
    ids.push(order.id)
  }
  return ids
}

const orderOf = async (id: OrderId) => allowed(await desk.ask('orders.one', { id }))
const jobOf = async (id: BulkJobId) => allowed(await desk.ask('bulk.one', { id })) as BulkJobView

async function run({ id }: Rehearsal): Promise<BulkJobView> {
  await done(desk, 'bulk.start', { rehearsalId: id })
  await shop.office.doDuties()
  return jobOf(id)
}

const doneTo = async (ids: readonly OrderId[], deed: RequestInput<'bulk.rehearse'>['deed']) =>
  run(allowed(await desk.ask('bulk.rehearse', { scope: { kind: 'chosen', ids: [...ids] }, deed })))

const cancelling = { kind: 'cancel', reason: 'Ordered twice', note: '' } as const
const rehearsedUndo = async (id: BulkJobId) => allowed(await desk.ask('bulk.rehearseUndo', { id }))

const findings = async () => {
  const read = shop.office.shop?.store.read
  return read && (await checkBooks(read, shop.clock.now())).findings
}

test('a bulk cancellation is undone order by order, once, and the money with it', async () => {
  const ids = await ordersPaid(3)
  const cancelled = await doneTo(ids, cancelling)
  expect(cancelled).toMatchObject({ done: 3, undoUntil: later(startsAt, 10 * minute) })
  const rehearsal = await rehearsedUndo(cancelled.id)
  expect(rehearsal).toMatchObject({ orders: 3, possible: 3, owed: [{ currency: 'INR', amount: 329_700 }] })
  const undone = await run(rehearsal)
  expect(undone).toMatchObject({ state: 'done', done: 3, owed: rehearsal.owed, scope: { kind: 'job' } })
  for (const id of ids) {
    const view = await orderOf(id)
    expect(view?.state).toBe('paid')
    expect(view?.order.refunds[0]?.events.at(-1)?.kind).toBe('withdrawn')
  }
  expect((await jobOf(cancelled.id)).undoneBy).toBe(undone.id)
  expect(await rehearsedUndo(cancelled.id)).toMatchObject({ possible: 0 })
  expect(await findings()).toEqual([])
})

test('only what that very job cancelled comes back, and only what still can', async () => {
  const [byHand, released, kept] = (await ordersPaid(3)) as [OrderId, OrderId, OrderId]
  await done(desk, 'orders.cancel', { id: byHand, units: 1, reason: 'Ordered twice', note: '' })
  const { id } = await doneTo([byHand, released, kept], cancelling)
  const refundId = (await orderOf(released))?.order.refunds[0]?.id
  if (refundId === undefined) throw new Error('A cancelled order owes its money.')
  await done(desk, 'refunds.release', { orderId: released, refundId })
  const undone = await run(await rehearsedUndo(id))
  expect(undone).toMatchObject({ orders: 2, done: 1, refused: 1 })
  const states = await Promise.all([byHand, released, kept].map(async (order) => (await orderOf(order))?.state))
  expect(states).toEqual(['cancelled', 'cancelled', 'paid'])
  expect(await findings()).toEqual([])
})

test('units that others have taken meanwhile stay theirs, also within one commit', async () => {
  const ids = await ordersPaid(3)
  const { id } = await doneTo(ids, cancelling)
  await ordersPaid(1)
  const rehearsal = await rehearsedUndo(id)
  const undone = await run(rehearsal)
  expect(undone).toMatchObject({ done: 2, refused: 1 })
  expect(undone.reasons[0]?.message).toContain('Others have taken these units meanwhile.')
  expect(await findings()).toEqual([])
})

test('an undoing is refused once its time is over, and for jobs that cancelled nothing', async () => {
  const ids = await ordersPaid(2)
  const noted = await doneTo(ids, { kind: 'note', text: 'Call back' })
  expect(refusedBy(await desk.ask('bulk.rehearseUndo', { id: noted.id })).code).toBe('nothing-to-undo')
  const { id } = await doneTo(ids, cancelling)
  shop.clock.set(later(startsAt, 11 * minute))
  const late = await rehearsedUndo(id)
  expect(late).toMatchObject({ possible: 0, reasons: [{ message: 'The time for undoing this cancellation is over.' }] })
  expect(refusedBy(await command(desk, 'bulk.start', { rehearsalId: late.id })).code).toBe('nothing-possible')
})

test('a note and a colleague for many orders at once, each told of its own in the trail', async () => {
  const ids = await ordersPaid(2)
  const noted = await doneTo(ids, { kind: 'note', text: 'The maker is late; call back on Monday' })
  expect(noted).toMatchObject({ done: 2, refused: 0 })
  const ravi = await done(desk, 'staff.create', {
    signInName: 'ravi',
    name: 'Ravi Menon',
    roles: ['support'],
    password: 'another long password',
  })
  await doneTo(ids, { kind: 'assign', to: ravi.id })
  expect(await doneTo([...ids].slice(0, 1), { kind: 'assign', to: null })).toMatchObject({ done: 1 })
  const [first, second] = await Promise.all(ids.map(orderOf))
  expect(first?.order.notes.map(({ text, by }) => [text, by])).toEqual([
    ['The maker is late; call back on Monday', 'Meera Iyer'],
  ])
  expect([first, second].map((view) => view?.order.assignments.at(-1)?.to?.name)).toEqual([undefined, 'Ravi Menon'])
  expect(
    refusedBy(
      await desk.ask('bulk.rehearse', {
        scope: { kind: 'chosen', ids: [...ids] },
        deed: { kind: 'assign', to: 'nobody-we-know' },
      }),
    ).code,
  ).toBe('not-assignable')
  expect(await findings()).toEqual([])
})
