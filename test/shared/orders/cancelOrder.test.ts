import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, minor } from '../../../shared/money'
import { cancelOrder, cancelPreview } from '../../../shared/orders/cancelOrder'
import type { Order } from '../../../shared/orders/order'
import { amountLeft, inTimePayment, orderState, unitsLeft } from '../../../shared/orders/orderState'
import { later, minute } from '../../../shared/time'
import { aCampaign, aCount, aTally, anActor, staffId } from '../builders'
import {
  aCancellation,
  aPaidOrder,
  aPayment,
  aShipment,
  anEvent,
  anOrder,
  payBy,
  placedAt,
  unitPrice,
} from '../orderBuilders'

const by = anActor()
const at = later(placedAt, 10 * minute)
const cancel = (order: Order, units: number, campaign = aCampaign()) =>
  cancelOrder(order, campaign, { units, reason: 'Changed their mind', note: 'Called twice', undoMinutes: 10 }, by, at)

function cancelled(order: Order, units: number): Order {
  const done = cancel(order, units)
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

describe('cancelling', () => {
  test('unpaid units owe nothing', () => {
    const order = cancelled(anOrder({ units: 3 }), 2)
    expect(order.cancellations).toEqual([
      {
        id: 'o0000000001-c1',
        units: 2,
        reason: 'Changed their mind',
        note: 'Called twice',
        at,
        by: 'Meera Iyer',
        owed: 0,
        refundId: null,
        undoUntil: later(at, 10 * minute),
        undone: null,
      },
    ])
    expect(order.refunds).toEqual([])
    expect(orderState(order, at)).toBe('awaiting payment')
  })

  test('paid units owe their price back against the payment, with a key of their own', () => {
    const order = cancelled(aPaidOrder({ units: 3 }), 2)
    expect(order.cancellations).toMatchObject([{ owed: 2 * unitPrice }])
    expect(order.refunds).toEqual([
      {
        id: 'o0000000001-r1',
        key: 'refund-o0000000001-r1',
        paymentId: 'o0000000001-p1',
        amount: 2 * unitPrice,
        cause: 'cancelled',
        owedAt: at,
        events: [],
      },
    ])
    expect(orderState(order, at)).toBe('paid')
  })

  test('the last unit makes the order cancelled', () => {
    expect(orderState(cancelled(aPaidOrder({ units: 2 }), 2), at)).toBe('cancelled')
  })

  test.each([0, -1, 4, 1.5, Number.NaN])('%d of three units cannot be cancelled', (units) => {
    expect(cancel(aPaidOrder({ units: 3 }), units)).toMatchObject({
      refusal: { code: 'units-unknown', field: 'units' },
    })
  })

  test('the order still unpaid can be cancelled up to payBy and not afterwards', () => {
    const ask = { units: 1, reason: 'Changed their mind', note: '', undoMinutes: 10 }
    expect(cancelOrder(anOrder(), aCampaign(), ask, by, payBy).ok).toBe(true)
    expect(cancelOrder(anOrder(), aCampaign(), ask, by, later(payBy, 1))).toMatchObject({ refusal: { code: 'lapsed' } })
  })

  test("once the campaign's failure is decided its settlement gives everything back, so nothing is cancelled", () => {
    const settlement = {
      outcome: 'failed' as const,
      reason: 'target missed' as const,
      decidedAt: at,
      approvedBy: staffId,
      approvedByName: 'Meera Iyer',
      ordersToVoid: 1,
      ordersVoided: 0,
      batches: 0,
      lastOrderId: null,
      statement: null,
    }
    expect(cancel(aPaidOrder(), 1, aCampaign({ settlement }))).toMatchObject({ refusal: { code: 'campaign-failed' } })
    expect(cancel(aPaidOrder(), 1, aCampaign({ settlement: { ...settlement, outcome: 'succeeded' } })).ok).toBe(true)
  })
})

describe('wrong amounts (complaint)', () => {
  test('edited quantity ignored: only the units asked for are owed', () => {
    expect(cancelled(aPaidOrder({ units: 5 }), 2).refunds[0]?.amount).toBe(2 * unitPrice)
  })

  test('second partial blocked: an order is cancelled unit by unit down to zero, and the parts add up to what was paid', () => {
    let order = aPaidOrder({ units: 3, total: minor(1000) })
    for (let unit = 0; unit < 3; unit += 1) order = cancelled(order, 1)
    expect(order.refunds.map(({ amount }) => amount)).toEqual([333, 333, 334])
    expect(order.refunds.map(({ id }) => id)).toEqual(['o0000000001-r1', 'o0000000001-r2', 'o0000000001-r3'])
    expect(orderState(order, at)).toBe('cancelled')
    expect(cancel(order, 1)).toMatchObject({ refusal: { code: 'cancelled' } })
  })

  test('promotions ignored: a discounted order owes its own price, not the list price', () => {
    const order = aPaidOrder({ units: 2, total: minor(150_001), listPrice: unitPrice })
    expect(cancelled(order, 1).refunds[0]?.amount).toBe(75_000)
  })

  test('two partial refunds over the amount: any way of cancelling owes largest-remainder shares and never more than was paid', () => {
    const orders = fc.record({ units: fc.integer({ min: 1, max: 40 }), total: fc.nat({ max: 100_000 }) })
    fc.assert(
      fc.property(orders, fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 8 }), ({ units, total }, steps) => {
        let order = aPaidOrder({ units, total: minor(total) })
        for (const step of steps) if (step <= unitsLeft(order)) order = cancelled(order, step)
        const shares = allocate(minor(total), Array<number>(units).fill(1))
        const keptShares = shares.slice(0, unitsLeft(order)).reduce((sum, share) => sum + share, 0)
        const owed = order.refunds.reduce((sum, { amount }) => sum + amount, 0)
        expect(amountLeft(order)).toBe(keptShares)
        expect(owed + keptShares).toBe(inTimePayment(order)?.amount)
      }),
    )
  })

  test('a payment for what was left after an unpaid cancellation is never owed back beyond itself', () => {
    const before = anOrder({ units: 3, total: minor(1000), cancellations: [aCancellation()] })
    const paid = { ...before, payments: [aPayment({ amount: minor(667), units: 2 })] }
    expect(cancelled(paid, 2).refunds).toMatchObject([{ amount: 667 }])
  })

  test('an order that cost nothing owes nothing and has no empty refund', () => {
    const order = cancelled(aPaidOrder({ units: 2, total: minor(0) }), 1)
    expect(order.refunds).toEqual([])
    expect(unitsLeft(order)).toBe(1)
  })
})

