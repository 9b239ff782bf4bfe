import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, idSchema, orderCountOf, orderNumber, type OrderId } from '../../shared/ids'

describe('an order number', () => {
  test('counts up from the first and ends in a check digit', () => {
    expect(orderNumber(42)).toBe('100042-1')
    expect(orderNumber(1)).not.toBe(orderNumber(2))
  })

  test('is recognised with or without its hyphen', () => {
    expect(orderCountOf('100042-1')).toBe(42)
    expect(orderCountOf(' 1000421 ')).toBe(42)
    expect(orderCountOf('98450')).toBeNull()
  })

  test('with any one digit misheard is recognised as wrong', () => {
    const misheard = fc.tuple(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 9 }),
    )
    fc.assert(
      fc.property(misheard, ([count, place, by]) => {
        const number = orderNumber(count)
        expect(orderCountOf(number)).toBe(count)
        const digits = number.replace('-', '')
        const at = place % digits.length
        const wrong = String((Number(digits[at]) + by) % 10)
        expect(orderCountOf(digits.slice(0, at) + wrong + digits.slice(at + 1))).toBeNull()
      }),
    )
  })

  test('is never counted from zero or by halves', () => {
    expect(() => orderNumber(0)).toThrow('counted from one')
    expect(() => orderNumber(1.5)).toThrow('counted from one')
  })
})

describe('an id', () => {
  test('is safe in file names and as a key', () => {
    expect(id<OrderId>('o0000000001')).toBe('o0000000001')
    for (const wrong of ['short', '../../etc/passwd', 'a b c d e', 'x'.repeat(65), '__proto__', 'constructor', ''])
      expect(idSchema<OrderId>().safeParse(wrong).success, wrong).toBe(false)
    expect(() => id('hasOwnProperty')).toThrow('form of an id')
  })
})
