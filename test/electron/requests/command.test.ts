import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstBreakInTrail } from '../../../electron/audit/checkTrail'
import { allEntries } from '../audit/allEntries'
import { openEmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { NotSaved, type Store } from '../../../electron/store/store'
import { id, type CommandId, type StaffId } from '../../../shared/ids'
import { doorRefusals } from '../../../shared/requests'
import { later, minute } from '../../../shared/time'
import { allowed, refusedBy, startsAt } from '../../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  command,
  done,
  firstDay,
  password,
  pay,
  type TestOffice,
} from '../../journeys/anOffice'
import { aPng, aWebp } from '../pictures/samples'
import { storeFacts } from './storeFacts'

let failing: Error | null = null

/** The real store, whose commits fail with `failing` once it is set. */
async function openStoreThatFails(folder: string): Promise<Store> {
  const inner = await openEmbeddedStore(folder)
  return {
    read: inner.read,
    watch: (listener) => inner.watch(listener),
    close: () => inner.close(),
    transact: (work) =>
      inner.transact(async (tx) => {
        const worked = await work(tx)
        if (failing !== null) throw failing
        return worked
      }),
  }
}

let shop: TestOffice
beforeEach(async () => {
  failing = null
  shop = await anOffice({ openStore: openStoreThatFails })
})
afterEach(() => shop.end())

const read = () => {
  const open = shop.office.shop?.store.read
  if (open === undefined) throw new Error('a shop is open')
  return open
}

const tripod = { commandId: 'command-create-tripod', name: 'Mi Selfie Stick Tripod', currency: 'INR' } as const

test('the same command id again answers as the first time and changes nothing more', async () => {
  const desk = shop.office.as(shop.manager)
  const first = await desk.ask('products.create', tripod)
  const before = await storeFacts(shop.office)
  expect(await desk.ask('products.create', { ...tripod })).toEqual(first)
  expect(await storeFacts(shop.office)).toBe(before)
})

test('a double click runs one command', async () => {
  const desk = shop.office.as(shop.manager)
  const [first, second] = await Promise.all([desk.ask('products.create', tripod), desk.ask('products.create', tripod)])
  expect(first).toEqual(second)
  expect(allowed(await desk.ask('products.list', { text: '', archived: false }))).toHaveLength(1)
})

test('the same command id with other input, for another request or by someone else is refused', async () => {
  const desk = shop.office.as(shop.manager)
  await desk.ask('products.create', tripod)
  const before = await storeFacts(shop.office)
  const { commandId } = tripod
  const others = [
    await desk.ask('products.create', { ...tripod, name: 'Mi Bluetooth Audio Receiver' }),
    await desk.ask('makers.create', { commandId, name: 'iShot', about: '' }),
    await shop.office.as({ ...shop.manager, staffId: id<StaffId>('someone-else') }).ask('products.create', tripod),
  ]
  expect(others.map((reply) => refusedBy(reply).code)).toEqual(['command-reused', 'command-reused', 'command-reused'])
  expect(await storeFacts(shop.office)).toBe(before)
})

test('a repeated command is known after a restart too', async () => {
  const first = await shop.office.as(shop.manager).ask('products.create', tripod)
  await shop.restart()
  expect(await shop.office.as(shop.manager).ask('products.create', tripod)).toEqual(first)
})

test('each accepted command has one entry, a refused one none, and the chain is unbroken', async () => {
  const desk = shop.office.as(shop.manager)
  await desk.ask('products.create', tripod)
  await desk.ask('products.archive', { commandId: 'command-archive-none', id: 'no-such-product' })
  const productId = await aReadyProduct(desk)
  await done(desk, 'products.archive', { id: productId })
  const actions = (await allEntries(read())).map(({ action }) => action)
  expect(actions).toEqual([
    'shop.start',
    'products.create',
    'makers.create',
    'products.create',
    'products.save',
    'products.addPicture',
    'products.markReady',
    'products.archive',
  ])
  expect(await firstBreakInTrail(read())).toBeNull()
})

test('an entry says who, when, what, before and after', async () => {
  const desk = shop.office.as(shop.manager)
  const created = await done(desk, 'products.create', { name: 'Tripod', currency: 'INR' })
  shop.clock.set(later(firstDay, minute))
  await done(desk, 'products.archive', { id: created.id })
  const last = await read().audit.last()
  expect(last).toMatchObject({
    at: firstDay + minute,
    byId: shop.manager.staffId,
    byName: 'Meera Iyer',
    action: 'products.archive',
    subject: { productId: created.id },
    summary: 'Archived Tripod',
    changes: [{ record: 'Product Tripod', fact: 'archived at', before: null, after: '2018-04-01 03:31:00 UTC' }],
  })
})

