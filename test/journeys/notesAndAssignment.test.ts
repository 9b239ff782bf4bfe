import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Asker } from '../../electron/office'
import { id, type OrderId, type StaffId } from '../../shared/ids'
import type { Role } from '../../shared/staff/account'
import type { StaffActor } from '../../shared/staff/actor'
import { storyOf } from '../../shared/orders/story'
import { later } from '../../shared/time'
import { allowed, refusedBy, startsAt } from '../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  command,
  done,
  password,
  type TestOffice,
} from './anOffice'

let shop: TestOffice
let desk: Asker
let order: { readonly id: OrderId }
beforeEach(async () => {
  shop = await anOffice()
  desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  order = await anOrder(desk, campaignId, productId)
})
afterEach(() => shop.end())

async function hired(name: string, ...roles: Role[]): Promise<StaffActor> {
  const signInName = name.split(' ')[0] ?? name
  const { id: staffId } = await done(desk, 'staff.create', { signInName, name, roles, password })
  return { kind: 'staff', staffId, name, roles }
}

const viewed = async () => {
  const view = allowed(await desk.ask('orders.one', { id: order.id }))
  if (view === null) throw new Error('the order is there')
  return view
}

test('an order is taken up, noted on, handed over and found in the queue of whoever has it', async () => {
  const ravi = await hired('Ravi Menon', 'support')
  const his = shop.office.as(ravi)
  expect(allowed(await his.ask('overview.badges', {})).queue).toBe(0)
  await done(his, 'orders.assign', { id: order.id, to: ravi.staffId })
  await done(his, 'orders.addNote', { id: order.id, text: 'Asked for the invoice.\r\nCall after six. ' })
  expect(allowed(await his.ask('overview.queue', {})).orders.map((row) => row.id)).toEqual([order.id])
  expect(allowed(await his.ask('overview.badges', {})).queue).toBe(1)

  await shop.restart()
  desk = shop.office.as(shop.manager)
  await done(desk, 'orders.assign', { id: order.id, to: shop.manager.staffId })
  expect(allowed(await shop.office.as(ravi).ask('overview.queue', {})).orders).toEqual([])
  expect(allowed(await desk.ask('overview.queue', {})).orders).toHaveLength(1)

  const lines = storyOf((await viewed()).order).map(({ by, what, note }) => [by, what, note])
  expect(lines).toEqual([
    ['Ravi Menon', 'Note', 'Asked for the invoice.\nCall after six.'],
    ['Meera Iyer', 'Assigned to Meera Iyer', ''],
    ['Ravi Menon', 'Assigned to Ravi Menon', ''],
    ['Meera Iyer', 'Placed: 1 unit for ₹1,099', ''],
  ])
})

test('the trail tells that a note was written and who has the order, and nothing of what the note says', async () => {
  await done(desk, 'orders.addNote', { id: order.id, text: 'Her sister Lakshmi may call' })
  await done(desk, 'orders.assign', { id: order.id, to: shop.manager.staffId })
  const asked = { byId: null, byProgram: false, action: null, from: null, to: null, text: '' }
  const of = { productId: null, campaignId: null, orderId: order.id, offset: 0, limit: 10 }
  const { rows } = allowed(await desk.ask('audit.page', { ...asked, ...of }))
  expect(rows.map(({ action }) => action)).toEqual(['orders.assign', 'orders.addNote', 'orders.place'])
  expect(JSON.stringify(rows)).not.toContain('Lakshmi')
  expect(JSON.stringify(rows[0]?.changes)).toContain('Meera Iyer')
})

test('only active support staff and managers are offered and accepted', async () => {
  const asha = await hired('Asha Nair', 'merchandiser')
  const ravi = await hired('Ravi Menon', 'support')
  await done(desk, 'staff.change', { id: ravi.staffId, name: ravi.name, roles: ['support'], active: false })
  expect(allowed(await desk.ask('orders.assignees', {}))).toEqual([{ id: shop.manager.staffId, name: 'Meera Iyer' }])
  for (const { staffId } of [asha, ravi])
    expect(refusedBy(await command(desk, 'orders.assign', { id: order.id, to: staffId })).code).toBe('not-assignable')
  const nobody = id<StaffId>('nobody-of-this-shop')
  expect(refusedBy(await command(desk, 'orders.assign', { id: order.id, to: nobody })).code).toBe('no-such-account')
  expect(refusedBy(await command(shop.office.as(asha), 'orders.addNote', { id: order.id, text: 'Hello' })).code).toBe(
    'not-allowed',
  )
})

test('an order leaves the queue when it lapses', async () => {
  await done(desk, 'orders.assign', { id: order.id, to: shop.manager.staffId })
  const { payBy } = (await viewed()).order
  shop.clock.set(payBy)
  expect(allowed(await desk.ask('overview.badges', {})).queue).toBe(1)
  shop.clock.set(later(payBy, 1))
  expect(allowed(await desk.ask('overview.badges', {})).queue).toBe(0)
})
