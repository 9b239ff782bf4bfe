import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chartCsv } from '../../../electron/sheets/chartBytes'
import { restored } from '../../../electron/sheets/formulas'
import { chartTable, headOf, type ChartColumn, type ChartValue } from '../../../shared/reports/chartTable'
import type { RequestInput } from '../../../shared/requests'
import { allowed, india, refusedBy } from '../../shared/builders'
import { anOffice, done, password, type TestOffice } from '../../journeys/anOffice'
import { aPng } from '../pictures/samples'
import { aFolder } from '../store/folders'

const columns: readonly ChartColumn<'day' | 'name' | 'paid' | 'orders' | 'share' | 'wait'>[] = [
  { kind: 'day', zone: india, key: 'day', head: 'Day' },
  { kind: 'text', key: 'name', head: 'Product, maker' },
  { kind: 'money', currency: 'INR', key: 'paid', head: 'Paid' },
  { kind: 'count', unit: 'order', key: 'orders', head: 'Placed' },
  { kind: 'share', key: 'share', head: 'Funded' },
  { kind: 'figure', unit: 'hours', decimals: 1, key: 'wait', head: 'Wait' },
]

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const row = fc.record({
  day: maybe(fc.constantFrom('2018-04-14', '2018-12-31')),
  name: maybe(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('=1+1', "'-x", 'a "b", c', 'a\nb'))),
  paid: maybe(fc.maxSafeInteger()),
  orders: maybe(fc.integer()),
  share: maybe(fc.double({ min: 0, max: 10, noNaN: true }).map((each) => Number(each.toPrecision(10)))),
  wait: maybe(fc.double({ min: -1000, max: 1000, noNaN: true })),
})

/** What a cell of the file says, in the column's own unit. */
function readBack({ kind }: ChartColumn, text: string): ChartValue {
  if (text === '') return null
  if (kind === 'text' || kind === 'day') return restored(text)
  if (kind === 'money') return Number(text.replace('.', ''))
  return kind === 'share' ? Number(text) / 100 : Number(text)
}

test('a CSV file reads back to the numbers of the chart: what was missing is missing, what was 0 is 0', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const table = chartTable(columns, rows)
      const [heads, ...lines] = Papa.parse<string[]>(chartCsv(table).slice(1).trimEnd(), { delimiter: ',' }).data
      expect(heads).toEqual(columns.map(headOf))
      const read = lines.map((line) => columns.map((column, at) => readBack(column, line[at] ?? '')))
      expect(read).toHaveLength(table.rows.length)
      read.forEach((values, index) =>
        values.forEach((value, at) => {
          const shown = table.rows[index]?.[at] ?? null
          if (columns[at]?.kind === 'share' && shown !== null) expect(value).toBeCloseTo(Number(shown), 9)
          else expect(value).toEqual(shown)
        }),
      )
    }),
  )
})

