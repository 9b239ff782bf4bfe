import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinnedRows } from '../../../shared/reports/thin'

const value = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null, freq: 8 })

/** One to four series as long as each other, and room for what must be told of them. */
const scene = fc
  .record({ count: fc.integer({ min: 1, max: 4 }), length: fc.integer({ min: 1, max: 400 }) })
  .chain(({ count, length }) =>
    fc.record({
      series: fc.array(fc.array(value, { minLength: length, maxLength: length }), {
        minLength: count,
        maxLength: count,
      }),
      most: fc.integer({ min: 2 + 3 * count, max: 300 }),
    }),
  )

const numbers = (values: readonly (number | null)[]) => values.filter((each) => each !== null)

test('a chart never has more points than asked for, and keeps its ends and every highest and lowest', () => {
  fc.assert(
    fc.property(scene, ({ series, most }) => {
      const rows = thinnedRows(series, most)
      const length = series[0]?.length ?? 0
      expect(rows.length).toBeLessThanOrEqual(most)
      expect(rows).toEqual([...new Set(rows)].sort((left, right) => left - right))
      expect([rows[0], rows.at(-1)]).toEqual([0, length - 1])
      for (const values of series) {
        const kept = numbers(rows.map((row) => values[row] ?? null))
        expect([Math.max(...kept), Math.min(...kept)]).toEqual([
          Math.max(...numbers(values)),
          Math.min(...numbers(values)),
        ])
        expect(rows.some((row) => values[row] === null)).toBe(values.includes(null))
      }
    }),
  )
})

test('what fits is drawn whole', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
      expect(thinnedRows([values], 60)).toEqual(values.map((_each, index) => index))
    }),
  )
})

test('a long even line keeps points all along it', () => {
  const rows = thinnedRows([Array.from({ length: 10_000 }, () => 5)], 100)
  const widest = Math.max(...rows.slice(1).map((row, index) => row - (rows[index] ?? 0)))
  expect(rows).toHaveLength(100)
  expect(widest).toBeLessThanOrEqual(200)
})

test('nothing to draw is nothing', () => {
  expect(thinnedRows([[]], 10)).toEqual([])
  expect(thinnedRows([], 10)).toEqual([])
})
