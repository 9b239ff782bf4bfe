import { describe, expect, test } from 'vitest'
import { addTally, emptyTally, noCount, subtractTally, type Tally } from '../../../shared/campaigns/tally'
import { id, type PaymentId, type RefundId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order } from '../../../shared/orders/order'
import { dayLength, later, minute } from '../../../shared/time'
import { india, inIndia } from '../builders'
import {
  aCancellation,
  aPaidOrder,
  aPayment,
  aRefund,
  aShipment,
  anEvent,
  anOrder,
  payBy,
  placedAt,
  unitPrice,
} from '../orderBuilders'

const of = (order: Order): Tally => contributionOf(order, india)
const count = (orders: number, units: number, amount: number) => ({ orders, units, amount })
const standing = ['awaiting', 'lapsed', 'voided', 'toShip', 'shipped', 'delivered'] as const

describe('an order stands in exactly one place', () => {
  test.each<[(typeof standing)[number], Order]>([
    ['awaiting', anOrder({ units: 2 })],
    ['lapsed', anOrder({ units: 2, lapsedAt: payBy })],
    ['toShip', aPaidOrder({ units: 2 })],
    ['toShip', aPaidOrder({ units: 2, lapsedAt: payBy })],
    ['shipped', aPaidOrder({ units: 2, shipment: aShipment() })],
    ['delivered', aPaidOrder({ units: 2, shipment: aShipment(), deliveredAt: payBy })],
    ['voided', aPaidOrder({ units: 2, voidedAt: payBy })],
  ])('%s', (place, order) => {
    const tally = of(order)
    for (const each of standing) expect(tally[each]).toEqual(each === place ? count(1, 2, 2 * unitPrice) : noCount)
    expect(tally.placed).toEqual(count(1, 2, 2 * unitPrice))
  })

  test('cancelled whole: in none of them', () => {
    const tally = of(anOrder({ units: 2, cancellations: [aCancellation({ units: 2 })] }))
    for (const each of standing) expect(tally[each]).toEqual(noCount)
    expect(tally.cancelled).toEqual(count(1, 2, 2 * unitPrice))
    expect(tally.byDay).toEqual({
      '2018-04-12': { placed: count(1, 2, 2 * unitPrice), paid: noCount, cancelled: noCount },
    })
  })
})

describe('placed, paid and net are three numbers', () => {
  const partly = aPaidOrder({ units: 3, total: minor(1000), cancellations: [aCancellation({ units: 1 })] })

  test('paid keeps what was paid, net is without what was cancelled since', () => {
    expect(of(partly)).toMatchObject({
      placed: count(1, 3, 1000),
      paid: count(1, 3, 1000),
      net: count(1, 2, 667),
      cancelled: count(0, 1, 333),
      byVariant: { 'variant-black': count(1, 2, 667) },
    })
  })

  test('a void takes nothing out of net', () => {
    expect(of({ ...partly, voidedAt: payBy })).toMatchObject({ net: count(1, 2, 667), voided: count(1, 2, 667) })
  })

  test('units cancelled before payment were never paid', () => {
    const order = anOrder({
      units: 3,
      total: minor(1000),
      cancellations: [aCancellation(), aCancellation({ units: 2 })],
      payments: [aPayment({ units: 2, amount: minor(667) })],
    })
    expect(of(order)).toMatchObject({
      paid: count(1, 2, 667),
      net: noCount,
      cancelled: count(1, 3, 1000),
      byDay: { '2018-04-12': { paid: count(1, 2, 667), cancelled: count(1, 2, 667) } },
    })
  })

  test('late money is counted beside them', () => {
    const order = anOrder({
      payments: [
        aPayment({ late: 'after the payment window', units: 0, amount: minor(7) }),
        aPayment({
          id: id<PaymentId>('o0000000001-p2'),
          late: 'after the payment window',
          units: 0,
          amount: minor(5),
          mode: 'card',
        }),
      ],
      refunds: [aRefund({ amount: minor(7), cause: 'late money' })],
    })
    expect(of(order)).toMatchObject({
      paid: noCount,
      net: noCount,
      late: count(2, 0, 12),
      refundsOwed: 1,
      byMode: { UPI: { payments: 1, captured: 7, owed: 7 }, card: { payments: 1, captured: 5, owed: 0 } },
    })
  })
})

