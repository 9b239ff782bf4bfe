import { expect, test } from 'vitest'
import { id, type OfferId, type PaymentId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { Order } from '../../../shared/orders/order'
import { emptyBreakdown, type Breakdown, type BreakdownTerms } from '../../../shared/reports/breakdown/breakdown'
import { BreakdownCounter } from '../../../shared/reports/breakdown/counter'
import { dayLength, hour, instant, later, minute, zone } from '../../../shared/time'
import { aCampaign, inIndia } from '../builders'
import {
  aCancellation,
  anEvent,
  anOrder,
  aPaidOrder,
  aPayment,
  aRefund,
  aShipment,
  aSupporter,
  paidAt,
  payBy,
  placedAt,
  unitPrice,
} from '../orderBuilders'

const count = (orders: number, units: number, amount: number) => ({ orders, units, amount })

function breakdownOf(orders: readonly Order[], terms: BreakdownTerms = aCampaign()): Breakdown {
  const counter = new BreakdownCounter()
  for (const order of orders) counter.move(order, terms, 1)
  return counter.told()
}

/** Units at that hour and none before. */
const at = (hours: number, units: number): readonly number[] => [...Array<number>(hours).fill(0), units]

test('an order that was paid counts at the hour of its payment, by region, offer and how long it took', () => {
  const order = aPaidOrder({ units: 2, offerId: id<OfferId>('offer-festival') })
  expect(breakdownOf([order])).toEqual({
    days: {
      '2018-04-12': {
        paidByHour: at(12, 2),
        cancelledByHour: [],
        lapsedByHour: [],
        lapsed: count(0, 0, 0),
        shipped: count(0, 0, 0),
        captured: 2 * unitPrice,
        owed: 0,
        refunded: 0,
      },
    },
    groups: {
      regions: { karnataka: count(1, 2, 2 * unitPrice) },
      postalAreas: { '560': count(1, 2, 2 * unitPrice) },
      reasons: {},
      offers: { 'offer-festival': count(1, 2, 2 * unitPrice) },
      waits: { '5': count(1, 2, 2 * unitPrice) },
      promises: {},
      toShip: { '2018-04-12': count(1, 2, 2 * unitPrice) },
    },
  })
})

test('one state is one region, however people write it', () => {
  const inRegion = (region: string) =>
    aPaidOrder({ supporter: aSupporter({ address: { ...aSupporter().address, region } }) })
  const { groups } = breakdownOf([inRegion('Karnataka'), inRegion(' KARNATAKA'), inRegion('Tamil  Nadu')])
  expect(groups.regions).toEqual({ karnataka: count(2, 2, 2 * unitPrice), 'tamil nadu': count(1, 1, unitPrice) })
})

test('what is given up leaves region and area, and stands under its hour and its reason', () => {
  const order = aPaidOrder({
    units: 3,
    total: minor(1000),
    cancellations: [
      aCancellation({ at: later(placedAt, dayLength) }),
      aCancellation({ units: 2, reason: 'Takes too long', at: later(placedAt, dayLength + hour) }),
    ],
  })
  const { days, groups } = breakdownOf([order])
  expect(days['2018-04-13']?.cancelledByHour).toEqual([...at(12, 1), 2])
  expect(groups).toMatchObject({
    regions: {},
    postalAreas: {},
    toShip: {},
    reasons: { 'Changed their mind': count(1, 1, 333), 'Takes too long': count(1, 2, 667) },
    offers: { '': count(1, 3, 1000) },
  })
})

test('a cancellation that was undone is nowhere', () => {
  const undone = aCancellation({ undone: { at: payBy, by: 'Meera Iyer' } })
  expect(breakdownOf([aPaidOrder({ cancellations: [undone] })])).toEqual(breakdownOf([aPaidOrder()]))
})

test('an order that lapsed counts when its payment window closed', () => {
  const { days, groups } = breakdownOf([anOrder({ units: 2, lapsedAt: payBy })])
  expect(days['2018-04-12']).toMatchObject({ lapsedByHour: at(12, 2), lapsed: count(1, 2, 2 * unitPrice), captured: 0 })
  expect(groups.waits).toEqual({})
})

test('money is captured, owed and refunded on its own days; what was withdrawn is in no sum', () => {
  const withdrawn = aRefund({ events: [anEvent('withdrawn')] })
  const order = aPaidOrder({
    payments: [
      aPayment({ id: id<PaymentId>('o0000000001-p2'), late: 'paid a second time', paidAt: later(paidAt, dayLength) }),
    ],
    refunds: [
      withdrawn,
      aRefund({
        owedAt: later(placedAt, dayLength),
        events: [anEvent('sent'), anEvent('settled', later(placedAt, 3 * dayLength))],
      }),
    ],
  })
  const { days } = breakdownOf([order])
  const money = Object.entries(days).map(([day, { captured, owed, refunded }]) => [day, captured, owed, refunded])
  expect(money).toEqual([
    ['2018-04-12', unitPrice, 0, 0],
    ['2018-04-13', unitPrice, unitPrice, 0],
    ['2018-04-15', 0, 0, unitPrice],
  ])
})

test('a promise is kept to the last second of its day, and broken after it', () => {
  const shippedAt = (text: string) => aPaidOrder({ shipment: { ...aShipment(), at: inIndia(text) } })
  const { groups, days } = breakdownOf([shippedAt('2018-04-22T23:59:59'), shippedAt('2018-04-23T00:00:00')])
  expect(groups.promises).toEqual({ kept: count(1, 1, unitPrice), broken: count(1, 1, unitPrice) })
  expect(groups.toShip).toEqual({})
  expect([days['2018-04-22']?.shipped.orders, days['2018-04-23']?.shipped.orders]).toEqual([1, 1])
})

test.each([
  ['1', 0],
  ['1', 1],
  ['2', 1.01],
  ['30', 30],
  ['longer', 61],
  ['1', -3],
])('paid in up to %s minutes: after %d', (wait, minutes) => {
  const order = anOrder({ payments: [aPayment({ paidAt: instant(placedAt + minutes * minute) })] })
  expect(Object.keys(breakdownOf([order]).groups.waits)).toEqual([wait])
})

test('the day on which clocks are set back has 25 hours, and each counts for itself', () => {
  const newYork = aCampaign({ zone: zone('America/New_York') })
  const paidAtUtc = (text: string) => aPaidOrder({ payments: [], placedAt: instant(Date.parse(text)) })
  const orders = ['2018-11-04T05:30:00Z', '2018-11-04T06:30:00Z', '2018-11-05T04:59:59Z'].map((text) => ({
    ...paidAtUtc(text),
    payments: [aPayment({ paidAt: instant(Date.parse(text)) })],
  }))
  const { days } = breakdownOf(orders, newYork)
  expect(Object.keys(days)).toEqual(['2018-11-04'])
  expect(days['2018-11-04']?.paidByHour).toEqual([0, 1, 1, ...Array<number>(21).fill(0), 1])
})

const many: readonly Order[] = [
  aPaidOrder({ sequence: 1, units: 3, cancellations: [aCancellation()] }),
  aPaidOrder({ sequence: 2, placedAt: later(placedAt, 3 * dayLength), shipment: aShipment() }),
  anOrder({ sequence: 3, lapsedAt: payBy }),
  aPaidOrder({ sequence: 4, refunds: [aRefund({ events: [anEvent('settled')] })] }),
]

test('taking away what was added leaves nothing', () => {
  const counter = new BreakdownCounter()
  for (const order of many) counter.move(order, aCampaign(), 1)
  for (const order of many) counter.move(order, aCampaign(), -1)
  expect(counter.told()).toEqual(emptyBreakdown)
})

test('the order in which orders come makes no difference', () => {
  expect(breakdownOf(many.toReversed())).toEqual(breakdownOf(many))
})

test('a counter goes on from what was told, and what was told stays as it was', () => {
  const [first, ...others] = many
  const told = breakdownOf(first ? [first] : [])
  const copy = structuredClone(told)
  const counter = BreakdownCounter.from(JSON.parse(JSON.stringify(told)) as Breakdown)
  expect(counter.told()).toEqual(told)
  for (const order of others) counter.move(order, aCampaign(), 1)
  expect(counter.told()).toEqual(breakdownOf(many))
  expect(told).toEqual(copy)
})
