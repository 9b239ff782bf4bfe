import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { firstBreakInTrail } from '../../electron/audit/checkTrail'
import { createOffice, type Asker, type Office } from '../../electron/office'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { NotSaved, type Store } from '../../electron/store/store'
import type { CampaignId } from '../../shared/ids'
import { everyOrder } from '../../shared/orders/requests'
import type { CampaignTerms } from '../../shared/campaigns/campaign'
import type { RequestOutput } from '../../shared/requests'
import { later, minute } from '../../shared/time'
import { allowed, endsAt, inIndia, refusedBy, startsAt } from '../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  cheapPasswords,
  command,
  done,
  password,
  pay,
  type TestOffice,
} from './anOffice'

/** The real store, until it is told to stand still: from then on nothing is written any more, as if the program were gone. */
let writesLeft = Infinity
async function openStoreThatStops(folder: string): Promise<Store> {
  const inner = await openEmbeddedStore(folder)
  return {
    ...inner,
    transact: async (work) => {
      writesLeft -= 1
      if (writesLeft < 0) throw new NotSaved('The program was killed.')
      return inner.transact(work)
    },
  }
}

let shop: TestOffice
let file: string
let campaignId: CampaignId
const now = inIndia('2018-04-15T12:00:00')

const prepare = async (terms: Partial<CampaignTerms> = {}): Promise<void> => {
  writesLeft = Infinity
  shop = await anOffice({
    openStore: openStoreThatStops,
    files: { newFile: async (_wish, name) => path.join(shop.folder, name), file: async () => file },
  })
  file = path.join(shop.folder, 'storefront.csv')
  const asker = shop.office.as(shop.manager)
  const productId = await aReadyProduct(asker)
  campaignId = await aLaunchedCampaign(asker, productId, { target: { kind: 'units', units: 100 }, ...terms })
  shop.clock.set(now)
  allowed(await shop.office.ask('session.signIn', { signInName: 'meera', password }))
}
beforeEach(() => prepare())
afterEach(async () => {
  writesLeft = Infinity
  await shop.end()
})

const heads =
  'Order ID,Created at,Product name,Qty,Total,Customer name,Mobile,Email,Address,City,Pincode,Payment method,Payment ID,Paid at'

interface Line {
  readonly reference?: string
  readonly placedAt?: string
  readonly product?: string
  readonly units?: string
  readonly total?: string
  readonly phone?: string
  readonly pin?: string
  readonly mode?: string
  readonly payment?: string
  readonly paidAt?: string
}

let lines = 0
/** A paid order of one unit, placed and paid on 10 April. */
const line = (of: Line = {}): string => {
  lines += 1
  const reference = of.reference ?? `SF-${lines}`
  const phone = of.phone ?? `98${String(10_000_000 + lines)}`
  const paid = [of.mode ?? 'UPI', of.payment ?? `pay_${lines}`, of.paidAt ?? '2018-04-10 10:05:00']
  const {
    placedAt = '2018-04-10 10:00:00',
    product = 'Mi Selfie Stick Tripod',
    units = '1',
    total = '',
    pin = '560 001',
  } = of
  return [
    reference,
    placedAt,
    product,
    units,
    total,
    'Asha Rao',
    phone,
    '',
    '12 MG Road',
    'Bengaluru',
    pin,
    ...paid,
  ].join(',')
}
const unpaid = { mode: '', payment: '', paidAt: '' }

const write = (...rows: readonly string[]) => writeFile(file, [heads, ...rows, ''].join('\r\n'))

type Chosen = NonNullable<RequestOutput<'sheets.chooseImport'>>
async function choose(office: Asker = shop.office): Promise<Chosen> {
  const chosen = allowed(await office.ask('sheets.chooseImport', {}))
  if (chosen === null) throw new Error('A file was chosen.')
  return chosen
}
const rehearse = async () => {
  const { fileId, mapping } = await choose()
  return allowed(await shop.office.ask('sheets.rehearseImport', { fileId, mapping }))
}
async function importAll() {
  const { fileId, mapping } = await choose()
  const { ready } = allowed(await shop.office.ask('sheets.rehearseImport', { fileId, mapping }))
  return shop.office.ask('sheets.startImport', { fileId, mapping, orders: ready })
}
const ordersIn = async (office: Office = shop.office) => {
  const read = office.shop?.store.read
  if (read === undefined) throw new Error('A shop is open.')
  const { offset: _none, ...every } = everyOrder
  const walked = await read.orders.walk(every, shop.clock.now())
  return walked.slice(0, 100_000)
}
const campaignNow = async () => allowed(await shop.office.ask('campaigns.one', { id: campaignId }))
const facts = async () => JSON.stringify([await ordersIn(), await shop.office.shop?.store.read.audit.last()])

