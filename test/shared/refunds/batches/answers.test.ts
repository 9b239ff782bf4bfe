import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { minor } from '../../../../shared/money'
import type { Order } from '../../../../shared/orders/order'
import { balances } from '../../../../shared/refunds/balances'
import type { Answer } from '../../../../shared/refunds/batches/answer'
import { failures, isEscalated, refundState } from '../../../../shared/refunds/refundState'
import { retryRefund } from '../../../../shared/refunds/retryRefund'
import { settleRefund } from '../../../../shared/refunds/settleRefund'
import { sendBatch } from '../../../../shared/refunds/batches/sendBatch'
import { batchState } from '../../../../shared/refunds/batches/batch'
import { allowed, anActor, refusedBy } from '../../builders'
import { unitPrice } from '../../orderBuilders'
import { anAnswer, anOwedOrder, by, kindsOf, madeOf, ordersIn, readAt, refundAt, sentAt, sentOf, told } from './aBatch'

const failedOne = (overrides: Partial<Answer> = {}): Answer =>
  anAnswer(1, { outcome: 'failed', gatewayReference: '', reason: 'Account closed', ...overrides })
const pending = anAnswer(1, { outcome: 'pending' })

describe('a result', () => {
  test('settles what was paid, with the gateway’s and the bank’s references', () => {
    const after = told(sentOf([anOwedOrder(1)]), [anAnswer(1, { bankReference: 'ARN 7' })])
    expect(after.verdicts).toEqual(['settled'])
    expect(refundAt(after).events.slice(-2)).toMatchObject([
      { kind: 'acknowledged', reference: 'rfnd_1' },
      { kind: 'settled', bankReference: 'ARN 7' },
    ])
    expect([after.batch.answered, batchState(after.batch)]).toEqual([1, 'answered'])
  })

  test('makes what failed owed again with its reason, and after the second time waits for a manager (Goteo)', () => {
    const first = told(sentOf([anOwedOrder(1)]), [failedOne()])
    expect(kindsOf(refundAt(first)).slice(-2)).toEqual(['failed', 'owed again'])
    const made = madeOf(ordersIn(first), readAt)
    const again = allowed(sendBatch(made.batch, made.orders, by, readAt))
    const second = told(again, [failedOne({ reason: 'Still closed' })], true)
    const refund = refundAt(second)
    expect([refundState(refund), failures(refund), isEscalated(refund)]).toEqual(['failed', 2, true])
    const [order] = ordersIn(second)
    if (order === undefined) throw new Error('the batch has its order')
    const support = anActor({ roles: ['support'] })
    expect(refusedBy(retryRefund(order, refund.id, {}, support, readAt)).code).toBe('refund-escalated')
    expect(retryRefund(order, refund.id, {}, anActor({ roles: ['manager'] }), readAt).ok).toBe(true)
  })

  test('leaves sent what it says nothing of', () => {
    const after = told(sentOf([anOwedOrder(1), anOwedOrder(2)]), [anAnswer(2), anAnswer(1, { outcome: 'none' })])
    expect(after.verdicts).toEqual(['settled', 'no answer'])
    expect(refundState(refundAt(after))).toBe('sent')
    expect(batchState(after.batch)).toBe('sent')
  })

  test('does nothing about payments of others', () => {
    const sent = sentOf([anOwedOrder(1)])
    const after = told(sent, [anAnswer(77)])
    expect(after.verdicts).toEqual(['not in this batch'])
    expect(after.orders).toEqual(sent.orders)
  })

  test('with another amount settles nothing and is kept for a person (vendure 4728)', () => {
    const after = told(sentOf([anOwedOrder(1)]), [anAnswer(1, { amount: minor(1) })])
    expect(after.verdicts).toEqual(['amount differs'])
    expect([refundState(refundAt(after)), after.batch.doubted]).toEqual(['sent', 1])
  })

  test('that contradicts itself moves nothing', () => {
    const after = told(sentOf([anOwedOrder(1)]), [anAnswer(1, { outcome: 'contradictory', reason: 'Both.' })])
    expect([after.verdicts, refundState(refundAt(after))]).toEqual([['contradiction'], 'sent'])
  })
})