describe('days are those of the campaign’s zone', () => {
  test('the last second of a day and the first of the next are two days', () => {
    const order = anOrder({
      placedAt: inIndia('2018-04-12T23:59:59'),
      payments: [aPayment({ paidAt: inIndia('2018-04-13T00:00:00') })],
    })
    expect(Object.keys(of(order).byDay)).toEqual(['2018-04-12', '2018-04-13'])
  })

  test('each day has what happened on it', () => {
    const order = aPaidOrder({
      units: 3,
      total: minor(1000),
      cancellations: [
        aCancellation({ at: later(placedAt, dayLength) }),
        aCancellation({ units: 2, at: later(placedAt, 2 * dayLength) }),
      ],
    })
    expect(of(order).byDay).toEqual({
      '2018-04-12': { placed: count(1, 3, 1000), paid: count(1, 3, 1000), cancelled: noCount },
      '2018-04-13': { placed: noCount, paid: noCount, cancelled: count(0, 1, 333) },
      '2018-04-14': { placed: noCount, paid: noCount, cancelled: count(1, 2, 667) },
    })
  })
})

test('refunds are counted by their state, and their money by the mode of their payment', () => {
  const refund = (place: number, amount: number, ...kinds: Parameters<typeof anEvent>[0][]) =>
    aRefund({
      id: id<RefundId>(`o0000000001-r${String(place)}`),
      amount: minor(amount),
      events: kinds.map((kind) => anEvent(kind)),
    })
  const order = aPaidOrder({
    mode: 'wallet',
    refunds: [
      refund(1, 1),
      refund(2, 2, 'sent'),
      refund(3, 4, 'sent', 'settled'),
      refund(4, 8, 'sent', 'failed'),
      refund(5, 16, 'sent', 'failed', 'owed again'),
    ],
  })
  expect(of(order)).toMatchObject({
    refundsOwed: 2,
    refundsSent: 1,
    refundsSettled: 1,
    refundsFailed: 1,
    byMode: { wallet: { payments: 1, captured: unitPrice, owed: 17, sent: 2, settled: 4, failed: 8 } },
  })
})

describe('moving a tally', () => {
  const orders = [
    aPaidOrder({ units: 2, cancellations: [aCancellation({ at: later(placedAt, 3 * dayLength) })] }),
    aPaidOrder({ placedAt: later(placedAt, dayLength), mode: 'card', shipment: aShipment() }),
    anOrder({ lapsedAt: payBy }),
    anOrder({ cancellations: [aCancellation()] }),
  ]

  test('taking out what was put in leaves nothing, in any order', () => {
    const full = orders.map(of).reduce(addTally, emptyTally)
    expect(orders.map(of).reduce(subtractTally, full)).toEqual(emptyTally)
    expect(orders.map(of).reverse().reduce(subtractTally, full)).toEqual(emptyTally)
  })

  test('the order in which orders come makes no difference', () => {
    expect(orders.map(of).reduce(addTally, emptyTally)).toEqual(orders.map(of).reverse().reduce(addTally, emptyTally))
  })

  test('days that an order does not touch are kept as they are', () => {
    const full = orders.map(of).reduce(addTally, emptyTally)
    const moved = addTally(full, of(anOrder({ placedAt: later(placedAt, 2 * minute) })))
    expect(moved.byDay['2018-04-13']).toBe(full.byDay['2018-04-13'])
    expect(moved.byDay['2018-04-12']).not.toEqual(full.byDay['2018-04-12'])
    expect(moved.byMode).toBe(full.byMode)
  })

  test('the tally that is moved stays as it was', () => {
    const full = orders.map(of).reduce(addTally, emptyTally)
    const copy = structuredClone(full)
    addTally(full, of(orders[0] ?? anOrder()))
    subtractTally(full, of(orders[0] ?? anOrder()))
    expect(full).toEqual(copy)
  })
})

test('an order of a billion units is counted at once', () => {
  const order = aPaidOrder({
    units: 1_000_000_000,
    total: minor(1_000_000_000),
    cancellations: [aCancellation({ units: 999_999_999 })],
  })
  expect(of(order).net).toEqual(count(1, 1, 1))
})