describe('a file of a storefront', () => {
  test('has its columns known by what storefronts call them', async () => {
    await write(line())
    const { mapping, remembered, rows } = await choose()
    expect(mapping).toMatchObject({
      reference: 'Order ID',
      units: 'Qty',
      postalCode: 'Pincode',
      mode: 'Payment method',
      variant: null,
    })
    expect([remembered, rows.length]).toEqual([false, 1])
  })

  test('is rehearsed by every rule, and nothing is changed', async () => {
    const before = await facts()
    await write(
      line(),
      line({ ...unpaid, placedAt: '2018-04-15 11:50:00' }),
      line({ paidAt: '2018-04-10 11:00:00', placedAt: '2018-04-10T10:00:00+05:30' }),
    )
    expect(await rehearse()).toMatchObject({ rows: 3, bad: 0, known: 0, ready: 3, paid: 1, late: 1 })
    expect(await facts()).toBe(before)
  })

  test.each<[string, string, Line, RegExp]>([
    ['a product that is not here', 'Product name', { product: 'Mi Fan' }, /product of this name/u],
    [
      'a time before the campaign',
      'Created at',
      { placedAt: '2018-04-01 10:00:00' },
      /No campaign of this product ran/u,
    ],
    ['a time that must be guessed', 'Created at', { placedAt: '04/10/2018 10:00' }, /2018-04-14 18:02/u],
    ['a day that is none', 'Created at', { placedAt: '2018-02-30 10:00:00' }, /2018-04-14 18:02/u],
    ['no whole units', 'Qty', { units: '1.5' }, /number|whole/iu],
    ['no units', 'Qty', { units: '0' }, /At least 1/u],
    ['another price', 'Total', { total: '1000' }, /The price at that time was ₹1,099/u],
    ['no mobile number', 'Mobile', { phone: '12345' }, /mobile number of ten digits/u],
    ['no PIN code', 'Pincode', { pin: '0123' }, /PIN code of six digits/u],
    ['an unknown payment mode', 'Payment method', { mode: 'cash' }, /Write one of UPI/u],
    ['a payment without its reference', 'Payment ID', { payment: '' }, /needed/u],
    ['a payment before the order', 'Paid at', { paidAt: '2018-04-09 10:00:00' }, /before the order was placed/u],
    ['a payment in the future', 'Paid at', { paidAt: '2018-04-16 10:00:00' }, /in the future/u],
    ['an empty order number', 'Order ID', { reference: ' ' }, /needed/u],
  ])('with %s is refused whole, and the report names line, column and what to do', async (_, column, wrong, what) => {
    await write(line(), line(wrong), line())
    const { fileId, mapping } = await choose()
    const report = allowed(await shop.office.ask('sheets.rehearseImport', { fileId, mapping }))
    expect(report).toMatchObject({ rows: 3, bad: 1, ready: 2 })
    expect(report.problems).toEqual([
      expect.objectContaining({ line: 3, column, what: expect.stringMatching(what) as string }),
    ])
    const before = await facts()
    expect(refusedBy(await shop.office.ask('sheets.startImport', { fileId, mapping, orders: 2 })).code).toBe(
      'changed-since',
    )
    expect(await facts()).toBe(before)
  })

  test('with one order, or one payment, twice is refused with both lines', async () => {
    await write(line({ reference: 'A' }), line({ reference: 'A' }), line({ payment: 'p' }), line({ payment: 'p' }))
    expect((await rehearse()).problems).toMatchObject([
      { line: 3, column: 'Order ID', what: 'Line 2 has this order already. Leave one of them.' },
      { line: 5, column: 'Payment ID', what: 'Line 4 has a payment with this reference.' },
    ])
  })

  test('with lines that do not fit, beyond limits, or with known payments, is refused', async () => {
    await shop.end()
    await prepare({ perSupporterLimit: 2, cap: 4, target: { kind: 'units', units: 3 } })
    const asker = shop.office.as(shop.manager)
    const campaign = await campaignNow()
    const here = await anOrder(asker, campaignId, campaign?.campaign.productId as never, { phone: '98450 12345' })
    await pay(asker, shop.clock, here)
    const [first] = await ordersIn()
    const payment = first?.payments[0]
    await write(
      line({ phone: '9845012345', units: '2' }),
      line({ phone: '98 765 43210', units: '2' }),
      line({ units: '2' }),
      line({ payment: payment?.reference ?? '' }),
      'one,two',
    )
    expect((await rehearse()).problems).toMatchObject([
      { line: 2, column: 'Qty', what: expect.stringContaining('already has 1 unit') as string },
      { line: 4, column: 'Qty', what: expect.stringContaining('Only 1 unit') as string },
      { line: 5, column: 'Payment ID', what: expect.stringContaining('on another order') as string },
      { line: 6, column: null, what: 'This line has 2 cells, the header has 14.' },
    ])
    expect(allowed(await shop.office.ask('sheets.saveProblems', {}))).toMatchObject({ rows: 4 })
    expect(await readFile(path.join(shop.folder, 'Problems of an import.csv'), 'utf8')).toContain('2,Qty,')
  })

  test('that lacks a needed column says which', async () => {
    await writeFile(file, 'Order ID,Qty\r\n1,1\r\n')
    const { fileId, mapping } = await choose()
    expect(refusedBy(await shop.office.ask('sheets.rehearseImport', { fileId, mapping }))).toMatchObject({
      code: 'column-needed',
      field: 'mapping.placedAt',
    })
  })
})

