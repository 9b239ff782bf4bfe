import { describe, expect, test } from 'vitest'
import { minor } from '../../../shared/money'
import { lapseOrder } from '../../../shared/orders/lapseOrder'
import { amountLeft, inTimePayment, orderState, unitsLeft } from '../../../shared/orders/orderState'
import { orderRow } from '../../../shared/orders/row'
import { shipBy } from '../../../shared/orders/shipBy'
import { shipOrder } from '../../../shared/orders/shipOrder'
import { voidOrder } from '../../../shared/orders/voidOrder'
import { dayLength, later } from '../../../shared/time'
import { aCampaign, anActor, inIndia, india } from '../builders'
import { aCancellation, aPaidOrder, aPayment, aRefund, anOrder, paidAt, payBy, placedAt } from '../orderBuilders'

describe('lapsing', () => {
  test('an unpaid order lapses by time alone, a millisecond after payBy', () => {
    expect(orderState(anOrder(), payBy)).toBe('awaiting payment')
    expect(orderState(anOrder(), later(payBy, 1))).toBe('lapsed')
  })

  test('the lapse is noted as of payBy, however late it is noticed', () => {
    expect(lapseOrder(anOrder(), later(payBy, dayLength))).toMatchObject({ ok: true, value: { lapsedAt: payBy } })
  })

  test('a lapse is noted once', () => {
    expect(lapseOrder(anOrder({ lapsedAt: payBy }), later(payBy, 1))).toMatchObject({
      refusal: { code: 'already-lapsed' },
    })
  })

  test('a lapse on record stays when the clock is set back', () => {
    expect(orderState(anOrder({ lapsedAt: payBy }), placedAt)).toBe('lapsed')
  })

  test('an order paid in time is paid although its lapse was noted before', () => {
    expect(orderState(aPaidOrder({ lapsedAt: payBy }), later(payBy, 1))).toBe('paid')
  })

  test('late money does not make an order paid', () => {
    const order = anOrder({ payments: [aPayment({ late: 'after the payment window', units: 0 })] })
    expect(orderState(order, later(payBy, 1))).toBe('lapsed')
    expect(inTimePayment(order)).toBeNull()
  })
})

describe('what is left', () => {
  test('cancellations take the last shares of a price that does not divide', () => {
    const left = (units: number) =>
      amountLeft(anOrder({ units: 3, total: minor(1000), cancellations: [aCancellation({ units })] }))
    expect([1, 2, 3].map(left)).toEqual([667, 334, 0])
  })

  test('more cancelled than ordered is a defect', () => {
    expect(() => unitsLeft(anOrder({ cancellations: [aCancellation({ units: 2 })] }))).toThrow('Broken guarantee')
  })
})

describe('shipping', () => {
  const ship = (campaign = aCampaign()) =>
    shipOrder(aPaidOrder(), campaign, { carrier: 'Blue Dart', trackingNumber: 'BD1' }, anActor(), paidAt)

  test('orders of an unfunded campaign do not ship', () => {
    expect(ship()).toMatchObject({ refusal: { code: 'not-funded' } })
    expect(ship(aCampaign({ fundedAt: paidAt }))).toMatchObject({
      value: { shipment: { carrier: 'Blue Dart', trackingNumber: 'BD1', at: paidAt, by: 'Meera Iyer' } },
    })
  })

  test('the promise ends with the tenth day after the order, in the campaign’s zone', () => {
    const order = anOrder({ placedAt: inIndia('2018-04-12T23:59:59') })
    expect(shipBy(order, aCampaign())).toBe(inIndia('2018-04-22T23:59:59'))
    expect(shipBy(anOrder({ placedAt: inIndia('2018-04-13T00:00:00') }), aCampaign())).toBe(
      inIndia('2018-04-23T23:59:59'),
    )
  })

  test('a promise from the funding date waits for it, and never starts before the order', () => {
    const promise = { shippingPromise: { days: 10, base: 'funding' as const } }
    expect(shipBy(anOrder(), aCampaign(promise))).toBeNull()
    const funded = (text: string) => shipBy(anOrder(), aCampaign({ ...promise, fundedAt: inIndia(text) }))
    expect(funded('2018-04-15T09:00:00')).toBe(inIndia('2018-04-25T23:59:59'))
    expect(funded('2018-04-06T09:00:00')).toBe(inIndia('2018-04-22T23:59:59'))
  })
})

describe('voiding', () => {
  test('what is left of the payment is owed back, what was cancelled before is not owed again', () => {
    const order = aPaidOrder({
      units: 3,
      total: minor(1000),
      cancellations: [aCancellation({ owed: minor(333) })],
      refunds: [aRefund({ amount: minor(333) })],
    })
    expect(voidOrder(order, payBy)).toMatchObject({
      ok: true,
      value: {
        voidedAt: payBy,
        refunds: [
          { amount: 333, cause: 'cancelled' },
          { amount: 667, cause: 'campaign failed', owedAt: payBy },
        ],
      },
    })
  })

  test('an order that cost nothing is voided without a refund', () => {
    expect(voidOrder(aPaidOrder({ total: minor(0) }), payBy)).toMatchObject({ value: { voidedAt: payBy, refunds: [] } })
  })
})

test('a list shows an order as it stands', () => {
  const order = aPaidOrder({ units: 3, cancellations: [aCancellation()], mode: 'card' })
  expect(orderRow(order, aCampaign(), 'Tripod', payBy)).toEqual({
    id: order.id,
    number: order.number,
    campaignId: order.campaignId,
    productName: 'Tripod',
    supporterName: 'Asha Rao',
    phone: '+919845012345',
    email: order.supporter.email,
    city: order.supporter.address.city,
    postalCode: order.supporter.address.postalCode,
    units: 3,
    unitsLeft: 2,
    total: order.total,
    currency: 'INR',
    state: 'paid',
    placedAt,
    payBy,
    shipBy: inIndia('2018-04-22T23:59:59'),
    mode: 'card',
    reference: order.payments[0]?.reference,
    trackingNumber: '',
    zone: india,
  })
})
