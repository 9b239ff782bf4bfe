import { defaultParseSearch as parseSearch, defaultStringifySearch as stringifySearch } from '@tanstack/react-router'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderChips } from '../../../renderer/orders/orderChips'
import { countedFilter, orderFilter } from '../../../renderer/orders/orderFilter'
import { ordersSearch, type OrdersSearch } from '../../../renderer/orders/search'
import { markets } from '../../../shared/campaigns/market'
import { orderEvents } from '../../../shared/orders/details'
import { waits } from '../../../shared/orders/grouping'
import { orderStates } from '../../../shared/orders/order'
import { orderFilterSchema } from '../../../shared/orders/requests'
import { addDays, day, instant, zone } from '../../../shared/time'
import { blackId, campaignId, inIndia, india, offerId } from '../../shared/builders'

const noNames = { campaign: null, variant: null, offer: null }
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
  const chips = orderChips({ ...search, states: ['paid'] }, india, { ...noNames, campaign: 'Mi Selfie Stick Tripod' })
  expect(chips.map(({ label }) => label)).toEqual(['State: paid', 'Campaign: Mi Selfie Stick Tripod', 'Paid by: UPI'])
  expect(chips[1]?.rest).toEqual({ states: ['paid'], mode: 'UPI', sort: 'total' })
})

test('a single day is one chip and is dropped as one', () => {
  const chips = orderChips(oneDay, india, noNames)
  expect(chips.map(({ label }) => label)).toEqual(['Placed on 12 Apr 2018'])
  expect(chips[0]?.rest).toEqual({})
})

test('an address that cannot be read drops only the part that is wrong', () => {
  expect(ordersSearch.parse({ states: ['lost'], mode: 'UPI', placedFrom: '2018-02-30' })).toEqual({ mode: 'UPI' })
})

test('what happened, when and at which hour is one chip in words, and is dropped as one', () => {
  const search = ordersSearch.parse({
    event: 'paid',
    eventFrom: '2018-04-12',
    eventTo: '2018-04-12',
    eventHour: 20,
    eventWeekday: 0,
    sort: 'total',
  })
  const chips = orderChips(search, india, noNames)
  expect(chips.map(({ label }) => label)).toEqual(['Paid in time on 12 Apr 2018, on Mondays, 20:00–21:00'])
  expect(chips[0]?.rest).toEqual({ sort: 'total' })
})

test('a chip of every detail says what is asked', () => {
  const search: OrdersSearch = {
    market: 'IN',
    startedFrom: day('2018-04-01'),
    startedTo: day('2018-04-30'),
    variantId: blackId,
    offerId,
    region: 'tamil nadu',
    postalArea: '',
    postalAreasBut: ['560', ''],
    postalZone: '5',
    reason: 'Ordered twice',
    wait: '5',
    event: 'refunded',
    eventTo: day('2018-04-12'),
  }
  const chips = orderChips(search, india, { campaign: null, variant: 'Black', offer: 'Festival discount' })
  expect(chips.map(({ label }) => label)).toEqual([
    'Market: India',
    'Campaign started from 1 Apr 2018 to 30 Apr 2018',
    'Variant: Black',
    'Offer: Festival discount',
    'State or region: Tamil Nadu',
    'Postal area: not told',
    'Postal area none of 560, not told',
    'Postal zone: 5',
    'Cancelled because: Ordered twice',
    'Paid after: 2–5 min',
    'Refund arrived to 12 Apr 2018',
  ])
  expect(
    chips.reduce(
      (rest, { rest: next }) => Object.fromEntries(Object.entries(rest).filter(([key]) => key in next)),
      search,
    ),
  ).toEqual({})
})

test('dropping the campaign drops what is its own', () => {
  const [campaign] = orderChips({ campaignId, variantId: blackId, mode: 'UPI' }, india, noNames)
  expect(campaign?.rest).toEqual({ mode: 'UPI' })
})

const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays(day('2018-01-01'), count))
const addresses: fc.Arbitrary<OrdersSearch> = fc.record(
  {
    states: fc.subarray([...orderStates], { minLength: 1 }),
    market: fc.constantFrom(...markets),
    startedFrom: days,
    variantId: fc.constant(blackId),
    offerId: fc.constant(offerId),
    region: fc.constantFrom('karnataka', 'são paulo', ''),
    postalArea: fc.constantFrom('560', '56 ', ''),
    postalAreasBut: fc.constant(['560', '']),
    postalZone: fc.constantFrom('5', ''),
    reason: fc.constantFrom('Ordered twice', 'a & b = 50 %'),
    wait: fc.constantFrom(...waits),
    event: fc.constantFrom(...orderEvents),
    eventFrom: days,
    eventTo: days,
    eventHour: fc.nat(23),
    eventWeekday: fc.nat(6),
  },
  { requiredKeys: [] },
)

test('an address is read as it was written, and asks for what the main process takes', () => {
  fc.assert(
    fc.property(addresses, (search) => {
      const read = ordersSearch.parse(parseSearch(stringifySearch(search)))
      expect(read).toEqual(search)
      const filter = countedFilter(orderFilter(read, india))
      expect(orderFilterSchema.parse(filter)).toEqual(filter)
    }),
  )
})

test('a saved view of before there were these filters asks for what it asked', () => {
  const kept = { states: ['paid'], placedFrom: '2018-04-12', sort: 'total' }
  expect(ordersSearch.parse(kept)).toEqual(kept)
})
