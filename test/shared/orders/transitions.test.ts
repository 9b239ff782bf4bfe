import { describe, expect, test } from 'vitest'
import { id, type CancellationId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { cancelOrder } from '../../../shared/orders/cancelOrder'
import { deliverOrder } from '../../../shared/orders/deliverOrder'
import { lapseOrder } from '../../../shared/orders/lapseOrder'
import { orderStates, type Order, type OrderState } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { recordPayment } from '../../../shared/orders/recordPayment'
import { shipOrder } from '../../../shared/orders/shipOrder'
import { orderActions, orderTransitions, type OrderAction } from '../../../shared/orders/transitions'
import { trackOrder } from '../../../shared/orders/trackOrder'
import { undoCancellation } from '../../../shared/orders/undoCancellation'
import { voidOrder } from '../../../shared/orders/voidOrder'
import type { Result } from '../../../shared/result'
import { later, minute, type Instant } from '../../../shared/time'
import { aCampaign, aProduct, aTally, anActor, midway } from '../builders'
import { aCancellation, aPaidOrder, aRefund, aShipment, anOrder, payBy, unitPrice } from '../orderBuilders'

const inTime = later(midway, 10 * minute)
const tooLate = later(payBy, 1)

const undoUntil = later(payBy, minute)

/** Of three units one was cancelled a moment ago, which left two. */
const unpaid = { units: 3, cancellations: [aCancellation({ undoUntil })] }
const paid = {
  units: 3,
  cancellations: [aCancellation({ owed: unitPrice, refundId: aRefund().id, undoUntil })],
  refunds: [aRefund()],
}

/** An order in each state, and the instant at which it is asked to change. */
const inState: Record<OrderState, { readonly order: Order; readonly at: Instant }> = {
  'awaiting payment': { order: anOrder(unpaid), at: inTime },
  paid: { order: aPaidOrder(paid), at: inTime },
  lapsed: { order: anOrder(unpaid), at: tooLate },
  cancelled: { order: anOrder({ units: 2, cancellations: [aCancellation({ units: 2, undoUntil })] }), at: inTime },
  shipped: { order: aPaidOrder({ ...paid, shipment: aShipment() }), at: inTime },
  delivered: { order: aPaidOrder({ ...paid, shipment: aShipment(), deliveredAt: inTime }), at: inTime },
  voided: { order: aPaidOrder({ ...paid, voidedAt: inTime }), at: inTime },
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
  cancel: (order, at) =>
    cancelOrder(order, campaign, { units: 1, reason: 'Changed their mind', note: '', undoMinutes: 0 }, by, at),
  undo: (order, at) => {
    const facts = { order, campaign, tally: aTally(), product: aProduct(), heldBySupporter: 0 }
    const last = order.cancellations.at(-1)?.id ?? id<CancellationId>('no-cancellation')
    const undone = undoCancellation(facts, last, by, at)
    return undone.ok ? { ok: true, value: undone.value.order } : undone
  },
  ship: (order, at) => shipOrder(order, campaign, { carrier: 'Blue Dart', trackingNumber: 'BD1' }, by, at),
  track: (order, at) => trackOrder(order, { carrier: 'Blue Dart', trackingNumber: 'BD2' }, by, at),
  deliver: (order, at) => deliverOrder(order, by, at),
  void: (order, at) => voidOrder(order, at),
}

/** What each action makes of the order in each state, or the code it is refused with. */
const expected: Record<OrderState, Record<OrderAction, OrderState | { readonly refused: string }>> = {
  'awaiting payment': {
    pay: 'paid',
    lapse: { refused: 'still-payable' },
    cancel: 'awaiting payment',
    undo: 'awaiting payment',
    ship: { refused: 'not-paid' },
    track: { refused: 'not-paid' },
    deliver: { refused: 'not-paid' },
    void: { refused: 'not-paid' },
  },
  paid: {
    pay: 'paid',
    lapse: { refused: 'already-paid' },
    cancel: 'paid',
    undo: 'paid',
    ship: 'shipped',
    track: { refused: 'not-shipped' },
    deliver: { refused: 'not-shipped' },
    void: 'voided',
  },
  lapsed: {
    pay: 'lapsed',
    lapse: 'lapsed',
    cancel: { refused: 'lapsed' },
    undo: { refused: 'lapsed' },
    ship: { refused: 'lapsed' },
    track: { refused: 'lapsed' },
    deliver: { refused: 'lapsed' },
    void: { refused: 'lapsed' },
  },
  cancelled: {
    pay: 'cancelled',
    lapse: { refused: 'cancelled' },
    cancel: { refused: 'cancelled' },
    undo: 'awaiting payment',
    ship: { refused: 'cancelled' },
    track: { refused: 'cancelled' },
    deliver: { refused: 'cancelled' },
    void: { refused: 'cancelled' },
  },
  shipped: {
    pay: 'shipped',
    lapse: { refused: 'already-shipped' },
    cancel: { refused: 'already-shipped' },
    undo: { refused: 'already-shipped' },
    ship: { refused: 'already-shipped' },
    track: 'shipped',
    deliver: 'delivered',
    void: { refused: 'already-shipped' },
  },
  delivered: {
    pay: 'delivered',
    lapse: { refused: 'already-delivered' },
    cancel: { refused: 'already-delivered' },
    undo: { refused: 'already-delivered' },
    ship: { refused: 'already-delivered' },
    track: 'delivered',
    deliver: { refused: 'already-delivered' },
    void: { refused: 'already-delivered' },
  },
  voided: {
    pay: 'voided',
    lapse: { refused: 'voided' },
    cancel: { refused: 'voided' },
    undo: { refused: 'voided' },
    ship: { refused: 'voided' },
    track: { refused: 'voided' },
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

test('nothing leads out of delivered and voided, and out of cancelled only its undoing', () => {
  for (const state of ['delivered', 'voided', 'cancelled'] as const)
    for (const action of orderActions) {
      const step = orderTransitions[state][action]
      if ('to' in step && action !== 'undo') expect(step.to).toEqual([state])
    }
})