describe('an import', () => {
  test('brings every order as it was placed and paid, in the order of placing', async () => {
    await write(
      line({
        reference: 'B',
        placedAt: '2018-04-11 10:00:00',
        paidAt: '2018-04-11 10:10:00',
        units: '3',
        payment: 'pay_b',
      }),
      line({ reference: 'A', mode: 'Credit Card', payment: 'pay_a' }),
      line({ ...unpaid, reference: 'C', placedAt: '2018-04-15 11:45:00' }),
    )
    expect(allowed(await importAll())).toEqual({ orders: 3 })
    const orders = await ordersIn()
    expect(orders.map(({ storefrontReference }) => storefrontReference)).toEqual(['A', 'B', 'C'])
    expect(orders[0]).toMatchObject({
      placedAt: inIndia('2018-04-10T10:00:00'),
      placedBy: 'Meera Iyer',
      payBy: inIndia('2018-04-10T10:30:00'),
      payments: [
        { mode: 'card', reference: 'pay_a', paidAt: inIndia('2018-04-10T10:05:00'), recordedAt: now, late: null },
      ],
      supporter: { phone: expect.stringMatching(/^\+9198/u) as string, address: { postalCode: '560001' } },
    })
    expect(orders[1]).toMatchObject({ units: 3, total: 3 * 109_900 })
    expect(orders[2]).toMatchObject({ payments: [], lapsedAt: null })
    expect((await campaignNow())?.tally).toMatchObject({ net: { orders: 2, units: 4 }, awaiting: { orders: 1 } })
  })

  test('of the same file twice adds nothing, and of a longer one only what is new', async () => {
    const first = [line({ reference: 'A' }), line({ reference: 'B' })]
    await write(...first)
    allowed(await importAll())
    expect(await rehearse()).toMatchObject({ rows: 2, bad: 0, known: 2, ready: 0 })
    await write(...first, line({ reference: 'C' }))
    expect(await rehearse()).toMatchObject({ known: 2, ready: 1 })
    expect(allowed(await importAll())).toEqual({ orders: 1 })
    expect((await ordersIn()).map((order) => order.storefrontReference)).toEqual(['A', 'B', 'C'])
    await write(line({ reference: 'A', units: '2' }))
    expect((await rehearse()).problems).toMatchObject([
      { column: 'Order ID', what: expect.stringContaining('with 1 units') as string },
    ])
  })

  test('remembers its mapping for the next file of the same making', async () => {
    await write(line())
    allowed(await importAll())
    await write(line())
    expect(await choose()).toMatchObject({ remembered: true, mapping: { reference: 'Order ID' } })
  })

  test('funds the campaign at the instant of the payment that took it there, whatever the order of the rows', async () => {
    await shop.end()
    await prepare({ target: { kind: 'units', units: 3 } })
    await write(
      line({ placedAt: '2018-04-12 10:00:00', paidAt: '2018-04-12 10:09:00' }),
      line({ placedAt: '2018-04-10 10:00:00', paidAt: '2018-04-10 10:29:00', units: '2' }),
      line({ placedAt: '2018-04-11 10:00:00', paidAt: '2018-04-11 10:01:00' }),
    )
    allowed(await importAll())
    expect((await campaignNow())?.campaign.fundedAt).toBe(inIndia('2018-04-11T10:01:00'))
  })

  test('of a file that changed since the rehearsal, or whose campaign did, changes nothing', async () => {
    await write(line(), line())
    const { fileId, mapping } = await choose()
    allowed(await shop.office.ask('sheets.rehearseImport', { fileId, mapping }))
    await write(line())
    const before = await facts()
    expect(refusedBy(await shop.office.ask('sheets.startImport', { fileId, mapping, orders: 2 })).code).toBe(
      'changed-since',
    )
    expect(await facts()).toBe(before)
  })

  test('is not for merchandisers', async () => {
    const other = { signInName: 'asha', name: 'Asha Nair', roles: ['merchandiser' as const], password }
    await done(shop.office.as(shop.manager), 'staff.create', other)
    allowed(await shop.office.ask('session.signIn', { signInName: 'asha', password }))
    expect(refusedBy(await shop.office.ask('sheets.chooseImport', {})).code).toBe('not-allowed')
  })
})