test('cancelled without refund (complaint): a shipped order is refused whole, nothing half done', () => {
  const order = aPaidOrder({ shipment: aShipment() })
  expect(cancel(order, 1)).toMatchObject({ refusal: { code: 'already-shipped' } })
})

test('cannot cancel because already refunded (medusa #10491, vendure #569): units that are left can go, refunded ones never again', () => {
  const once = cancelled(aPaidOrder({ units: 3, total: minor(1000) }), 1)
  const [refund] = once.refunds
  const settled = {
    ...once,
    refunds: refund === undefined ? [] : [{ ...refund, events: [anEvent('sent'), anEvent('settled')] }],
  }
  const whole = cancelled(settled, 2)
  expect(orderState(whole, at)).toBe('cancelled')
  expect(whole.refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(1000)
  expect(whole.refunds[0]).toEqual(settled.refunds[0])
  expect(cancel(whole, 1).ok).toBe(false)
})

describe('the question before a cancellation', () => {
  const campaign = aCampaign()
  const bar = (units: number) => aTally({ net: aCount({ orders: 10, units, amount: minor(units * unitPrice) }) })

  test('says what would be owed, exactly as cancelling does', () => {
    const order = aPaidOrder({ units: 3, total: minor(1000) })
    expect(cancelPreview(order, campaign, bar(10), 2).owed).toBe(cancelled(order, 2).refunds[0]?.amount)
  })

  test('says whether the bar would fall below 100 %', () => {
    const order = aPaidOrder({ units: 3 })
    expect(cancelPreview(order, campaign, bar(202), 2).wouldTakeBelowTarget).toBe(false)
    expect(cancelPreview(order, campaign, bar(202), 3).wouldTakeBelowTarget).toBe(true)
    expect(cancelPreview(order, campaign, bar(199), 3).wouldTakeBelowTarget).toBe(false)
  })

  test('says nothing of the kind for an order that is not paid', () => {
    const order = anOrder({ units: 3 })
    expect(cancelPreview(order, campaign, bar(200), 3)).toMatchObject({ owed: 0, wouldTakeBelowTarget: false })
  })
})
