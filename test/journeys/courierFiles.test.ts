import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBooks } from '../../electron/books/checkBooks'
import { createOffice, type Asker, type Office } from '../../electron/office'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import type { Store } from '../../electron/store/store'
import { ordersInPart } from '../../shared/bulk/job'
import { id, type BulkJobId, type CampaignId, type OrderId, type ProductId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { storyOf } from '../../shared/orders/story'
import type { CourierReport } from '../../shared/sheets/requests'
import { addDays, dayOf, later, minute } from '../../shared/time'
import { allowed, india, refusedBy, startsAt } from '../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  command,
  done,
  password,
  pay,
  type TestOffice,
} from './anOffice'

/** The real store, until it is told to stand still: from then on nothing is written any more, as if the program were gone. */
let stopAtPart = Infinity
async function openStoreThatStops(folder: string): Promise<Store> {
  const inner = await openEmbeddedStore(folder)
  return {
    ...inner,
    transact: async (work) => {
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
let file: string
/** Where the program last wrote a file. */
let written: string

beforeEach(async () => {
  stopAtPart = Infinity
  shop = await anOffice({
    openStore: openStoreThatStops,
    files: {
      file: async () => file,
      newFile: async (_wish, name) => (written = path.join(shop.folder, name)),
    },
  })
  file = path.join(shop.folder, 'courier.csv')
  desk = shop.office.as(shop.manager)
  productId = await aReadyProduct(desk)
  campaignId = await aLaunchedCampaign(desk, productId, { target: { kind: 'units', units: 1 } })
  shop.clock.set(startsAt)
  allowed(await shop.office.ask('session.signIn', { signInName: 'meera', password }))
})
afterEach(async () => {
  stopAtPart = Infinity
  await shop.end()
})

async function orderOf(orderId: OrderId, office: Office = shop.office): Promise<Order> {
  const view = allowed(await office.as(shop.manager).ask('orders.one', { id: orderId }))
  if (view === null) throw new Error('There is no such order.')
  return view.order
}

async function ordersPaid(count: number): Promise<readonly Order[]> {
  const orders: Order[] = []
  for (let placed = 0; placed < count; placed += 1) {
    const order = await anOrder(desk, campaignId, productId)
    await pay(desk, shop.clock, order)
    orders.push(await orderOf(order.id))
  }
  return orders
}

const heads = 'Order No,AWB,Courier,Shipped on,Delivered on'
const write = (...rows: readonly string[]) => writeFile(file, [heads, ...rows, ''].join('\r\n'))
const row = ({ number }: Order, awb: string, shipped = '', delivered = ''): string =>
  [number, awb, 'Delhivery', shipped, delivered].join(',')

const choose = async () => {
  const chosen = allowed(await shop.office.ask('sheets.chooseCourierFile', {}))
  if (chosen === null) throw new Error('A file was chosen.')
  return chosen
}

async function rehearsed(carrier = ''): Promise<CourierReport> {
  const { fileId, mapping } = await choose()
  return allowed(await shop.office.ask('sheets.rehearseCourierFile', { fileId, mapping: { ...mapping }, carrier }))
}

const rowsOf = async ({ rehearsalId }: CourierReport) =>
  allowed(await shop.office.ask('sheets.courierRows', { rehearsalId, verdict: null, offset: 0, limit: 500 })).rows

/** Rehearses the file and does what it says, where it says anything. */
async function takenOver(): Promise<CourierReport> {
  const report = await rehearsed()
  if (report.orders === 0) return report
  await done(desk, 'bulk.start', { rehearsalId: report.rehearsalId })
  await shop.office.doDuties()
  return report
}

const shipInBulk = async (ids: readonly OrderId[]) => {
  const rehearsal = await desk.ask('bulk.rehearse', {
    scope: { kind: 'chosen', ids: [...ids] },
    deed: { kind: 'ship', carrier: 'Delhivery' },
  })
  await done(desk, 'bulk.start', { rehearsalId: allowed(rehearsal).id })
  await shop.office.doDuties()
}

const findings = async (office: Office = shop.office) => {
  const read = office.shop?.store.read
  return read && (await checkBooks(read, shop.clock.now())).findings
}

test('columns are found by what couriers call them, and how a file was read is remembered once it was taken over', async () => {
  const [first] = await ordersPaid(1)
  await writeFile(file, `Reference,Waybill Number\r\n${first?.number ?? ''},AWB1\r\n`)
  const chosen = await choose()
  expect(chosen).toMatchObject({
    mapping: { order: 'Reference', trackingNumber: 'Waybill Number', carrier: null },
    remembered: false,
    carrier: '',
  })
  const reading = { fileId: chosen.fileId, mapping: { ...chosen.mapping }, carrier: 'India Post' }
  const { rehearsalId } = allowed(await shop.office.ask('sheets.rehearseCourierFile', reading))
  expect((await choose()).remembered).toBe(false)
  await done(desk, 'bulk.start', { rehearsalId })
  expect(await choose()).toMatchObject({ remembered: true, carrier: 'India Post' })
})

test('a paid order ships with its number, and one that shipped in bulk gets it: none stays without', async () => {
  const [paid, shipped] = (await ordersPaid(2)) as [Order, Order]
  await shipInBulk([shipped.id])
  await write(row(paid, 'AWB1'), row(shipped, 'AWB2'))
  const report = await takenOver()
  expect(report.counts).toMatchObject({ ships: 1, 'gets its number': 1, refused: 0 })
  expect((await orderOf(paid.id)).shipment).toMatchObject({ carrier: 'Delhivery', trackingNumber: 'AWB1' })
  const told = (await orderOf(shipped.id)).shipment
  expect(told).toMatchObject({ trackingNumber: 'AWB2', former: [{ trackingNumber: '', replacedBy: 'Meera Iyer' }] })
  expect(await findings()).toEqual([])
})

test('dates of the file are kept, and what has arrived is delivered', async () => {
  const [order] = (await ordersPaid(1)) as [Order]
  shop.clock.set(later(startsAt, 4 * 24 * 60 * minute))
  allowed(await shop.office.ask('session.signIn', { signInName: 'meera', password }))
  const day = addDays(dayOf(startsAt, india), 1)
  await write(row(order, 'AWB1', day, `${addDays(day, 1)} 15:30`))
  const report = await rehearsed()
  expect((await rowsOf(report))[0]?.says).toBe('Ships with Delhivery, AWB1, and is delivered.')
  await takenOver()
  const { shipment, deliveredAt } = await orderOf(order.id)
  expect([shipment?.at, deliveredAt].map((at) => at && dayOf(at, india))).toEqual([day, addDays(day, 1)])
  expect(await findings()).toEqual([])
})

test('each row is judged by itself, and what cannot be is left alone and told', async () => {
  const [fine, other, numbered, twice, same] = (await ordersPaid(5)) as [Order, Order, Order, Order, Order]
  const unpaid = await orderOf((await anOrder(desk, campaignId, productId)).id)
  await done(desk, 'orders.ship', { id: numbered.id, carrier: 'Delhivery', trackingNumber: 'HELD 1' })
  await write(
    row(fine, 'AWB1'),
    row(numbered, 'AWB2'),
    row(other, 'held1'),
    row(unpaid, 'AWB3'),
    row(twice, 'AWB4'),
    row(twice, 'AWB5'),
    row(same, '4.5E+11'),
    '100001-3,AWB9,Delhivery,,',
    'SF-77,AWB9,Delhivery,,',
    `${fine.number},AWB1,Delhivery,,`,
  )
  const report = await rehearsed()
  expect((await rowsOf(report)).map(({ line, verdict, says }) => [line, verdict, says])).toEqual([
    [2, 'ships', 'Ships with Delhivery, AWB1.'],
    [3, 'refused', 'It shipped with another tracking number. Correct that on its page if it is wrong.'],
    [4, 'refused', `Order ${numbered.number} has this tracking number.`],
    [5, 'refused', 'This order has not been paid.'],
    [6, 'refused', 'Lines 6 and 7 say different things of it.'],
    [7, 'refused', 'Lines 6 and 7 say different things of it.'],
    [8, 'refused', 'A spreadsheet has cut its number short. Have the column saved as text.'],
    [9, 'no such order', 'This is none of our order numbers.'],
    [10, 'no such order', 'This is none of our order numbers.'],
    [11, 'refused', 'Line 2 says the same.'],
  ])
  expect(report.orders).toBe(1)
  await done(desk, 'bulk.start', { rehearsalId: report.rehearsalId })
  await shop.office.doDuties()
  const job = allowed(await desk.ask('bulk.one', { id: report.rehearsalId }))
  expect(job).toMatchObject({ done: 1, refused: 5, scope: { kind: 'file', file: 'courier.csv', rowsWithoutOrder: 2 } })
})

test('the same file again changes nothing and says so row by row', async () => {
  const orders = await ordersPaid(3)
  await write(...orders.map((order, place) => row(order, `AWB${String(place)}`)))
  await takenOver()
  const before = await Promise.all(orders.map(({ id: orderId }) => orderOf(orderId)))
  const again = await takenOver()
  expect(again).toMatchObject({ orders: 0, counts: { known: 3 } })
  expect((await rowsOf(again)).map(({ says }) => says)).toEqual(Array(3).fill('Known already: nothing to do.'))
  expect(refusedBy(await command(desk, 'bulk.start', { rehearsalId: again.rehearsalId })).code).toBe('nothing-possible')
  expect(await Promise.all(orders.map(({ id: orderId }) => orderOf(orderId)))).toEqual(before)
})

test(
  'any beginning of a file, its rows in any order and repeated, come to the same in the end; nothing ships twice',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.nat(5),
        fc.infiniteStream(fc.nat(1_000)),
        async (count, beginning, chance) => {
          const orders = await ordersPaid(count)
          const rows = orders.map((order) => row(order, `P${order.number}`))
          const mixed = [...rows, ...rows.slice(0, 2)]
            .map((text) => ({ text, place: Number(chance.next().value) }))
            .sort((left, right) => left.place - right.place)
            .map(({ text }) => text)
          await write(...rows.slice(0, Math.max(1, beginning)))
          await takenOver()
          await write(...mixed)
          await takenOver()
          for (const { id: orderId, number } of orders) {
            const order = await orderOf(orderId)
            expect(order.shipment).toMatchObject({ trackingNumber: `P${number}` })
            expect(storyOf(order).filter(({ kind }) => kind === 'shipped')).toHaveLength(1)
          }
        },
      ),
      { numRuns: 10 },
    )
    expect(await findings()).toEqual([])
  },
)