describe('taking a chart away', () => {
  let shop: TestOffice
  let folder: string
  let chosen: boolean
  beforeEach(async () => {
    folder = aFolder()
    chosen = true
    shop = await anOffice({
      files: {
        file: async () => null,
        newFile: async (_wish, name) => (chosen ? path.join(folder, name) : null),
      },
    })
    const staff = { signInName: 'asha', name: 'Asha', roles: ['merchandiser' as const], password }
    await done(shop.office.as(shop.manager), 'staff.create', staff)
    allowed(await shop.office.ask('session.signIn', { signInName: 'asha', password }))
  })
  afterEach(() => shop.end())

  const label = { name: 'Paid per day', words: ['Mi Selfie Stick Tripod'] }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>₹1,099</text></svg>'
  const save = (chart: RequestInput<'sheets.saveChart'>) => shop.office.ask('sheets.saveChart', chart)
  const lastEntry = async () => {
    const entry = await shop.office.shop?.store.read.audit.last()
    return entry === null || entry === undefined ? null : [entry.action, entry.byName, entry.summary]
  }

  test('the file says in its name what it is, and the trail who took it', async () => {
    const made = allowed(await save({ ...label, kind: 'svg', text: svg }))
    expect(made).toEqual({ file: 'Paid per day, Mi Selfie Stick Tripod, 1 Apr 2018 09.00.svg' })
    expect(readFileSync(path.join(folder, made?.file ?? ''), 'utf8')).toBe(svg)
    expect(await lastEntry()).toEqual(['charts.export', 'Asha', 'Saved the chart “Paid per day” as SVG'])
  })

  test('a PNG picture is written byte for byte', async () => {
    const made = allowed(await save({ ...label, kind: 'png', bytes: aPng().toString('base64') }))
    expect(readFileSync(path.join(folder, made?.file ?? '')).equals(aPng())).toBe(true)
  })

  test('where no place is chosen nothing is written and nothing noted', async () => {
    chosen = false
    const before = await lastEntry()
    expect(allowed(await save({ ...label, kind: 'svg', text: svg }))).toBeNull()
    expect([readdirSync(folder), await lastEntry()]).toEqual([[], before])
  })

  test.each([
    ['a text', { kind: 'png', bytes: Buffer.from('no picture').toString('base64') }],
    ['a page', { kind: 'svg', text: '<html></html>' }],
    ['a script', { kind: 'svg', text: svg.replace('<text>', '<script>alert(1)</script><text>') }],
    ['a handler', { kind: 'svg', text: svg.replace('<text>', '<text onclick="alert(1)">') }],
    ['an entity', { kind: 'svg', text: svg.replace('<text>', '<!ENTITY a "b"><text>') }],
  ] as const)('%s is no picture, and not written', async (_what, picture) => {
    expect(refusedBy(await save({ ...label, ...picture })).code).toBe('no-picture')
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['a row is too short', [['2018-04-14']]],
    ['an amount is not whole', [['2018-04-14', 10.5]]],
    ['a day is none', [['2018-02-30', 10]]],
    ['a text stands for an amount', [['2018-04-14', '10']]],
  ] as const)('numbers are refused where %s', async (_why, rows) => {
    const table = {
      columns: [
        { kind: 'day' as const, zone: 'Asia/Kolkata', key: 'day', head: 'Day' },
        { kind: 'money' as const, currency: 'INR' as const, key: 'paid', head: 'Paid' },
      ],
      rows: rows.map((each) => [...each]),
    }
    expect(refusedBy(await save({ ...label, kind: 'csv', table })).code).toBe('invalid-input')
  })

  test('a place that cannot be written is told, and leaves nothing behind', async () => {
    folder = path.join(folder, 'gone')
    expect(refusedBy(await save({ ...label, kind: 'svg', text: svg }))).toMatchObject({
      code: 'not-written',
      message: expect.stringContaining('ENOENT') as string,
    })
    expect(existsSync(folder)).toBe(false)
  })

  test('a page is printed with its shop, its title and the instant at its head', async () => {
    const heads: unknown[] = []
    const pdf = Buffer.from('%PDF-1.7')
    const reply = await shop.office.answerWindow(
      'sheets.savePagePdf',
      { name: 'Overview', words: [] },
      async (head) => {
        heads.push(head)
        return pdf
      },
    )
    expect(allowed(reply)).toEqual({ file: 'Overview, 1 Apr 2018 09.00.pdf' })
    expect(heads).toEqual([{ shop: 'First season', page: 'Overview', at: '1 April 2018, 09:00:00 (Asia/Kolkata)' }])
    expect(readFileSync(path.join(folder, 'Overview, 1 Apr 2018 09.00.pdf')).equals(pdf)).toBe(true)
    expect(await lastEntry()).toEqual(['pages.export', 'Asha', 'Saved the page “Overview” as PDF'])
  })

  test('who asks without a window has no page', async () => {
    expect(refusedBy(await shop.office.ask('sheets.savePagePdf', { name: 'Overview', words: [] })).code).toBe('no-page')
  })
})
