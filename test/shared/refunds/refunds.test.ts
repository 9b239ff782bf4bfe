import { describe, expect, test } from 'vitest'
import { id, type PaymentId, type RefundId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { refundStates, type Order, type RefundEvent, type RefundStanding } from '../../../shared/orders/order'
import { oweRefund } from '../../../shared/orders/oweRefund'
import { balances } from '../../../shared/refunds/balances'
import { failRefund } from '../../../shared/refunds/failRefund'
import { refundRow } from '../../../shared/refunds/refundRow'
import { failures, refundState } from '../../../shared/refunds/refundState'
import { releaseRefund } from '../../../shared/refunds/releaseRefund'
import { retryRefund } from '../../../shared/refunds/retryRefund'
import { sendRefund } from '../../../shared/refunds/sendRefund'
import { settleRefund } from '../../../shared/refunds/settleRefund'
import { refundActions, refundTransitions, type RefundAction } from '../../../shared/refunds/transitions'
import type { Result } from '../../../shared/result'
import { later, minute } from '../../../shared/time'
import { aCampaign, anActor, india } from '../builders'
import { aCancellation, aPaidOrder, aPayment, aRefund, anEvent, paidAt, placedAt, unitPrice } from '../orderBuilders'

const at = later(placedAt, 60 * minute)
const by = anActor()
const refundId = aRefund().id

const eventsTo: Record<RefundStanding, readonly RefundEvent[]> = {
  owed: [],
  sent: [anEvent('sent')],
  settled: [anEvent('sent'), anEvent('settled')],
  failed: [anEvent('sent'), anEvent('failed')],
  withdrawn: [anEvent('withdrawn')],
}

/** A refund whose cancellation can be undone for another hour. */
const inState = (state: RefundStanding): Order =>
  aPaidOrder({
    cancellations: [aCancellation({ owed: unitPrice, refundId, undoUntil: later(at, 60 * minute) })],
    refunds: [aRefund({ events: eventsTo[state] })],
  })

const unheld = (state: RefundStanding): Order => ({ ...inState(state), cancellations: [] })

const act: Record<RefundAction, (order: Order) => Result<Order>> = {
  send: (order) => sendRefund(order, refundId, { reference: 'rfnd_1' }, by, at),
  settle: (order) => settleRefund(order, refundId, { bankReference: 'RRN 1' }, by, at),
  fail: (order) => failRefund(order, refundId, { reason: 'Account closed' }, by, at),
  retry: (order) => retryRefund(order, refundId, {}, by, at),
  release: (order) => releaseRefund(order, refundId, by, at),
}

const recorded: Record<RefundAction, RefundEvent> = {
  send: { kind: 'sent', at, by: 'Meera Iyer', reference: 'rfnd_1' },
  settle: { kind: 'settled', at, by: 'Meera Iyer', bankReference: 'RRN 1' },
  fail: { kind: 'failed', at, by: 'Meera Iyer', reason: 'Account closed' },
  retry: { kind: 'owed again', at, by: 'Meera Iyer' },
  release: { kind: 'released', at, by: 'Meera Iyer' },
}

const expected: Record<RefundStanding, Record<RefundAction, RefundStanding | { readonly refused: string }>> = {
  owed: {
    send: 'sent',
    settle: { refused: 'refund-not-sent' },
    fail: { refused: 'refund-not-sent' },
    retry: { refused: 'refund-owed' },
    release: { refused: 'refund-not-held' },
  },
  sent: {
    send: { refused: 'refund-in-flight' },
    settle: 'settled',
    fail: 'failed',
    retry: { refused: 'refund-in-flight' },
    release: { refused: 'refund-in-flight' },
  },
  settled: {
    send: { refused: 'refund-settled' },
    settle: { refused: 'refund-settled' },
    fail: { refused: 'refund-settled' },
    retry: { refused: 'refund-settled' },
    release: { refused: 'refund-settled' },
  },
  failed: {
    send: { refused: 'refund-failed' },
    settle: { refused: 'refund-failed' },
    fail: { refused: 'refund-failed' },
    retry: 'owed',
    release: { refused: 'refund-failed' },
  },
  withdrawn: {
    send: { refused: 'refund-withdrawn' },
    settle: { refused: 'refund-withdrawn' },
    fail: { refused: 'refund-withdrawn' },
    retry: { refused: 'refund-withdrawn' },
    release: { refused: 'refund-withdrawn' },
  },
}

const refusedOf = (result: Result<Order>) => {
  if (result.ok) throw new Error('it was allowed')
  return result
}

describe.each([...refundStates, 'withdrawn'] as const)('a refund that is %s', (state) => {
  test.each(refundActions)('%s', (action) => {
    const order = unheld(state)
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

describe('a refund whose cancellation can be undone', () => {
  test('is not sent before that is over, and says for how long it waits', () => {
    const { refusal } = refusedOf(act.send(inState('owed')))
    expect(refusal).toMatchObject({ code: 'refund-held', message: expect.stringContaining('1 hour left') as string })
    const until = later(at, 60 * minute)
    const send = (when: typeof at) => sendRefund(inState('owed'), refundId, { reference: 'rfnd_1' }, by, when)
    expect([send(until).ok, send(later(until, 1)).ok]).toEqual([false, true])
  })

  test('is sent at once after someone has released it, which is done once', () => {
    const released = act.release(inState('owed'))
    if (!released.ok) throw new Error(released.refusal.message)
    expect(refundState(released.value.refunds[0] ?? aRefund())).toBe('owed')
    expect(act.send(released.value).ok).toBe(true)
    expect(act.release(released.value)).toMatchObject({ refusal: { code: 'refund-not-held' } })
  })

  test('shows in the queue until when it waits', () => {
    const about = { campaign: aCampaign(), productName: '', batches: new Map(), holidays: [] }
    const waits = (order: Order) => refundRow(order, order.refunds[0] ?? aRefund(), about, at).heldUntil
    expect([waits(inState('owed')), waits(unheld('owed')), waits(inState('sent'))]).toEqual([
      later(at, 60 * minute),
      null,
      null,
    ])
  })
})

describe('one identity for ever', () => {
  test('a refund that fails and is tried again keeps id, key and amount', () => {
    const steps = ['send', 'fail', 'retry', 'send', 'settle'] as const
    const order = steps.reduce((current, step) => {
      const done = act[step](current)
      if (!done.ok) throw new Error(done.refusal.message)
      return done.value
    }, unheld('owed'))
    const [refund] = order.refunds
    expect(order.refunds).toHaveLength(1)
    expect(refund).toMatchObject({ id: refundId, key: 'refund-o0000000001-r1', amount: unitPrice })
    expect(refund && [failures(refund), refundState(refund)]).toEqual([1, 'settled'])
  })

  test('an unknown refund is refused', () => {
    const other = id<RefundId>('o0000000009-r1')
    expect(sendRefund(unheld('owed'), other, { reference: 'x' }, by, at)).toMatchObject({
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
    const once = act.send(unheld('owed'))
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
  test('“set max” minus a pending refund goes negative: what is pending is not available (saleor-dashboard #4493)', () => {
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
  expect(
    refundRow(order, refund, { campaign: aCampaign(), productName: 'Tripod', batches: new Map(), holidays: [] }, at),
  ).toEqual({
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
    late: null,
    dueBy: null,
    heldUntil: null,
    failures: 1,
    escalated: false,
    doubt: null,
    batch: null,
    route: 'gateway',
  })
})
