import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import readXlsx, { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCsv } from '../../../electron/sheets/readCsv'
import { orderColumnIds, orderListColumns, type OrderColumnId } from '../../../shared/orders/columns'
import { everyOrder, type OrderFilter, type OrderSort } from '../../../shared/orders/requests'
import type { OrderRow } from '../../../shared/orders/row'
import { refundColumnIds } from '../../../shared/refunds/columns'
import { everyRefund } from '../../../shared/refunds/requests'
import type { SheetFormat } from '../../../shared/sheets/requests'
import { dayOf, later, minute, timeOfDay } from '../../../shared/time'
import { allowed, endsAt, india, refusedBy, startsAt } from '../../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  done,
  password,
  pay,
  type TestOffice,
} from '../../journeys/anOffice'
import { aFolder } from '../store/folders'

let shop: TestOffice
let folder: string
/** Where the next file goes; null where whoever is asked chooses none. */
let place: string | null
let suggested: string

beforeEach(async () => {
  folder = aFolder()
  place = folder
  shop = await anOffice({
    files: {
      file: async () => null,
      newFile: async (_wish, name) => {
        suggested = name
        return place === null ? null : path.join(place, name)
      },
    },
  })
})
afterEach(() => shop.end())

const signIn = async (signInName = 'meera') =>
  allowed(await shop.office.ask('session.signIn', { signInName, password }))

/** Twelve orders of different units by two supporters over three days, every other one paid, one of those cancelled. */
async function someOrders(): Promise<void> {
  const asker = shop.office.as(shop.manager)
  const productId = await aReadyProduct(asker)
  const campaignId = await aLaunchedCampaign(asker, productId)
  for (let count = 0; count < 12; count += 1) {
    shop.clock.set(later(startsAt, count * 6 * 60 * minute))
    const phone = count % 3 === 0 ? '98450 12345' : '98450 99999'
    const order = await anOrder(asker, campaignId, productId, { units: 1 + ((count * 5) % 7), phone })
    if (count % 2 === 0) await pay(asker, shop.clock, order)
    if (count === 4) await done(asker, 'orders.cancel', { id: order.id, units: 2, reason: 'Another reason', note: '' })
  }
  await signIn()
}

const { limit: _none, ...open } = { ...everyOrder, limit: 0 }

async function onScreen(
  filter: Partial<OrderFilter>,
  sort: OrderSort,
  descending: boolean,
): Promise<readonly OrderRow[]> {
  const query = { ...open, ...filter, states: [...(filter.states ?? [])], sort, descending, offset: 0, limit: 500 }
  return allowed(await shop.office.ask('orders.page', query)).rows
}

async function exported(
  filter: Partial<OrderFilter>,
  sort: OrderSort,
  descending: boolean,
  columns: readonly OrderColumnId[],
  format: SheetFormat = 'csv',
) {
  const { sort: _sort, descending: _down, offset: _offset, ...none } = open
  const asked = { ...none, ...filter, states: [...(filter.states ?? [])] }
  const scope = { kind: 'matching' as const, filter: asked, except: [] }
  return shop.office.ask('sheets.exportOrders', { scope, sort, descending, columns: [...columns], format })
}

async function csvRows(file: string) {
  const sheet = allowed(await openCsv(createReadStream(path.join(folder, file))))
  const rows: (readonly string[])[] = []
  for await (const { cells, problem } of sheet.rows) {
    expect(problem).toBeNull()
    rows.push(cells)
  }
  return { header: sheet.header, rows }
}

/** What the screen shows of a row, as text without the ways of a market. */
const shown = (row: OrderRow, columns: readonly OrderColumnId[]): readonly string[] =>
  columns.map((column) => {
    const cell = orderListColumns[column].cell(row)
    if (cell === null) return ''
    if (cell.kind === 'money') return (cell.amount / 100).toFixed(2)
    if (cell.kind === 'count') return String(cell.count)
    return cell.kind === 'text' ? cell.text : `${dayOf(cell.at, cell.zone)} ${timeOfDay(cell.at, cell.zone)}`
  })