test(
  'a job goes on after a crash in its middle: every order has its number, none twice',
  { timeout: 60_000 },
  async () => {
    const orders = await ordersPaid(2 * ordersInPart + 5)
    await write(...orders.map((order, place) => row(order, `AWB${String(place)}`)))
    const { rehearsalId } = await rehearsed()
    stopAtPart = 1
    await done(desk, 'bulk.start', { rehearsalId })
    await expect(shop.office.doDuties()).rejects.toThrow('killed')
    expect(allowed(await desk.ask('bulk.one', { id: rehearsalId }))).toMatchObject({ next: 1, done: ordersInPart })

    const folder = path.join(shop.folder, 'crashed')
    await cp(path.join(shop.folder, 'shop'), folder, { recursive: true })
    for (const name of await readdir(folder)) if (name.startsWith('lock')) await rm(path.join(folder, name))
    const office = createOffice({ folder, clock: shop.clock })
    await office.openIn(folder)
    await office.doDuties()
    const job = allowed(await office.as(shop.manager).ask('bulk.one', { id: rehearsalId }))
    expect(job).toMatchObject({ state: 'done', done: orders.length, refused: 0 })
    for (const [place, { id: orderId }] of orders.entries())
      expect((await orderOf(orderId, office)).shipment?.trackingNumber).toBe(`AWB${String(place)}`)
    expect(await findings(office)).toEqual([])
    await office.close()
  },
)

