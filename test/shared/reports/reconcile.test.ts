import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, type OrderId, type PaymentId, type RefundId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { Order } from '../../../shared/orders/order'
import { Reconciliation, reconcileTotals } from '../../../shared/reports/reconcile/reconcile'
import { proposedColumns, settlementColumns } from '../../../shared/reports/reconcile/settlementFields'
import {
  guessUnit,
  settlementLine,
  type AmountUnit,
  type SettlementLine,
} from '../../../shared/reports/reconcile/settlementFile'
import { day, type Day } from '../../../shared/time'
import { india, inIndia } from '../builders'
import { anEvent, aPaidOrder, aRefund } from '../orderBuilders'

const header = [
  'entity_id',
  'type',
  'amount',
  'fee',
  'tax',
  'debit',
  'credit',
  'payment_id',
  'settled_at',
  'settlement_id',
]

const columnsOf = (heads: readonly string[]) => settlementColumns(proposedColumns(heads).mapping, heads)

function lineOf(cells: readonly string[], unit: AmountUnit = 'whole', heads: readonly string[] = header, line = 2) {
  return settlementLine(line, cells, { columns: columnsOf(heads), unit, zone: india })
}

describe('a line of a settlement file', () => {
  test('is read in rupees or in paise, as the file writes them', () => {
    const rupees = lineOf(['pay_1', 'payment', '1,099.00', '25.94', '3.96', '0', '1073.06', '', '2018-04-16', 'setl_1'])
    const paise = lineOf(
      ['pay_1', 'payment', '109900', '2594', '396', '0', '107306', '', '1523851200', 'setl_1'],
      'smallest',
    )
    expect(rupees).toEqual({
      line: 2,
      kind: 'payment',
      reference: 'pay_1',
      paymentReference: 'pay_1',
      amount: 109_900,
      fee: 2594,
      tax: 396,
      net: 107_306,
      settledOn: '2018-04-16',
      settlement: 'setl_1',
    })
    expect(paise).toEqual(rupees)
    const columns = columnsOf(header)
    expect(guessUnit([['pay_1', 'payment', '1099.00']], columns)).toBe('whole')
    expect(guessUnit([['pay_1', 'payment', '109900']], columns)).toBe('smallest')
  })

  test('tells its net by credit and debit, or by amount, fee and a tax that the fee does not hold', () => {
    const net = (heads: readonly string[], cells: readonly string[]) => lineOf(cells, 'whole', heads)
    expect(net(['payment_id', 'amount', 'fee', 'tax'], ['pay_1', '100', '2', '0.36'])).toMatchObject({ net: 9800 })
    expect(net(['payment_id', 'amount', 'fee (exclusive tax)', 'tax'], ['pay_1', '100', '2', '0.36'])).toMatchObject({
      net: 9764,
    })
    expect(lineOf(['adj_1', 'adjustment', '5.00', '', '', '5.00', '0', '', '', ''])).toMatchObject({
      amount: -500,
      net: -500,
    })
  })

  test.each([
    ['pay_1', 'payment', '10.999'],
    ['pay_1', 'payment', '1e9'],
    ['pay_1', 'payment', ''],
    ['pay_1', 'payment', '-5'],
    ['', 'payment', '5'],
    ['pay_1', 'transfer', '5'],
    ['pay_1', 'payment', '5', '', '', '', '', '', '31/02/2018'],
    ['x'.repeat(300), 'payment', '5'],
  ])('that says %j, %j, %j is not read, and says why', (...cells) => {
    expect(lineOf(cells)).toHaveProperty('why')
  })

  test('with decimals is no amount in smallest units', () => {
    expect(lineOf(['pay_1', 'payment', '1099.50'], 'smallest')).toHaveProperty('why')
  })
})

const paidOn = inIndia('2018-04-12T12:00:00')
const at = inIndia('2018-05-10T12:00:00')
const terms = { zone: india, daysOff: new Set<Day>(), at }

/** An order with one payment of that reference, at noon of a Thursday. */
function paid(count: number, reference: string, order: Partial<Order> = {}): Order {
  const made = aPaidOrder({ sequence: count, id: id<OrderId>(`order-000${count}`), ...order })
  const payments = made.payments.map((payment) => ({
    ...payment,
    id: id<PaymentId>(`payment-000${count}`),
    reference,
    paidAt: paidOn,
  }))
  return { ...made, payments }
}

const aLine = (line: number, overrides: Partial<SettlementLine> = {}): SettlementLine => ({
  line,
  kind: 'payment',
  reference: `pay_${line}`,
  paymentReference: `pay_${line}`,
  amount: minor(109_900),
  fee: minor(0),
  tax: minor(0),
  net: minor(109_900),
  settledOn: day('2018-04-16'),
  settlement: '',
  ...overrides,
})

