import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather, unite } from '../../../electron/requests/gather'
import type { Changed } from '../../../shared/changed'
import { id, type OrderId } from '../../../shared/ids'

const changed = (overrides: Partial<Changed>): Changed => ({
  topics: [],
  productIds: [],
  campaignIds: [],
  orderIds: [],
  ...overrides,
})
const orders = (count: number): OrderId[] =>
  Array.from({ length: count }, (_, index) => id<OrderId>(`order-number-${String(index)}`))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const aMoment = () => Promise.resolve()

test('what is told at one moment goes out together and at once, that of the next 50 ms after them', async () => {
  const told: Changed[] = []
  const tell = gather((each) => told.push(each))
  tell(changed({ topics: ['shop'] }))
  tell(changed({ topics: ['orders'], orderIds: orders(1) }))
  await aMoment()
  expect(told.map(({ topics }) => topics)).toEqual([['shop', 'orders']])
  tell(changed({ topics: ['audit'] }))
  await aMoment()
  tell(changed({ topics: ['campaigns', 'audit'] }))
  vi.advanceTimersByTime(49)
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(told[1]?.topics).toEqual(['audit', 'campaigns'])
  vi.advanceTimersByTime(1000)
  expect(told).toHaveLength(2)
  tell(changed({ topics: ['shop'] }))
  await aMoment()
  expect(told).toHaveLength(3)
})

test('orders that are not named count as all, also next to named ones', () => {
  const some = changed({ topics: ['orders'], orderIds: orders(2) })
  expect(unite(some, changed({ topics: ['orders'] })).orderIds).toEqual([])
  expect(unite(some, changed({ topics: ['staff'] })).orderIds).toEqual(orders(2))
  expect(unite(some, changed({ topics: ['orders'], orderIds: orders(101) })).orderIds).toEqual([])
})