describe('a file that cannot be trusted is refused with its line, and nothing is read', () => {
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  test.each([
    ['a row that is cut short', `${heads}\r\n100001-7,AWB1\r\n`, 'Line 2: This line has 2 cells, the header has 5.'],
    ['a quote that is never closed', `${heads}\r\n100001-7,"AWB1,,,`, 'Line 2: A quote in this row is never closed.'],
    ['a NUL', `${heads}\r\n100001-7,A\0B,,,\r\n`, 'Line 2: Cell 2 of this row has characters that are not text.'],
    ['UTF-16 without its mark', Buffer.from(`${heads}\r\n`, 'utf16le'), 'characters that are not text'],
    ['no rows', `${heads}\r\n`, 'The file has no rows below its column names.'],
    ['nothing', '', 'The file is empty.'],
  ])('%s', async (_what, content, says) => {
    await writeFile(file, content)
    const chosen = await shop.office.ask('sheets.chooseCourierFile', {})
    if (!chosen.ok) {
      expect(chosen.refusal.message).toContain(says)
      return
    }
    const { fileId = '' } = chosen.value ?? {}
    const mapping = { order: 'Order No', trackingNumber: 'AWB', carrier: null, shippedAt: null, deliveredAt: null }
    const judged = await shop.office.ask('sheets.rehearseCourierFile', { fileId, mapping, carrier: 'X' })
    expect(refusedBy(judged).message).toContain(says)
  })

  test('while UTF-16 with its mark is read as well as UTF-8', async () => {
    const [order] = (await ordersPaid(1)) as [Order]
    await writeFile(file, utf16(`${heads}\r\n${row(order, 'AWB1')}\r\n`))
    expect((await rehearsed()).counts.ships).toBe(1)
  })

  test('and formulas are text: what a spreadsheet would calculate comes back with its apostrophe', async () => {
    const [order] = (await ordersPaid(1)) as [Order]
    await write(row(order, '=1+1'))
    const { rehearsalId } = await takenOver()
    expect((await orderOf(order.id)).shipment?.trackingNumber).toBe('=1+1')
    allowed(await shop.office.ask('sheets.exportJob', { id: rehearsalId, outcome: null, format: 'csv' }))
    expect(await readFile(written, 'utf8')).toContain(`${order.number},done,,'=1+1`)
  })
})

