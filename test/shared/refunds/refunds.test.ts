import { describe, expect, test } from 'vitest'
import { id, type PaymentId, type RefundId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { refundStates, type Order, type RefundEvent, type RefundState } from '../../../shared/orders/order'
import { oweRefund } from '../../../shared/orders/oweRefund'
import { balances } from '../../../shared/refunds/balances'
import { failRefund } from '../../../shared/refunds/failRefund'
import { refundRow } from '../../../shared/refunds/refundRow'
import { failures, refundState } from '../../../shared/refunds/refundState'
import { retryRefund } from '../../../shared/refunds/retryRefund'
import { sendRefund } from '../../../shared/refunds/sendRefund'
import { settleRefund } from '../../../shared/refunds/settleRefund'
import { refundActions, refundTransitions, type RefundAction } from '../../../shared/refunds/transitions'
import type { Result } from '../../../shared/result'
import { later, minute } from '../../../shared/time'
import { aCampaign, anActor, india } from '../builders'
import { aPaidOrder, aPayment, aRefund, anEvent, paidAt, placedAt, unitPrice } from '../orderBuilders'

const at = later(placedAt, 60 * minute)
const by = anActor()
const refundId = aRefund().id

const eventsTo: Record<RefundState, readonly RefundEvent[]> = {
  owed: [],
  sent: [anEvent('sent')],
  settled: [anEvent('sent'), anEvent('settled')],
  failed: [anEvent('sent'), anEvent('failed')],
}

const inState = (state: RefundState): Order => aPaidOrder({ refunds: [aRefund({ events: eventsTo[state] })] })

const act: Record<RefundAction, (order: Order) => Result<Order>> = {
  send: (order) => sendRefund(order, refundId, { reference: 'rfnd_1' }, by, at),
  settle: (order) => settleRefund(order, refundId, { bankReference: 'RRN 1' }, by, at),
  fail: (order) => failRefund(order, refundId, { reason: 'Account closed' }, by, at),
  retry: (order) => retryRefund(order, refundId, {}, by, at),
}

const recorded: Record<RefundAction, RefundEvent> = {
  send: { kind: 'sent', at, by: 'Meera Iyer', reference: 'rfnd_1' },
  settle: { kind: 'settled', at, by: 'Meera Iyer', bankReference: 'RRN 1' },
  fail: { kind: 'failed', at, by: 'Meera Iyer', reason: 'Account closed' },
  retry: { kind: 'owed again', at, by: 'Meera Iyer' },
}

const expected: Record<RefundState, Record<RefundAction, RefundState | { readonly refused: string }>> = {
  owed: {
    send: 'sent',
    settle: { refused: 'refund-not-sent' },
    fail: { refused: 'refund-not-sent' },
    retry: { refused: 'refund-owed' },
  },
  sent: {
    send: { refused: 'refund-in-flight' },
    settle: 'settled',
    fail: 'failed',
    retry: { refused: 'refund-in-flight' },
  },
  settled: {
    send: { refused: 'refund-settled' },
    settle: { refused: 'refund-settled' },
    fail: { refused: 'refund-settled' },
    retry: { refused: 'refund-settled' },
  },
  failed: {
    send: { refused: 'refund-failed' },
    settle: { refused: 'refund-failed' },
    fail: { refused: 'refund-failed' },
    retry: 'owed',
  },
}

describe.each(refundStates)('a refund that is %s', (state) => {
  test.each(refundActions)('%s', (action) => {
    const order = inState(state)
    const before = structuredClone(order)
    const done = act[action](order)
    const wanted = expected[state][action]
    if (typeof wanted === 'string') {
      const [refund] = done.ok ? done.value.refunds : []
      expect(refund).toEqual({ ...before.refunds[0], events: [...eventsTo[state], recorded[action]] })
      expect(refund && refundState(refund)).toBe(wanted)
    } else expect(done).toMatchObject({ refusal: { code: wanted.refused } })
    expect(order).toEqual(before)
  })

  test('refusals are whole sentences', () => {
    for (const step of Object.values(refundTransitions[state]))
      if (!('to' in step)) expect(step.refused).toMatch(/^[A-Z].*\.$/u)
  })
})

describe('one identity for ever', () => {
  test('a refund that fails and is tried again keeps id, key and amount', () => {
    const steps = ['send', 'fail', 'retry', 'send', 'settle'] as const
    const order = steps.reduce((current, step) => {
      const done = act[step](current)
      if (!done.ok) throw new Error(done.refusal.message)
      return done.value
    }, inState('owed'))
    const [refund] = order.refunds
    expect(order.refunds).toHaveLength(1)
    expect(refund).toMatchObject({ id: refundId, key: 'refund-o0000000001-r1', amount: unitPrice })
    expect(refund && [failures(refund), refundState(refund)]).toEqual([1, 'settled'])
  })

  test('an unknown refund is refused', () => {
    const other = id<RefundId>('o0000000009-r1')
    expect(sendRefund(inState('owed'), other, { reference: 'x' }, by, at)).toMatchObject({
      refusal: { code: 'refund-unknown' },
    })
  })

  test('only the refund that is meant moves', () => {
    const second = aRefund({ id: id<RefundId>('o0000000001-r2'), amount: minor(1) })
    const done = sendRefund(aPaidOrder({ refunds: [second, aRefund()] }), refundId, { reference: 'x' }, by, at)
    expect(done.ok && done.value.refunds.map(refundState)).toEqual(['owed', 'sent'])
  })
})

describe('refunded twice (complaint)', () => {
  test('a double click sends once: a refund in flight is not sent again', () => {
    const once = act.send(inState('owed'))
    expect(once.ok && act.send(once.value)).toMatchObject({ refusal: { code: 'refund-in-flight' } })
  })

  test('a settled refund never becomes owed again', () => {
    for (const action of refundActions) expect(act[action](inState('settled')).ok).toBe(false)
  })

  test('a refund cannot exceed what was paid', () => {
    const order = aPaidOrder({ refunds: [aRefund({ amount: minor(unitPrice - 10) })] })
    const [payment = aPayment()] = order.payments
    expect(oweRefund(order, payment, minor(10), 'cancelled', at).refunds).toHaveLength(2)
    expect(() => oweRefund(order, payment, minor(11), 'cancelled', at)).toThrow('beyond what was paid')
  })
})

describe('a failed refund that is only logged (complaint)', () => {
  test('a failed refund still counts against the payment and stays to be dealt with', () => {
    expect(balances(inState('failed'))).toMatchObject([{ failed: unitPrice, remaining: 0 }])
  })

  test('a refund that failed cannot be marked as settled by force', () => {
    expect(act.settle(inState('failed'))).toMatchObject({ refusal: { code: 'refund-failed' } })
  })
})

describe('balances', () => {
  test('are kept for each payment, and what is pending is not available (complaint)', () => {
    const late = aPayment({
      id: id<PaymentId>('o0000000001-p2'),
      amount: minor(50),
      late: 'paid a second time',
      units: 0,
    })
    const order = aPaidOrder({
      units: 2,
      payments: [late],
      refunds: [
        aRefund({ events: eventsTo.sent }),
        aRefund({ id: id<RefundId>('o0000000001-r2'), paymentId: late.id, amount: minor(50) }),
      ],
    })
    expect(balances(order)).toEqual([
      {
        paymentId: 'o0000000001-p1',
        paid: 2 * unitPrice,
        owed: 0,
        sent: unitPrice,
        settled: 0,
        failed: 0,
        remaining: unitPrice,
      },
      { paymentId: 'o0000000001-p2', paid: 50, owed: 50, sent: 0, settled: 0, failed: 0, remaining: 0 },
    ])
  })

  test('refunds beyond what was paid are a defect', () => {
    expect(() => balances(aPaidOrder({ refunds: [aRefund({ amount: minor(unitPrice + 1) })] }))).toThrow()
  })

  test('a refund without its payment is a defect', () => {
    const stray = aRefund({ paymentId: id<PaymentId>('o0000000007-p1') })
    expect(() => balances(aPaidOrder({ refunds: [stray] }))).toThrow('belongs to a payment')
  })
})

test('the queue shows a refund with its payment and its clock', () => {
  const order = aPaidOrder({ mode: 'wallet', refunds: [aRefund({ events: eventsTo.failed })] })
  const [refund = aRefund()] = order.refunds
  expect(refundRow(order, refund, aCampaign(), 'Tripod', new Map(), at)).toEqual({
    refund,
    state: 'failed',
    orderId: order.id,
    orderNumber: order.number,
    supporterName: 'Asha Rao',
    campaignId: order.campaignId,
    productName: 'Tripod',
    mode: 'wallet',
    currency: 'INR',
    zone: india,
    paymentReference: 'pay_7Rk2',
    paidAt,
    dueBy: null,
    failures: 1,
    escalated: false,
    doubt: null,
    batch: null,
    route: 'gateway',
  })
})
