import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  proposedColumns,
  settlementColumns,
  settlementFieldIds,
  settlementFields,
  settlementMappingProblem,
  type SettlementMapping,
} from '../../../shared/reports/reconcile/settlementFields'
import { amountUnits, settlementLine } from '../../../shared/reports/reconcile/settlementFile'
import { india } from '../builders'

const nothing = Object.fromEntries(settlementFieldIds.map((field) => [field, null])) as SettlementMapping

describe('columns by what gateways call theirs', () => {
  test.each([
    [['entity_id', 'type', 'amount', 'fee', 'tax', 'settled_at', 'settlement_id']],
    [['Payment ID', 'Gross Amount', 'Fees', 'GST', 'Settlement Date', 'UTR']],
    [['transaction_id', 'Transaction Type', 'Transaction Amount', 'fee (exclusive tax)', 'credit', 'debit']],
    [['razorpay_payment_id', 'AMOUNT']],
  ])('%j are known without asking', (header) => {
    const { mapping, known } = proposedColumns(header)
    expect(known).toBe(true)
    expect(
      Object.values(mapping)
        .filter((head) => head !== null)
        .toSorted(),
    ).toEqual(header.toSorted())
  })

  test('each known name is that of its field, however it is written', () => {
    for (const field of settlementFieldIds) {
      for (const name of settlementFields[field].known) {
        for (const head of [name, name.toUpperCase(), name.replaceAll('_', ' '), name.replaceAll('_', '-')]) {
          expect([head, proposedColumns([head, 'other']).mapping[field]]).toEqual([head, head])
        }
      }
    }
  })

  test.each([
    ['without references', ['name', 'amount']],
    ['without amounts', ['payment_id', 'status']],
    ['of another language', ['Zahlung', 'Brutto']],
    ['with an amount twice', ['payment_id', 'amount', 'amount (2)']],
    ['with a fee twice, which would change what is settled', ['payment_id', 'amount', 'fee', 'Fee (2)']],
    ['with nothing', ['Column 1']],
  ])('a file %s is for a person to say', (_what, header) => {
    expect(proposedColumns(header).known).toBe(false)
  })

  test('a name that stands for two columns is proposed for none', () => {
    const { mapping } = proposedColumns(['payment_id', 'amount', 'amount (2)', 'tax'])
    expect(mapping).toMatchObject({ payment: 'payment_id', amount: null, tax: 'tax' })
  })
})

describe('a mapping is refused at its field', () => {
  const header = ['Ref', 'Paid in', 'Other']
  test.each([
    ['without an amount', { entity: 'Ref' }, 'column-needed', 'amount'],
    ['without any reference', { amount: 'Paid in' }, 'column-needed', 'entity'],
    ['where a column is not in the file', { entity: 'Ref', amount: 'Gross' }, 'no-such-column', 'amount'],
    ['where one column stands for two', { entity: 'Ref', amount: 'Ref' }, 'column-twice', 'amount'],
    ['where two amounts are one', { entity: 'Ref', amount: 'Paid in', fee: 'Paid in' }, 'column-twice', 'fee'],
  ])('%s', (_what, said, code, field) => {
    expect(settlementMappingProblem({ ...nothing, ...said }, header)?.refusal).toMatchObject({
      code,
      field: `mapping.${field}`,
    })
  })

  test('and good with either reference', () => {
    expect(settlementMappingProblem({ ...nothing, entity: 'Ref', amount: 'Paid in' }, header)).toBeNull()
    expect(settlementMappingProblem({ ...nothing, payment: 'Ref', amount: 'Paid in' }, header)).toBeNull()
  })
})

const amount = fc.constantFrom('', '0', '5', '1,099', '1099.00', '25.94', '10.999', '-5', 'none')
const cells: Readonly<Record<(typeof settlementFieldIds)[number], fc.Arbitrary<string>>> = {
  entity: fc.constantFrom('', 'pay_1', 'rfnd_1'),
  payment: fc.constantFrom('', 'pay_1', 'pay_2'),
  kind: fc.constantFrom('', 'payment', 'Refund', 'adjustment', 'sale'),
  amount,
  fee: amount,
  tax: amount,
  credit: amount,
  debit: amount,
  settledAt: fc.constantFrom('', '2018-04-16', '16/04/2018 10:00', '1523851200', '31/02/2018'),
  settlement: fc.constantFrom('', 'setl_1'),
  utr: fc.constantFrom('', 'UTR1'),
}
const knownHead = (field: (typeof settlementFieldIds)[number]): string =>
  settlementFields[field].known[0] ?? settlementFields[field].label

test('a file that is mapped by hand says line for line what the same file says under known names, in whatever order its columns stand', () => {
  fc.assert(
    fc.property(
      fc
        .subarray([...settlementFieldIds], { minLength: 2 })
        .filter((ids) => ids.includes('amount') && (ids.includes('entity') || ids.includes('payment'))),
      fc.record(cells),
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 11, maxLength: 11 }),
      fc.array(fc.nat(), { minLength: 11, maxLength: 11 }),
      fc.constantFrom(...amountUnits),
      (ids, row, names, chance, unit) => {
        const known = ids.map(knownHead)
        const proposed = proposedColumns(known)
        expect(proposed.known).toBe(true)
        const shuffled = ids
          .map((id, place) => ({ id, name: names[place] ?? '', key: chance[place] ?? 0 }))
          .toSorted((left, right) => left.key - right.key)
        const mapping = { ...nothing, ...Object.fromEntries(shuffled.map(({ id, name }) => [id, name])) }
        const header = shuffled.map(({ name }) => name)
        expect(settlementMappingProblem(mapping, header)).toBeNull()
        const read = (of: SettlementMapping, heads: readonly string[], values: readonly string[]) =>
          settlementLine(2, values, { columns: settlementColumns(of, heads), unit, zone: india })
        const byHand = read(
          mapping,
          header,
          shuffled.map(({ id }) => row[id]),
        )
        expect(byHand).toEqual(
          read(
            proposed.mapping,
            known,
            ids.map((id) => row[id]),
          ),
        )
      },
    ),
    { numRuns: 500 },
  )
})