describe('a reply that comes', () => {
  test('twice is applied once (medusa 13301)', () => {
    const once = told(sentOf([anOwedOrder(1)]), [anAnswer(1)])
    const twice = told(once, [anAnswer(1)])
    expect(twice.verdicts).toEqual(['already known'])
    expect(twice.orders).toEqual(once.orders)
  })

  test('out of order, pending after paid, changes nothing (razorpay-woocommerce 664)', () => {
    const after = told(sentOf([anOwedOrder(1)]), [anAnswer(1), pending])
    expect([after.verdicts, refundState(refundAt(after))]).toEqual([['settled', 'already known'], 'settled'])
  })

  test('in order, pending and then paid, settles once', () => {
    const after = told(sentOf([anOwedOrder(1)]), [pending, pending, anAnswer(1)])
    expect(after.verdicts).toEqual(['on its way', 'already known', 'settled'])
    expect(kindsOf(refundAt(after))).toEqual(['batched', 'sent', 'acknowledged', 'settled'])
  })

  test('with a second reference of the gateway’s may be a second payment: kept for a person (gumroad 6193)', () => {
    const after = told(sentOf([anOwedOrder(1)]), [anAnswer(1), anAnswer(1, { gatewayReference: 'rfnd_other' })])
    expect([after.verdicts, after.batch.doubted]).toEqual([['settled', 'contradiction'], 1])
    expect(told(after, [anAnswer(1, { gatewayReference: 'rfnd_other' })]).verdicts).toEqual(['already known'])
  })

  test('as failed after it was settled, or settled after it failed, is kept for a person', () => {
    expect(told(sentOf([anOwedOrder(1)]), [anAnswer(1), failedOne()]).verdicts).toEqual(['settled', 'contradiction'])
    expect(told(sentOf([anOwedOrder(1)]), [failedOne(), anAnswer(1)]).verdicts).toEqual(['failed', 'contradiction'])
  })

  test('after a person noted the same by hand is known', () => {
    const sent = sentOf([anOwedOrder(1)])
    const [order] = ordersIn(sent)
    if (order === undefined) throw new Error('the batch has its order')
    const settled = allowed(settleRefund(order, refundAt(sent).id, { bankReference: 'RRN 5' }, by, sentAt))
    const byHand = { batch: sent.batch, orders: new Map([[settled.id, settled]]) }
    expect(told(byHand, [anAnswer(1)]).verdicts).toEqual(['already known'])
    expect(told(byHand, [anAnswer(1, { bankReference: 'RRN 6' })]).verdicts).toEqual(['contradiction'])
  })

  test('for an earlier batch does not touch the try of a later one', () => {
    const first = told(sentOf([anOwedOrder(1)]), [failedOne()])
    const made = madeOf(ordersIn(first), readAt)
    const again = allowed(sendBatch(made.batch, made.orders, by, readAt))
    const repeated = told({ batch: first.batch, orders: again.orders }, [failedOne()])
    expect([repeated.verdicts, refundState(refundAt(again))]).toEqual([['already known'], 'sent'])
    expect(told({ batch: again.batch, orders: repeated.orders }, [anAnswer(1)]).verdicts).toEqual(['settled'])
  })
})

describe('a report that is imported into another batch', () => {
  /** Two refunds of one payment, of the same amount: the first settled with a batch, the second on its way with the next. */
  function secondOnItsWay() {
    const half = minor(50_000)
    const first = told(sentOf([firstOf(anOwedOrder(1, [half, half]))]), [anAnswer(1, { amount: half })])
    const [order] = ordersIn(first)
    const owed = anOwedOrder(1, [half, half]).refunds[1]
    if (order === undefined || owed === undefined) throw new Error('there are two refunds')
    const made = madeOf([{ ...order, refunds: [...order.refunds, owed] }], readAt, [owed.id])
    return allowed(sendBatch(made.batch, made.orders, by, readAt))
  }
  const firstOf = (order: Order): Order => ({ ...order, refunds: order.refunds.slice(0, 1) })

  test('settles nothing by a reference that is another refund’s', () => {
    const answer = anAnswer(1, { amount: minor(50_000) })
    expect(told(secondOnItsWay(), [answer]).verdicts).toEqual(['unclear'])
    expect(told(secondOnItsWay(), [answer], true).verdicts).toEqual(['unclear'])
    expect(told(secondOnItsWay(), [{ ...answer, gatewayReference: 'rfnd_new' }]).verdicts).toEqual(['settled'])
  })

  test('fails nothing that may still be paid, unless someone vouches for the file', () => {
    const first = told(sentOf([anOwedOrder(1)]), [failedOne()])
    const made = madeOf(ordersIn(first), readAt)
    const again = allowed(sendBatch(made.batch, made.orders, by, readAt))
    const stale = told(again, [failedOne()])
    expect([stale.verdicts, refundState(refundAt(stale))]).toEqual([['unclear'], 'sent'])
    expect(told(again, [failedOne({ reason: 'Low balance' })]).verdicts).toEqual(['unclear'])
    expect(told(again, [failedOne()], true).verdicts).toEqual(['failed'])
  })
})

test('whatever a gateway says, in whatever order, no refund exceeds its payment and none settles twice', () => {
  const outcome = fc.constantFrom<Answer['outcome']>('processed', 'failed', 'pending', 'none', 'contradictory')
  const said = fc.record({
    sequence: fc.integer({ min: 1, max: 4 }),
    outcome,
    amount: fc.constantFrom(unitPrice, unitPrice, minor(1)),
    gatewayReference: fc.constantFrom('', 'rfnd_a', 'rfnd_b'),
  })
  fc.assert(
    fc.property(fc.array(said, { maxLength: 20 }), (replies) => {
      const sent = sentOf([anOwedOrder(1), anOwedOrder(2), anOwedOrder(3)])
      const after = told(
        sent,
        replies.map(({ sequence, ...rest }) => anAnswer(sequence, rest)),
      )
      for (const order of after.orders.values()) {
        balances(order)
        for (const { events } of order.refunds) {
          expect(events.filter(({ kind }) => kind === 'settled').length).toBeLessThanOrEqual(1)
          expect(events.filter(({ kind }) => kind === 'failed').length).toBeLessThanOrEqual(1)
        }
      }
    }),
  )
})