describe('an import that is killed', () => {
  const count = 150
  const rows = Array.from({ length: count }, (_, index) => ({ reference: `K-${index}` }))

  /** What a killed program leaves behind: the folder as it is, without the lock of a process that in truth lives on here. */
  async function leftBehind(): Promise<string> {
    const folder = path.join(shop.folder, 'crashed')
    await cp(path.join(shop.folder, 'shop'), folder, { recursive: true })
    for (const name of await readdir(folder)) if (name.startsWith('lock')) await rm(path.join(folder, name))
    return folder
  }

  const open = async (folder: string): Promise<Office> => {
    const office = createOffice({ folder: shop.folder, clock: shop.clock, passwordCost: cheapPasswords })
    await office.openIn(folder)
    return office
  }

  // Its commits: the decision, three parts of 64, 64 and 22 orders, and the end.
  test.each([0, 1, 2, 3, 4])(
    'before its commit %i comes whole at the next opening, or not at all: nothing twice, nothing missed',
    { timeout: 60_000 },
    async (commits) => {
      await write(...rows.map(line))
      const { fileId, mapping } = await choose()
      allowed(await shop.office.ask('sheets.rehearseImport', { fileId, mapping }))
      writesLeft = commits
      const reply = await shop.office.ask('sheets.startImport', { fileId, mapping, orders: count })
      expect(refusedBy(reply).code).toBe(commits === 0 ? 'not-saved' : 'goes-on')

      const office = await open(await leftBehind())
      const orders = await office.shop?.store.read.settings.get()
      expect(orders?.importUnderWay === null).toBe(commits === 0)
      while ((await office.shop?.store.read.settings.get())?.importUnderWay !== null) {
        await new Promise<void>((resolve) => {
          const stop = office.watch(() => {
            stop()
            resolve()
          })
        })
      }
      const found = (await ordersIn(office)).map(({ storefrontReference }) => storefrontReference)
      expect(found.toSorted()).toEqual(commits === 0 ? [] : rows.map(({ reference }) => reference).toSorted())
      const read = office.shop?.store.read
      expect(read && (await firstBreakInTrail(read))).toBeNull()
      await office.close()
    },
  )

  test('keeps others from taking its room until it is in', async () => {
    await write(...rows.map(line))
    const { fileId, mapping } = await choose()
    writesLeft = 2
    refusedBy(await shop.office.ask('sheets.startImport', { fileId, mapping, orders: count }))
    writesLeft = Infinity
    const asker = shop.office.as(shop.manager)
    const campaign = await campaignNow()
    const placed = await command(asker, 'orders.place', {
      campaignId,
      productId: campaign?.campaign.productId ?? '',
      variantId: 'variant-black',
      units: 1,
      total: 109_900,
      supporter: {
        name: 'A',
        phone: '9845012345',
        email: '',
        address: { line1: 'x', line2: '', city: 'y', region: '', postalCode: '560001' },
      },
    })
    expect(refusedBy(placed).code).toBe('import-under-way')
    shop.clock.set(later(endsAt, minute))
    expect(startsAt).toBeLessThan(endsAt)
    const approved = await command(asker, 'settlement.approve', {
      id: campaignId,
      outcome: 'failed',
      newlyOwed: 0,
      password,
    })
    expect(refusedBy(approved).code).toBe('import-under-way')
  })

  test('whose kept orders were damaged says so and brings nothing of them', async () => {
    await write(...rows.map(line))
    const { fileId, mapping } = await choose()
    writesLeft = 2
    refusedBy(await shop.office.ask('sheets.startImport', { fileId, mapping, orders: count }))
    const folder = await leftBehind()
    const [kept = ''] = await readdir(path.join(folder, 'imports'))
    const bytes = await readFile(path.join(folder, 'imports', kept))
    bytes[100] = (bytes[100] ?? 0) ^ 1
    await writeFile(path.join(folder, 'imports', kept), bytes)
    const bugs: unknown[] = []
    const office = createOffice({
      folder: shop.folder,
      clock: shop.clock,
      reportBug: (_event, error) => bugs.push(error),
    })
    await office.openIn(folder)
    await office.close()
    expect(bugs).toMatchObject([{ name: 'ImportDamaged' }])
  })
})
