import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Asker } from '../../electron/office'
import { id, type CampaignId, type CancellationId, type OrderId, type ProductId, type RefundId } from '../../shared/ids'
import type { Minor } from '../../shared/money'
import { everyRefund } from '../../shared/refunds/requests'
import { later, minute } from '../../shared/time'
import { allowed, endsAt, refusedBy, startsAt } from '../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, command, done, pay, type TestOffice } from './anOffice'

let shop: TestOffice
let desk: Asker
let productId: ProductId
let campaignId: CampaignId
let order: { readonly id: OrderId; readonly total: Minor }
beforeEach(async () => {
  shop = await anOffice()
  desk = shop.office.as(shop.manager)
  productId = await aReadyProduct(desk)
  campaignId = await aLaunchedCampaign(desk, productId, { cap: 4 })
  shop.clock.set(startsAt)
  order = await anOrder(desk, campaignId, productId, { units: 2 })
  await pay(desk, shop.clock, order)
})
afterEach(() => shop.end())

const cancel = (units: number) =>
  done(desk, 'orders.cancel', { id: order.id, units, reason: 'Ordered twice', note: '' })
const undo = (cancellationId: CancellationId) => command(desk, 'orders.undoCancel', { id: order.id, cancellationId })
const view = async () => allowed(await desk.ask('orders.one', { id: order.id }))
const campaign = async () => allowed(await desk.ask('campaigns.one', { id: campaignId }))
const queue = async () => allowed(await desk.ask('refunds.page', { ...everyRefund, limit: 10 }))
const wait = (minutes: number) => shop.clock.set(later(shop.clock.now(), minutes * minute))

test('a cancellation is undone within ten minutes and nothing of it is left but its facts, also after a restart', async () => {
  const before = { campaign: await campaign(), state: (await view())?.state, counts: (await queue()).counts }
  const { cancellationId, owed, undoUntil } = await cancel(2)
  expect([owed, undoUntil]).toEqual([order.total, later(startsAt, 10 * minute)])
  expect((await queue()).rows).toMatchObject([{ heldUntil: undoUntil, state: 'owed' }])
  wait(9)
  await shop.restart()
  desk = shop.office.as(shop.manager)
  allowed(await undo(cancellationId))
  expect({ campaign: await campaign(), state: (await view())?.state, counts: (await queue()).counts }).toEqual(before)
  expect((await queue()).rows).toEqual([])
  expect((await view())?.order.refunds).toMatchObject([{ events: [{ kind: 'withdrawn' }] }])
  await shop.restart()
  desk = shop.office.as(shop.manager)
  expect((await queue()).total).toBe(0)
  expect(refusedBy(await undo(cancellationId)).code).toBe('already-undone')
})

test('a refund waits for the end of the undoing, or for someone who releases it', async () => {
  const which = async () => {
    const refundId = (await view())?.order.refunds.at(-1)?.id ?? id<RefundId>('no-refund')
    return { orderId: order.id, refundId }
  }
  const { cancellationId } = await cancel(1)
  expect(refusedBy(await command(desk, 'refunds.send', { ...(await which()), reference: 'rfnd_1' })).code).toBe(
    'refund-held',
  )
  await done(desk, 'refunds.release', await which())
  expect(refusedBy(await undo(cancellationId)).code).toBe('refund-released')
  await done(desk, 'refunds.send', { ...(await which()), reference: 'rfnd_1' })
  await cancel(1)
  wait(11)
  await done(desk, 'refunds.send', { ...(await which()), reference: 'rfnd_2' })
})

test('units that someone else took meanwhile do not come back', async () => {
  const { cancellationId } = await cancel(2)
  await anOrder(desk, campaignId, productId, { units: 3, phone: '98450 54321' })
  expect(refusedBy(await undo(cancellationId))).toMatchObject({
    code: 'units-taken',
    message: 'Others have taken these units meanwhile. Only 1 unit of this campaign is left.',
  })
  expect((await view())?.state).toBe('cancelled')
})

test('a campaign that reaches its target by an undone cancellation is funded at that moment', async () => {
  const { cancellationId } = await cancel(2)
  const other = await anOrder(desk, campaignId, productId, { units: 2, phone: '98450 54321' })
  await pay(desk, shop.clock, other)
  wait(5)
  allowed(await undo(cancellationId))
  expect((await campaign())?.campaign.fundedAt).toBe(shop.clock.now())
})

test('after a campaign that ended unfunded nothing comes back into its bar', async () => {
  shop.clock.set(later(endsAt, -minute))
  const { cancellationId } = await cancel(1)
  wait(2)
  expect(refusedBy(await undo(cancellationId)).code).toBe('campaign-ended')
})

test('managers set the reasons and the time; orders keep the words they were cancelled with', async () => {
  await done(desk, 'settings.addReason', { words: 'Moved abroad' })
  const reasons = allowed(await desk.ask('settings.support', {})).cancelReasons
  const added = reasons.find(({ words }) => words === 'Moved abroad')
  if (added === undefined) throw new Error('the reason is on the list')
  const said = { id: order.id, units: 1, note: 'Leaves in May' }
  await done(desk, 'orders.cancel', { ...said, reason: 'Moved abroad' })
  await done(desk, 'settings.renameReason', { id: added.id, words: 'Moves to another country' })
  await done(desk, 'settings.retireReason', { id: added.id, retired: true })
  await done(desk, 'settings.setUndo', { minutes: 0 })
  for (const reason of ['Moved abroad', 'Moves to another country', 'Because'])
    expect(refusedBy(await command(desk, 'orders.cancel', { ...said, reason }))).toMatchObject({
      code: 'reason-unknown',
      field: 'reason',
    })
  expect((await view())?.order.cancellations).toMatchObject([{ reason: 'Moved abroad', note: 'Leaves in May' }])
  expect(await cancel(1)).toMatchObject({ undoUntil: null })
})

test('only managers change what support works by', async () => {
  const support = shop.office.as({ ...shop.manager, roles: ['support'] })
  expect(refusedBy(await command(support, 'settings.setUndo', { minutes: 60 })).code).toBe('not-allowed')
  expect(refusedBy(await command(desk, 'settings.setUndo', { minutes: 1441 })).code).toBe('invalid-input')
  expect(allowed(await support.ask('settings.support', {})).undoMinutes).toBe(10)
})
