import { describe, expect, test } from 'vitest'
import { axisWords, shareWords, valueText, valueWords } from '../../../../renderer/ui/chart/chartWords'
import type { ChartColumnKind } from '../../../../shared/reports/chartTable'
import { inIndia, india } from '../../../shared/builders'

const money = { kind: 'money', currency: 'INR' } as const

describe('a value is shown in the words of its market', () => {
  const cases: readonly (readonly [ChartColumnKind, number | string | null, string, string])[] = [
    [money, 1_23_45_678_90, '₹1,23,45,678.90', '₹1,23,45,678.90'],
    [{ kind: 'money', currency: 'CNY' }, 1099_00, '¥1,099', '¥1,099'],
    [money, null, '–', '–'],
    [money, 0, '₹0', '₹0'],
    [{ kind: 'count', unit: 'unit' }, 1, '1', '1 unit'],
    [{ kind: 'count', unit: 'unit' }, -1_24_310, '−1,24,310', '−1,24,310 units'],
    [{ kind: 'count', unit: '' }, 3, '3', '3'],
    [{ kind: 'share' }, 0.6404, '64.0 %', '64.0 %'],
    [{ kind: 'figure', unit: 'hours', decimals: 1 }, 3.25, '3.3', '3.3 hours'],
    [{ kind: 'day', zone: india }, '2018-04-14', '14 Apr 2018', '14 Apr 2018'],
    [{ kind: 'instant', zone: india }, inIndia('2018-04-14T18:02:00'), '14 Apr, 18:02', '14 Apr, 18:02'],
    [{ kind: 'text' }, 'UPI', 'UPI', 'UPI'],
  ]
  test.each(cases)('%j: %j', (kind, value, text, words) => {
    const column = { ...kind, key: 'value', head: 'Value' }
    expect([valueText(column, value), valueWords(column, value)]).toEqual([text, words])
  })
})

test('axes count amounts in lakh and crore, 万 and 亿', () => {
  expect([1_50_000_00, 2_00_00_000_00].map(axisWords(money))).toEqual(['₹1.5 lakh', '₹2 crore'])
  expect([15_000_00, 100_000_000_00].map(axisWords({ kind: 'money', currency: 'CNY' }))).toEqual(['¥1.5万', '¥1亿'])
  expect(axisWords({ kind: 'share' })(0.25)).toBe('25 %')
  expect(axisWords({ kind: 'count', unit: 'order' })(124_310)).toBe('1,24,310')
})

test('a share of nothing is a dash', () => {
  expect([shareWords(1, 4), shareWords(1, 0), shareWords(null, 4)]).toEqual(['25 %', '–', '–'])
})
