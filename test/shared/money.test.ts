import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  allocate,
  currencies,
  firstShares,
  formatMoney,
  formatMoneyShort,
  minor,
  parseMoney,
  subtract,
  times,
  type Minor,
} from '../../shared/money'

const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(minor)
const sum = (parts: readonly Minor[]): number => parts.reduce((total, part) => total + part, 0)

describe('an amount', () => {
  test('is a safe integer and nothing else', () => {
    for (const wrong of [0.5, Number.NaN, Infinity, 2 ** 53, -(2 ** 53)])
      expect(() => minor(wrong)).toThrow('money is a safe integer')
  })

  test('never is minus zero', () => {
    expect(Object.is(minor(-0), 0)).toBe(true)
  })

  test('adds, subtracts and multiplies exactly, and throws rather than lose a paisa', () => {
    expect(add(minor(1), minor(2), minor(3))).toBe(6)
    expect(subtract(minor(1), minor(3))).toBe(-2)
    expect(times(minor(109_900), 3)).toBe(329_700)
    expect(() => times(minor(Number.MAX_SAFE_INTEGER), 2)).toThrow('money is a safe integer')
  })
})

describe('a split', () => {
  test('gives the rest to the largest remainders, the earlier on a tie', () => {
    expect(allocate(minor(1000), [1, 1, 1])).toEqual([334, 333, 333])
    expect(allocate(minor(100), [1, 2, 4])).toEqual([14, 29, 57])
    expect(allocate(minor(5), [0, 1, 0])).toEqual([0, 5, 0])
  })

  test('always adds up to the whole, with no part off by a unit or more', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        fc.pre(shares.some((weight) => weight > 0))
        const parts = allocate(total, shares)
        const whole = shares.reduce((left, right) => left + right, 0)
        expect(sum(parts)).toBe(total)
        parts.forEach((part, index) => {
          const exact = (BigInt(total) * BigInt(shares[index] ?? 0)) / BigInt(whole)
          expect(BigInt(part) - exact === 0n || BigInt(part) - exact === 1n).toBe(true)
        })
      }),
    )
  })

  test('of something negative or by nothing is a mistake of ours', () => {
    expect(() => allocate(minor(-1), [1])).toThrow('zero or more')
    expect(() => allocate(minor(1), [0, 0])).toThrow('at least one weight')
    expect(() => allocate(minor(1), [0.5])).toThrow('whole numbers')
  })

  test('into equal parts: the first of them are the first parts of the whole split', () => {
    const cases = fc
      .tuple(amounts, fc.integer({ min: 1, max: 60 }))
      .chain(([total, parts]) => fc.tuple(fc.constant(total), fc.constant(parts), fc.integer({ min: 0, max: parts })))
    fc.assert(
      fc.property(cases, ([total, parts, count]) => {
        const split = allocate(total, new Array<number>(parts).fill(1))
        expect(firstShares(total, parts, count)).toBe(sum(split.slice(0, count)))
      }),
    )
  })

  test('cancelling unit by unit gives back exactly what was paid', () => {
    const total = minor(98_910)
    const steps = [7, 6, 5, 4, 3, 2, 1].map((left) => firstShares(total, 7, left) - firstShares(total, 7, left - 1))
    expect(steps.reduce((left, right) => left + right, 0)).toBe(total)
  })
})

describe('an amount as people read it', () => {
  test('is grouped the way of its market', () => {
    expect(formatMoney(minor(1_234_567_890), 'INR')).toBe('₹1,23,45,678.90')
    expect(formatMoney(minor(1_234_567_890), 'CNY')).toBe('¥12,345,678.90')
    expect(formatMoney(minor(1_234_567_890), 'BRL')).toBe('R$12.345.678,90')
  })

  test('shows decimals only where there are any, unless asked', () => {
    expect(formatMoney(minor(109_900), 'INR')).toBe('₹1,099')
    expect(formatMoney(minor(109_900), 'INR', 'always')).toBe('₹1,099.00')
    expect(formatMoney(minor(5), 'INR')).toBe('₹0.05')
  })

  test('has its sign before the symbol', () => {
    expect(formatMoney(minor(-109_950), 'INR')).toBe('−₹1,099.50')
    expect(formatMoneyShort(minor(-15_000_000), 'INR')).toBe('−₹1.5 lakh')
  })

  test('is exact to the last paisa at any size', () => {
    expect(formatMoney(minor(Number.MAX_SAFE_INTEGER), 'INR')).toBe('₹9,00,71,99,25,47,409.91')
  })

  test('is short on chart axes', () => {
    expect(formatMoneyShort(minor(15_000_000), 'INR')).toBe('₹1.5 lakh')
    expect(formatMoneyShort(minor(1_234_500_000), 'INR')).toBe('₹1.23 crore')
    expect(formatMoneyShort(minor(109_900), 'INR')).toBe('₹1,099')
    expect(formatMoneyShort(minor(15_000_000), 'CNY')).toBe('¥15万')
    expect(formatMoneyShort(minor(15_000_000), 'BRL')).toBe('R$150 mil')
  })
})

describe('an amount as people type it', () => {
  const read = (typed: string): unknown => {
    const result = parseMoney(typed, 'price')
    return result.ok ? result.value : result.refusal.code
  }

  test('is read with or without symbol, groups and decimals', () => {
    for (const typed of ['1099', '1,099', '₹1099', '₹ 1,099.00', 'Rs. 1099', 'INR 1099', ' 1 099 ', '1099.0'])
      expect(read(typed), typed).toBe(109_900)
    expect(read('12,34,567.89')).toBe(123_456_789)
    expect(read('1,234,567.89')).toBe(123_456_789)
  })

  test('may name lakh, crore, thousand and their Chinese cousins', () => {
    expect(read('1.5 lakh')).toBe(15_000_000)
    expect(read('5 Lakhs')).toBe(50_000_000)
    expect(read('₹2 crore')).toBe(2_000_000_000)
    expect(read('12k')).toBe(1_200_000)
    expect(read('3万')).toBe(3_000_000)
  })

  test('is read the Brazilian way where it says so or can be nothing else', () => {
    expect(read('R$ 1.234,50')).toBe(123_450)
    expect(read('R$1.234')).toBe(123_400)
    expect(read('R$ 12,5')).toBe(1250)
    expect(read('1.234,50')).toBe(123_450)
  })

  test('is refused where it would have to be guessed', () => {
    for (const typed of ['', '₹', '-5', '1e5', '.5', '5.', '1,50', '1 50', '1,2,3', 'ten', '5 dozen', '1,099,', '٣'])
      expect(read(typed), typed).toBe('amount-unreadable')
    for (const typed of ['1.234', '0.001', '1.000001 thousand']) expect(read(typed), typed).toBe('amount-too-fine')
    for (const typed of ['99999999999999999', '9007199254741 crore'])
      expect(read(typed), typed).toBe('amount-too-large')
  })

  test('is refused at its field', () => {
    expect(parseMoney('ten', 'price')).toMatchObject({ refusal: { field: 'price' } })
  })

  test('reads back every amount that it shows, in every currency', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(...currencies),
        fc.constantFrom('trimmed', 'always'),
        (amount, currency, decimals) => {
          expect(read(formatMoney(amount, currency, decimals))).toBe(amount)
        },
      ),
    )
  })
})
