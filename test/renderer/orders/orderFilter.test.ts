import { expect, test } from 'vitest'
import { orderChips } from '../../../renderer/orders/orderChips'
import { orderFilter } from '../../../renderer/orders/orderFilter'
import { ordersSearch } from '../../../renderer/orders/search'
import { day, instant, zone } from '../../../shared/time'
import { campaignId, inIndia, india } from '../../shared/builders'

const oneDay = { placedFrom: day('2018-04-12'), placedTo: day('2018-04-12') }

test('a day of the filter is the whole day in the zone, its last second included', () => {
  const { placedFrom, placedTo } = orderFilter(oneDay, india)
  expect(placedFrom).toBe(inIndia('2018-04-12T00:00:00'))
  expect(placedTo).toBe(inIndia('2018-04-12T23:59:59.999'))
})

test('mixed zones: a day means the day of the campaign’s zone, wherever the program runs', () => {
  const inShanghai = orderFilter(oneDay, zone('Asia/Shanghai'))
  expect(inShanghai.placedFrom).toBe(instant(Date.parse('2018-04-12T00:00:00+08:00')))
  expect(inShanghai.placedTo).toBe(instant(Date.parse('2018-04-12T23:59:59.999+08:00')))
  expect(inShanghai.placedFrom).not.toBe(orderFilter(oneDay, india).placedFrom)
})

test('without filters the list is all orders, newest first', () => {
  expect(orderFilter({}, india)).toMatchObject({ states: [], campaignId: null, sort: 'sequence', descending: true })
})

test('every filter that is set is a chip, and dropping it leaves the others and the order of the list', () => {
  const search = { states: ['paid'], mode: 'UPI', campaignId, sort: 'total' } as const
  const chips = orderChips({ ...search, states: ['paid'] }, india, 'Mi Selfie Stick Tripod')
  expect(chips.map(({ label }) => label)).toEqual(['State: paid', 'Campaign: Mi Selfie Stick Tripod', 'Paid by: UPI'])
  expect(chips[1]?.rest).toEqual({ states: ['paid'], mode: 'UPI', sort: 'total' })
})

test('a single day is one chip and is dropped as one', () => {
  const chips = orderChips(oneDay, india, null)
  expect(chips.map(({ label }) => label)).toEqual(['Placed on 12 Apr 2018'])
  expect(chips[0]?.rest).toEqual({})
})

test('an address that cannot be read drops only the part that is wrong', () => {
  expect(ordersSearch.parse({ states: ['lost'], mode: 'UPI', placedFrom: '2018-02-30' })).toEqual({ mode: 'UPI' })
})