test('a wrong number is put right by hand, and both stay on record', async () => {
  const [order] = (await ordersPaid(1)) as [Order]
  expect(refusedBy(await command(desk, 'orders.track', { id: order.id, carrier: 'X', trackingNumber: '1' })).code).toBe(
    'not-shipped',
  )
  await done(desk, 'orders.ship', { id: order.id, carrier: 'Blue Dart', trackingNumber: 'WRONG' })
  await done(desk, 'orders.track', { id: order.id, carrier: 'Blue Dart', trackingNumber: 'RIGHT' })
  const corrected = await orderOf(order.id)
  expect(corrected.shipment?.trackingNumber).toBe('RIGHT')
  const [now, before] = storyOf(corrected).filter(({ kind }) => kind === 'shipped')
  expect([now?.what, now?.note]).toEqual(['Tracking number corrected, it was WRONG: Blue Dart', 'RIGHT'])
  expect(before?.note).toBe('WRONG')
  expect(await findings()).toEqual([])
})

test('the manifest is the queue as it stands: its orders, in its order, and what a courier asks for', async () => {
  const orders = await ordersPaid(3)
  const [first, second, third] = orders as [Order, Order, Order]
  await done(desk, 'orders.ship', { id: second.id, carrier: 'Blue Dart', trackingNumber: 'BD1' })
  const ids = [third.id, second.id, first.id]
  const made = await shop.office.ask('sheets.exportManifest', { scope: { kind: 'chosen', ids }, descending: true })
  expect(allowed(made)?.rows).toBe(2)
  const lines = (await readFile(written, 'utf8')).split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFOrder,Name,Address line 1,Address line 2,City,State,PIN code,Country,Phone,Units,Contents,Declared value,Currency,Payment,Ship by',
  )
  expect(lines.slice(1, 3).map((line) => line.split(',')[0])).toEqual([third.number, first.number])
  expect(lines[1]).toContain(
    'Asha Rao,12 MG Road,,Bengaluru,Karnataka,560001,India,\'+919845012345,1,"Mi Selfie Stick Tripod, Black",1099.00,INR,Prepaid',
  )
})

test('rows of a rehearsal that is no longer the last are not shown for those of another', async () => {
  const rehearsalId = id<BulkJobId>('rehearsal-of-before')
  const asked = await shop.office.ask('sheets.courierRows', { rehearsalId, verdict: null, offset: 0, limit: 5 })
  expect(refusedBy(asked).code).toBe('no-rehearsal')
})
