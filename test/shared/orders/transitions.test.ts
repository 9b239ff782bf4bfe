import { describe, expect, test } from 'vitest'
import { minor } from '../../../shared/money'
import { cancelOrder } from '../../../shared/orders/cancelOrder'
import { deliverOrder } from '../../../shared/orders/deliverOrder'
import { lapseOrder } from '../../../shared/orders/lapseOrder'
import { orderStates, type Order, type OrderState } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { recordPayment } from '../../../shared/orders/recordPayment'
import { shipOrder } from '../../../shared/orders/shipOrder'
import { orderActions, orderTransitions, type OrderAction } from '../../../shared/orders/transitions'
import { voidOrder } from '../../../shared/orders/voidOrder'
import type { Result } from '../../../shared/result'
import { later, minute, type Instant } from '../../../shared/time'
import { aCampaign, aProduct, aTally, anActor, midway } from '../builders'
import { aCancellation, aPaidOrder, aShipment, anOrder, payBy } from '../orderBuilders'

const inTime = later(midway, 10 * minute)
const tooLate = later(payBy, 1)

/** An order of two units in each state, and the instant at which it is asked to change. */
const inState: Record<OrderState, { readonly order: Order; readonly at: Instant }> = {
  'awaiting payment': { order: anOrder({ units: 2 }), at: inTime },
  paid: { order: aPaidOrder({ units: 2 }), at: inTime },
  lapsed: { order: anOrder({ units: 2 }), at: tooLate },
  cancelled: { order: anOrder({ units: 2, cancellations: [aCancellation({ units: 2 })] }), at: inTime },
  shipped: { order: aPaidOrder({ units: 2, shipment: aShipment() }), at: inTime },
  delivered: { order: aPaidOrder({ units: 2, shipment: aShipment(), deliveredAt: inTime }), at: inTime },
  voided: { order: aPaidOrder({ units: 2, voidedAt: inTime }), at: inTime },
}

const campaign = aCampaign({ fundedAt: midway })
const by = anActor()

const act: Record<OrderAction, (order: Order, at: Instant) => Result<Order>> = {
  pay: (order, at) => {
    const paid = recordPayment(
      { order, campaign, tally: aTally(), product: aProduct(), heldBySupporter: 0 },
      { mode: 'card', reference: 'pay_new', amount: minor(219_800), paidAt: at },
      by,
      at,
    )
    return paid.ok ? { ok: true, value: paid.value.order } : paid
  },
  lapse: (order, at) => lapseOrder(order, at),
  cancel: (order, at) => cancelOrder(order, campaign, { units: 1, reason: 'Changed their mind', note: '' }, by, at),
  ship: (order, at) => shipOrder(order, campaign, { carrier: 'Blue Dart', trackingNumber: 'BD1' }, by, at),
  deliver: (order, at) => deliverOrder(order, at),
  void: (order, at) => voidOrder(order, at),
}

/** What each action makes of an order of two units in each state, or the code it is refused with. */
const expected: Record<OrderState, Record<OrderAction, OrderState | { readonly refused: string }>> = {
  'awaiting payment': {
    pay: 'paid',
    lapse: { refused: 'still-payable' },
    cancel: 'awaiting payment',
    ship: { refused: 'not-paid' },
    deliver: { refused: 'not-paid' },
    void: { refused: 'not-paid' },
  },
  paid: {
    pay: 'paid',
    lapse: { refused: 'already-paid' },
    cancel: 'paid',
    ship: 'shipped',
    deliver: { refused: 'not-shipped' },
    void: 'voided',
  },
  lapsed: {
    pay: 'lapsed',
    lapse: 'lapsed',
    cancel: { refused: 'lapsed' },
    ship: { refused: 'lapsed' },
    deliver: { refused: 'lapsed' },
    void: { refused: 'lapsed' },
  },
  cancelled: {
    pay: 'cancelled',
    lapse: { refused: 'cancelled' },
    cancel: { refused: 'cancelled' },
    ship: { refused: 'cancelled' },
    deliver: { refused: 'cancelled' },
    void: { refused: 'cancelled' },
  },
  shipped: {
    pay: 'shipped',
    lapse: { refused: 'already-shipped' },
    cancel: { refused: 'already-shipped' },
    ship: { refused: 'already-shipped' },
    deliver: 'delivered',
    void: { refused: 'already-shipped' },
  },
  delivered: {
    pay: 'delivered',
    lapse: { refused: 'already-delivered' },
    cancel: { refused: 'already-delivered' },
    ship: { refused: 'already-delivered' },
    deliver: { refused: 'already-delivered' },
    void: { refused: 'already-delivered' },
  },
  voided: {
    pay: 'voided',
    lapse: { refused: 'voided' },
    cancel: { refused: 'voided' },
    ship: { refused: 'voided' },
    deliver: { refused: 'voided' },
    void: { refused: 'voided' },
  },
}

describe.each(orderStates)('an order that is %s', (state) => {
  const { order, at } = inState[state]

  test('is named so', () => {
    expect(orderState(order, at)).toBe(state)
  })

  test.each(orderActions)('%s', (action) => {
    const before = structuredClone(order)
    const done = act[action](order, at)
    const wanted = expected[state][action]
    if (typeof wanted === 'string') {
      expect(done.ok).toBe(true)
      if (done.ok) expect(orderState(done.value, at)).toBe(wanted)
    } else {
      expect(done).toMatchObject({ ok: false, refusal: { code: wanted.refused } })
    }
    expect(order).toEqual(before)
  })

  test.each(orderActions)('the table agrees about %s', (action) => {
    const step = orderTransitions[state][action]
    const wanted = expected[state][action]
    if (typeof wanted === 'string') expect(step).toMatchObject({ to: expect.arrayContaining([wanted]) as unknown })
    else expect(step).toMatchObject({ code: wanted.refused })
  })
})

test('every refusal is a whole sentence', () => {
  for (const state of orderStates)
    for (const action of orderActions) {
      const step = orderTransitions[state][action]
      if (!('to' in step)) expect(step.refused).toMatch(/^[A-Z].*\.$/u)
    }
})

test('nothing leads out of delivered, voided and cancelled', () => {
  for (const state of ['delivered', 'voided', 'cancelled'] as const)
    for (const action of orderActions) {
      const step = orderTransitions[state][action]
      if ('to' in step) expect(step.to).toEqual([state])
    }
})