function held(lines: readonly SettlementLine[], orders: readonly Order[], daysOff: ReadonlySet<Day> = new Set()) {
  const reconciliation = new Reconciliation(lines, [], { ...terms, daysOff })
  for (const order of orders) reconciliation.see(order)
  return reconciliation
}

const verdictsOf = (lines: readonly SettlementLine[], orders: readonly Order[]) =>
  held(lines, orders)
    .judged()
    .map(({ verdict }) => verdict)

test('a line matches, differs, or is not on record', () => {
  const orders = [paid(1, 'pay_1'), paid(2, 'pay_2')]
  const lines = [aLine(1), aLine(2, { amount: minor(100) }), aLine(3)]
  expect(verdictsOf(lines, orders)).toEqual(['matches', 'amount differs', 'unknown'])
})

test('what stands twice counts once, whichever of them is right', () => {
  const again = aLine(2, { reference: 'pay_1' })
  expect(verdictsOf([aLine(1), again], [paid(1, 'pay_1')])).toEqual(['matches', 'twice'])
  const wrong = aLine(1, { amount: minor(1) })
  expect(verdictsOf([wrong, again], [paid(1, 'pay_1')])).toEqual(['twice', 'matches'])
})

test('a refund is known by its reference, else by its payment and amount; one that is still owed here is told', () => {
  const order = paid(1, 'pay_1')
  const refund = (count: number, reference: string | null) =>
    aRefund({
      id: id<RefundId>(`refund-000${count}`),
      key: `key-${count}`,
      paymentId: order.payments[0]?.id ?? id<PaymentId>('payment-none'),
      amount: minor(500),
      events: reference === null ? [] : [{ ...anEvent('sent'), kind: 'sent', reference }],
    })
  const line = (count: number, reference: string, amount = 500) =>
    aLine(count, { kind: 'refund', reference, paymentReference: 'pay_1', amount: minor(amount) })
  const orders = [{ ...order, refunds: [refund(1, null), refund(2, 'rfnd_2')] }]
  expect(verdictsOf([line(1, 'rfnd_9'), line(2, 'rfnd_2')], orders)).toEqual(['not sent here', 'matches'])
  expect(verdictsOf([line(1, 'rfnd_2', 400)], orders)).toEqual(['amount differs'])
  expect(verdictsOf([line(1, 'rfnd_2'), line(2, 'rfnd_8'), line(3, 'rfnd_9')], orders)).toEqual([
    'matches',
    'not sent here',
    'unknown',
  ])
})

test('a payment is missing when its two working days are over within the days of the file, weekends and holidays aside', () => {
  const orders = [paid(1, 'pay_1'), paid(2, 'pay_2')]
  // Thursday noon and two working days: Monday.
  expect(held([aLine(1)], orders).missing()).toMatchObject([{ reference: 'pay_2', expectedOn: '2018-04-16' }])
  const friday = [aLine(1, { settledOn: day('2018-04-13') })]
  expect(held(friday, orders).missing()).toEqual([])
  expect(held([aLine(1)], orders, new Set([day('2018-04-13')])).missing()).toEqual([])
  expect(held([aLine(1, { settledOn: null })], orders).range).toBeNull()
  expect(held([aLine(1), aLine(2)], orders).missing()).toEqual([])
})

const anyLine = fc.record({
  reference: fc.integer({ min: 1, max: 12 }).map((count) => `pay_${count}`),
  amount: fc.constantFrom(109_900, 500).map(minor),
  kind: fc.constantFrom('payment' as const, 'refund' as const),
})

test('in whatever order the lines and orders come, the verdicts, sums and missing payments are the same, and nothing is lost', () => {
  const orders = Array.from({ length: 8 }, (_, index) => paid(index + 1, `pay_${index + 1}`))
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat(), { minLength: 64, maxLength: 64 }),
      (some, chance) => {
        const lines = some.map(({ reference, amount, kind }, index) =>
          aLine(index + 2, { kind, reference, paymentReference: reference, amount, net: amount }),
        )
        const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
          items
            .map((item, index) => ({ item, key: chance[index] ?? 0 }))
            .sort((left, right) => left.key - right.key)
            .map(({ item }) => item)
        const told = (from: readonly SettlementLine[], known: readonly Order[]) => {
          const reconciliation = held(from, known)
          const judged = reconciliation.judged()
          expect(judged).toHaveLength(lines.length)
          const totals = reconcileTotals(judged)
          expect(totals.payments - totals.refunds).toBe(
            totals.recorded + totals.differing + totals.unknown + totals.twice,
          )
          const verdicts = judged.map(({ read, verdict }) => `${read?.kind ?? ''} ${read?.reference ?? ''} ${verdict}`)
          return {
            verdicts: verdicts.sort(),
            net: totals.net,
            missing: reconciliation.missing().map((each) => each.reference),
          }
        }
        const first = told(lines, orders)
        expect(told(shuffled(lines), shuffled(orders))).toEqual(first)
        expect(told(lines, orders)).toEqual(first)
      },
    ),
  )
})