describe('an export of orders', () => {
  test('exports ignore the filters on screen: row by row the file is what the screen shows', async () => {
    await someOrders()
    const columns = ['supporter', 'number', 'units', 'total', 'sequence', 'state', 'mode', 'phone'] as const
    const filters: readonly Partial<OrderFilter>[] = [
      {},
      { states: ['paid'] },
      { text: '99999' },
      { mode: 'UPI', placedFrom: later(startsAt, 10 * 60 * minute), placedTo: later(startsAt, 60 * 60 * minute) },
      { states: ['lapsed', 'awaiting payment'] },
      { reason: 'Another reason' },
      { market: 'IN', region: 'karnataka', postalZone: '5', event: 'paid', eventTo: later(startsAt, 30 * 60 * minute) },
    ]
    for (const filter of filters) {
      for (const [sort, descending] of [
        ['sequence', true],
        ['total', false],
        ['units', true],
      ] as const) {
        const rows = await onScreen(filter, sort, descending)
        const made = allowed(await exported(filter, sort, descending, columns))
        const found = await csvRows(made?.file ?? '')
        expect(rows.length).toBeGreaterThan(0)
        expect(found.rows).toEqual(rows.map((row) => shown(row, columns)))
        expect(made?.rows).toBe(rows.length)
      }
    }
  })

  test('names every filter, also those that reports lead to', async () => {
    await someOrders()
    const made = await exported({ region: 'karnataka', event: 'paid', eventHour: 18 }, 'sequence', true, ['number'])
    allowed(made)
    const last = await shop.office.shop?.store.read.audit.last()
    expect(JSON.stringify(last)).toContain('State or region: Karnataka; Paid in time, 18:00–19:00; newest first')
  })

  test('exports miss orders: every one of more than a slice is there once', async () => {
    const asker = shop.office.as(shop.manager)
    const productId = await aReadyProduct(asker)
    const campaignId = await aLaunchedCampaign(asker, productId)
    shop.clock.set(startsAt)
    await Promise.all(Array.from({ length: 430 }, () => anOrder(asker, campaignId, productId)))
    await signIn()
    const made = allowed(await exported({}, 'payBy', true, ['number']))
    const { rows } = await csvRows(made?.file ?? '')
    expect(new Set(rows.map(([number]) => number)).size).toBe(430)
    expect([rows.length, made?.rows]).toEqual([430, 430])
  })

  test('exports use the wrong date column: what is filtered by day of placing is what the column says, in its zone', async () => {
    await someOrders()
    const day = { placedFrom: later(startsAt, -10 * 60 * minute), placedTo: later(startsAt, 14 * 60 * minute - 1) }
    const made = allowed(await exported(day, 'sequence', false, ['sequence', 'payBy']))
    const { header, rows } = await csvRows(made?.file ?? '')
    expect(header).toEqual(['Placed (Asia/Kolkata)', 'Pay by (Asia/Kolkata)'])
    expect(rows).toEqual([
      ['2018-04-05 10:00:00', '2018-04-05 10:30:00'],
      ['2018-04-05 16:00:00', '2018-04-05 16:30:00'],
      ['2018-04-05 22:00:00', '2018-04-05 22:30:00'],
    ])
  })

  test('says in its name what is in it', async () => {
    await someOrders()
    await exported({ states: ['paid'], text: 'a/b' }, 'total', true, ['number'])
    expect(suggested).toBe('Orders, Search a-b, State paid, largest total first, 8 Apr 2018 04.00.csv')
  })

  test('goes to Excel with numbers as numbers, numbers of orders as text, and a first sheet that says what it is', async () => {
    await someOrders()
    const columns = ['number', 'phone', 'postalCode', 'units', 'total', 'sequence'] as const
    const made = allowed(await exported({ states: ['paid'] }, 'total', true, columns, 'xlsx'))
    const file = path.join(folder, made?.file ?? '')
    const sheets = await readXlsx(file)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Orders'])
    const about = Object.fromEntries(
      ((await readSheet(file, 'About')) as [string, string][]).map(([key, value]) => [key, value]),
    )
    expect(about).toMatchObject({
      What: 'Orders',
      Shop: 'First season',
      Rows: String(made?.rows),
      'Filter and order': 'largest total first',
      'Times are those of': 'Asia/Kolkata',
      By: 'Meera Iyer',
    })
    const [head, ...rows] = await readSheet(file, 'Orders')
    expect(head).toEqual(['Number', 'Phone', 'Postal code', 'Units', 'Total (INR)', 'Placed (Asia/Kolkata)'])
    const screen = await onScreen({ states: ['paid'] }, 'total', true)
    expect(rows).toEqual(
      screen.map((row) => [
        row.number,
        row.phone,
        row.postalCode,
        row.unitsLeft,
        row.total / 100,
        new Date(`${dayOf(row.placedAt, india)}T${timeOfDay(row.placedAt, india)}Z`),
      ]),
    )
  })

  test('is taken note of with its filter and count, without what was searched for', async () => {
    await someOrders()
    await exported({ states: ['paid'], text: '98450' }, 'sequence', true, ['number', 'total'])
    const { store } = shop.office.shop ?? {}
    const entry = await store?.read.audit.last()
    expect(entry).toMatchObject({
      action: 'orders.export',
      byName: 'Meera Iyer',
      summary: 'Exported orders as CSV, 6 rows',
      changes: [
        { fact: 'filter and order', after: 'Search; State: paid; newest first' },
        { fact: 'columns', after: 'Number, Total (INR)' },
        { fact: 'rows', after: '6' },
      ],
    })
    expect(JSON.stringify(entry)).not.toContain('98450')
  })

  test('is nothing where no file is chosen', async () => {
    await someOrders()
    place = null
    const before = await shop.office.shop?.store.read.audit.last()
    expect(allowed(await exported({}, 'sequence', true, ['number']))).toBeNull()
    expect(await shop.office.shop?.store.read.audit.last()).toEqual(before)
  })

  test('that cannot be written leaves nothing behind and is not in the trail', async () => {
    await someOrders()
    place = path.join(folder, 'nowhere')
    const before = await shop.office.shop?.store.read.audit.last()
    expect(refusedBy(await exported({}, 'sequence', true, ['number']))).toMatchObject({
      code: 'not-done',
      message: 'The file could not be written (ENOENT). Nothing was changed.',
    })
    expect(await shop.office.shop?.store.read.audit.last()).toEqual(before)
  })

  test.each(['csv', 'xlsx'] as const)(
    'as %s is cancelled on its way: no file, the one before as it was',
    async (format) => {
      await someOrders()
      const made = allowed(await exported({}, 'sequence', true, ['number'], format))
      const before = readFileSync(path.join(folder, made?.file ?? ''))
      const running = exported({}, 'sequence', true, orderColumnIds, format)
      while (allowed(await shop.office.ask('sheets.underWay', {})) === null) await Promise.resolve()
      expect(allowed(await shop.office.ask('sheets.cancel', {}))).toEqual({ cancelled: true })
      expect(refusedBy(await running).code).toBe('cancelled')
      expect(readdirSync(folder)).toEqual([made?.file])
      expect(readFileSync(path.join(folder, made?.file ?? ''))).toEqual(before)
    },
  )

  test('is refused to merchandisers and to whoever is not signed in', async () => {
    const other = { signInName: 'asha', name: 'Asha Nair', roles: ['merchandiser' as const], password }
    await done(shop.office.as(shop.manager), 'staff.create', other)
    await signIn('asha')
    expect(refusedBy(await exported({}, 'sequence', true, ['number'])).code).toBe('not-allowed')
    expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  })
})

describe('an export of refunds', () => {
  test('is the queue as it stands, in its order', async () => {
    await someOrders()
    shop.clock.set(later(endsAt, minute))
    await signIn()
    const { offset: _offset, ...filter } = everyRefund
    const asked = {
      filter: { ...filter, states: [...filter.states] },
      columns: [...refundColumnIds],
      format: 'csv' as const,
    }
    const made = allowed(await shop.office.ask('sheets.exportRefunds', asked))
    const { header, rows } = await csvRows(made?.file ?? '')
    expect(header.slice(0, 6)).toEqual(['Order', 'Supporter', 'Product', 'Cause', 'Came', 'Amount (INR)'])
    expect(rows).toHaveLength(1)
    expect(rows[0]?.slice(1, 7)).toEqual(['Asha Rao', 'Mi Selfie Stick Tripod', 'cancelled', '', '2198.00', 'UPI'])
  })
})