test('no password is in the trail, nor anything that could be used to guess it', async () => {
  const desk = shop.office.as(shop.manager)
  const account = { signInName: 'newcomer', name: 'New Comer', roles: ['support' as const], password }
  const commandId = 'command-create-account'
  await desk.ask('staff.create', { ...account, commandId })
  const entry = await read().audit.byCommand(id<CommandId>(commandId))
  expect(JSON.stringify(entry)).not.toContain(password)
  // The digest does not depend on it: the same account with another password is the same command.
  expect(await desk.ask('staff.create', { ...account, commandId, password: 'another long password' })).toMatchObject({
    ok: true,
  })
})

test("an order's trail holds nothing of the supporter's data", async () => {
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  const order = await anOrder(desk, campaignId, productId)
  await pay(desk, shop.clock, order)
  const trail = JSON.stringify(await allEntries(read()))
  for (const personal of ['Asha', '9845', 'MG Road', 'asha@example.com', '560001'])
    expect(trail).not.toContain(personal)
})

test('lapses that come due before a command have an entry of the program beside it', async () => {
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  const first = await anOrder(desk, campaignId, productId)
  shop.clock.set(later(startsAt, 31 * minute))
  await anOrder(desk, campaignId, productId)
  const entries = await allEntries(read())
  expect(entries.slice(-2)).toMatchObject([
    { action: 'orders.lapse', byId: null, byName: 'Programme', subject: { orderId: first.id } },
    { action: 'orders.place', byId: shop.manager.staffId },
  ])
  expect(entries.at(-1)?.changes.every(({ record }) => record === 'Order 100002-5')).toBe(true)
  expect(await firstBreakInTrail(read())).toBeNull()
})

test('what cannot be saved is refused as not saved, changes nothing, and shows until a change is saved', async () => {
  const desk = shop.office.as(shop.manager)
  const before = await storeFacts(shop.office)
  failing = new NotSaved('No space left on /home/someone')
  const reply = refusedBy(await desk.ask('products.create', tripod))
  expect(reply.code).toBe(doorRefusals.notSaved)
  expect(reply.message).not.toContain('/home')
  expect(await storeFacts(shop.office)).toBe(before)
  expect(shop.office.shop?.saving.notSaved).toContain('not saved')
  failing = null
  expect((await desk.ask('products.create', tripod)).ok).toBe(true)
  expect(shop.office.shop?.saving).toEqual({ savedAt: firstDay, notSaved: null, readOnly: null })
})

test('a picture whose commit fails leaves no file behind', async () => {
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const folder = shop.office.picturesFolder ?? ''
  const files = await readdir(folder)
  failing = new NotSaved('disk full')
  const picture = { bytes: aPng().toString('base64'), thumbnail: aWebp().toString('base64'), description: '' }
  expect((await command(desk, 'products.addPicture', { id: productId, ...picture })).ok).toBe(false)
  expect(files).toHaveLength(2)
  expect(await readdir(folder)).toEqual(files)
})

test('a mistake of ours is answered without a word of how the program is made, and changes nothing', async () => {
  const desk = shop.office.as(shop.manager)
  const before = await storeFacts(shop.office)
  failing = new TypeError("Cannot read properties of undefined (reading 'secret') at /home/someone/main.js")
  const reply = refusedBy(await desk.ask('products.create', tripod))
  expect(reply).toEqual({
    code: doorRefusals.notSaved,
    message: 'Something went wrong inside the program. Nothing was changed.',
  })
  expect(shop.bugs).toEqual([failing])
  expect(await storeFacts(shop.office)).toBe(before)
})

test('a refusal inside a command leaves nothing of it behind', async () => {
  const desk = shop.office.as(shop.manager)
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  await anOrder(desk, campaignId, productId)
  const before = await storeFacts(shop.office)
  // The lapse of the first order is due and is noted first; the command that follows in the same commit is refused.
  shop.clock.set(later(startsAt, 31 * minute))
  const refused = await command(desk, 'orders.place', {
    campaignId,
    productId,
    variantId: 'no-such-variant',
    units: 1,
    total: 109_900,
    supporter: {
      name: 'A',
      phone: '9845012345',
      email: '',
      address: { line1: 'x', line2: '', city: 'y', region: '', postalCode: '560001' },
    },
  })
  expect(refusedBy(refused).field).toBe('variantId')
  expect((await read().orders.toLapse(campaignId, shop.clock.now(), 10)).length).toBe(1)
  shop.clock.set(startsAt)
  expect(await storeFacts(shop.office)).toBe(before)
})
