import { describe, expect, test } from 'vitest'
import { minor } from '../../../shared/money'
import { chartTable, headOf, pointsOf, ratio, rawText, type ChartColumn } from '../../../shared/reports/chartTable'
import { inIndia, india } from '../../shared/builders'

const day = { kind: 'day', zone: india, key: 'day', head: 'Day' } as const
const paid = { kind: 'money', currency: 'INR', key: 'paid', head: 'Paid' } as const
const share = { kind: 'share', key: 'share', head: 'Funded' } as const

test('what is missing stays missing, whatever stands for it, and 0 stays 0', () => {
  const rows = [
    { day: '2018-04-14', paid: minor(0), share: 0 / 0 },
    { day: '2018-02-30', paid: null, share: 1 / 0 },
    { day: '2018-04-16', paid: undefined, share: -0 },
  ]
  const table = chartTable([day, paid, share], rows)
  expect(table.rows).toEqual([
    ['2018-04-14', 0, null],
    [null, null, null],
    ['2018-04-16', null, 0],
  ])
  expect(pointsOf(table)[0]).toEqual({ row: 0, day: '2018-04-14', paid: 0, share: null })
})

test('an amount that is not whole is a mistake and never drawn', () => {
  expect(() => chartTable([paid], [{ paid: 10.5 }])).toThrow('safe integer')
})

test('a part of nothing, and of what is not known, is not known', () => {
  expect([ratio(3, 4), ratio(0, 4), ratio(3, 0), ratio(null, 4), ratio(3, null)]).toEqual([0.75, 0, null, null, null])
})

describe('a head has the unit or the zone, a cell the plain number', () => {
  const cases: readonly (readonly [string, ChartColumn, number | string | null, string])[] = [
    ['Day (Asia/Kolkata)', day, '2018-04-14', '2018-04-14'],
    ['Paid (INR)', paid, 10_990_005, '109900.05'],
    ['Paid (INR)', paid, -5, '-0.05'],
    ['Paid (INR)', paid, null, ''],
    ['Funded (%)', share, 0.07, '7'],
    ['Orders (orders)', { kind: 'count', unit: 'order', key: 'orders', head: 'Orders' }, 124_310, '124310'],
    ['09', { kind: 'count', unit: '', key: 'h', head: '09' }, 3, '3'],
    ['Wait (hours)', { kind: 'figure', unit: 'hours', decimals: 1, key: 'wait', head: 'Wait' }, 3.25, '3.25'],
    ['Index', { kind: 'figure', unit: '', decimals: 1, key: 'index', head: 'Index' }, 3.25, '3.25'],
    ['Mode', { kind: 'text', key: 'mode', head: 'Mode' }, 'UPI', 'UPI'],
    [
      'Placed (Asia/Kolkata)',
      { kind: 'instant', zone: india, key: 'at', head: 'Placed' },
      inIndia('2018-04-14T18:02:05'),
      '2018-04-14 18:02:05',
    ],
  ]
  test.each(cases)('%s: %j', (head, column, value, text) => {
    expect([headOf(column), rawText(column, value)]).toEqual([head, text])
  })
})
