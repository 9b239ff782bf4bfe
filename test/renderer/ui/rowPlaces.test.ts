import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowPlaces } from '../../../renderer/ui/rowPlaces'

const rowHeight = 36

const someList = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    opened: fc.uniqueArray(fc.tuple(fc.nat(count + 5), fc.integer({ min: rowHeight + 1, max: 400 })), {
      selector: ([index]) => index,
      maxLength: 5,
    }),
  }),
)

test('rows stand below each other, open ones as high as they are, and each is found anywhere within itself', () => {
  fc.assert(
    fc.property(someList, ({ count, opened }) => {
      const heights = new Map(opened)
      const places = rowPlaces(count, rowHeight, heights)
      let top = 0
      for (let index = 0; index < count; index += 1) {
        const height = heights.get(index) ?? rowHeight
        expect(places.topOf(index)).toBe(top)
        expect(places.rowAt(top)).toBe(index)
        expect(places.rowAt(top + height - 1)).toBe(index)
        top += height
      }
      expect(places.height).toBe(top)
      expect(places.rowAt(top + 10_000)).toBe(count - 1)
    }),
  )
})

test('a list of a million rows is known at once', () => {
  const places = rowPlaces(1_000_000, rowHeight, new Map([[3, 100]]))
  expect(places.height).toBe(1_000_000 * rowHeight + 64)
  expect(places.rowAt(places.height - 1)).toBe(999_999)
})
