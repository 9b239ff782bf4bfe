import { describe, expect, test } from 'vitest'
import { id, type RefundBatchId } from '../../../../shared/ids'
import { minor } from '../../../../shared/money'
import { batchState, mostInBatch, type OrdersById } from '../../../../shared/refunds/batches/batch'
import { batchFile } from '../../../../shared/refunds/batches/batchFile'
import { chooseRefunds } from '../../../../shared/refunds/batches/chooseRefunds'
import { draftBatches } from '../../../../shared/refunds/batches/draft'
import { makeBatch } from '../../../../shared/refunds/batches/makeBatch'
import { sendBatch, withdrawBatch } from '../../../../shared/refunds/batches/sendBatch'
import { clearUpRefund } from '../../../../shared/refunds/clearUpRefund'
import { refundState } from '../../../../shared/refunds/refundState'
import { sendRefund } from '../../../../shared/refunds/sendRefund'
import { dayLength, later } from '../../../../shared/time'
import { allowed, refusedBy } from '../../builders'
import { unitPrice } from '../../orderBuilders'
import {
  anAnswer,
  anOwedOrder,
  asCandidates,
  by,
  kindsOf,
  madeAt,
  madeOf,
  ordersIn,
  refundAt,
  sentAt,
  sentOf,
  told,
} from './aBatch'

const gateway = { route: 'gateway', currency: 'INR' } as const
const half = minor(50_000)
const monthsOld = later(madeAt, 200 * dayLength)

describe('choosing', () => {
  test('two refunds of one payment never go in one file, which names the payment alone (hyperswitch 13182)', () => {
    const { chosen, leftOut } = chooseRefunds(asCandidates([anOwedOrder(1, [half, half])]), gateway, madeAt)
    expect(chosen.map(({ refund }) => refund.id)).toEqual(['o0000000001-r1'])
    expect(leftOut[0]?.why).toContain('in this batch')
  })

  test('nor while the other one is on its way', () => {
    const order = anOwedOrder(1, [half, half])
    const [first] = order.refunds
    if (first === undefined) throw new Error('there are two refunds')
    const onItsWay = allowed(sendRefund(order, first.id, { reference: 'rfnd_1' }, by, madeAt))
    const { leftOut } = chooseRefunds(asCandidates([onItsWay]), gateway, madeAt)
    expect(leftOut.map(({ why }) => why)).toEqual([
      'It is on its way already.',
      'Another refund of the same payment is on its way. It can follow when that one has arrived.',
    ])
  })

  test('each goes the way that its payment still can, in its own currency', () => {
    const young = anOwedOrder(1, [unitPrice], { payments: [] })
    const yuan = anOwedOrder(2, [unitPrice], { currency: 'CNY' })
    const drafted = draftBatches(asCandidates([young, yuan]), madeAt)
    expect(drafted.batches).toEqual([{ ...gateway, count: 1, total: unitPrice, soonTooOld: 0 }])
    expect(drafted.leftOut.map(({ why }) => why)).toEqual(['The gateway’s file is for rupees only. Send it by hand.'])
    const old = draftBatches(asCandidates([young, yuan]), monthsOld)
    expect(old.batches.map(({ route, currency }) => [route, currency])).toEqual([
      ['bank transfer', 'INR'],
      ['bank transfer', 'CNY'],
    ])
    const warned = draftBatches(asCandidates([young]), later(madeAt, 160 * dayLength))
    expect(warned.batches).toMatchObject([{ route: 'gateway', soonTooOld: 1 }])
  })

  test('a batch holds so many and no more; the rest says why', () => {
    const many = Array.from({ length: mostInBatch + 2 }, (_, index) => anOwedOrder(index + 1))
    const { chosen, leftOut } = chooseRefunds(asCandidates(many), gateway, madeAt)
    expect([chosen.length, leftOut.length]).toEqual([mostInBatch, 2])
    expect(leftOut[0]?.why).toBe('A batch holds 1,000 refunds. It can go into the next.')
  })

  test('what was shown is what is made, or nothing is', () => {
    const candidates = asCandidates([anOwedOrder(1)])
    const wish = { id: id<RefundBatchId>('refund-batch-x'), number: 1, ...gateway, candidates }
    const refused = makeBatch({ ...wish, expected: { count: 1, total: half } }, by, madeAt)
    expect(refusedBy(refused).code).toBe('batch-moved')
    const none = makeBatch({ ...wish, currency: 'CNY', expected: { count: 1, total: unitPrice } }, by, madeAt)
    expect(refusedBy(none).code).toBe('nothing-to-send')
  })
})

describe('a refund is refunded once', () => {
  test('in a batch it cannot be sent by hand too, nor be in two batches (woocommerce-gateway-stripe 838)', () => {
    const made = madeOf([anOwedOrder(1)])
    const [order] = ordersIn(made)
    const refund = refundAt(made)
    if (order === undefined) throw new Error('the batch has its order')
    expect(refusedBy(sendRefund(order, refund.id, { reference: 'rfnd_9' }, by, sentAt)).code).toBe('refund-in-batch')
    expect(chooseRefunds(asCandidates([order]), gateway, sentAt).chosen).toEqual([])
  })

  test('a batch is sent once (saleor-dashboard 4474)', () => {
    const sent = sentOf([anOwedOrder(1)])
    expect(refusedBy(sendBatch(sent.batch, sent.orders, by, sentAt)).code).toBe('batch-sent')
    expect(refusedBy(withdrawBatch(sent.batch, sent.orders, by, sentAt)).code).toBe('batch-sent')
  })

  test('withdrawn before it was sent, its refunds are free again and its file is dead', () => {
    const { batch, orders } = madeOf([anOwedOrder(1)])
    const freed = allowed(withdrawBatch(batch, orders, by, sentAt))
    expect(batchState(freed.batch)).toBe('withdrawn')
    expect(refusedBy(sendBatch(freed.batch, freed.orders, by, sentAt)).code).toBe('batch-withdrawn')
    expect(kindsOf(refundAt(freed))).toEqual(['batched', 'taken out'])
    expect(chooseRefunds(asCandidates(ordersIn(freed)), gateway, sentAt).chosen).toHaveLength(1)
  })

  test('a payment that became too old while the batch waited is not sent that way', () => {
    const { batch, orders } = madeOf([anOwedOrder(1)])
    expect(refusedBy(sendBatch(batch, orders, by, monthsOld)).message).toContain('older than six months')
  })

  test('of two refunds of one order each has its own line and its own fate', () => {
    const order = anOwedOrder(1, [half, half])
    const [first] = order.payments
    const [one, two] = order.refunds
    if (!first || !one || !two) throw new Error('the order has a payment and two refunds')
    const second = { ...first, id: two.paymentId, reference: 'pay_again' }
    const apart = { ...order, payments: [first, { ...second, id: 'o0000000001-p2' as typeof first.id }] }
    const refunds = [one, { ...two, paymentId: 'o0000000001-p2' as typeof first.id }]
    const sent = sentOf([{ ...apart, refunds }])
    expect(sent.batch.lines).toHaveLength(2)
    const failed = anAnswer(1, { subject: 'pay_again', amount: half, outcome: 'failed', gatewayReference: '' })
    const after = told(sent, [anAnswer(1, { amount: half }), failed])
    expect([0, 1].map((place) => refundState(refundAt(after, place)))).toEqual(['settled', 'owed'])
  })
})

describe('the file', () => {
  test('names what Razorpay asks for, amounts in paise', () => {
    const { batch, orders } = madeOf([anOwedOrder(1), anOwedOrder(2, [half])])
    expect(batchFile(batch, orders).rows).toEqual([
      ['Payment Id', 'amount', 'speed'],
      ['pay_0001', '109900', 'normal'],
      ['pay_0002', '50000', 'normal'],
    ])
  })

  test('downloaded again it is the same, whatever became of its refunds since', () => {
    const made = madeOf([anOwedOrder(1), anOwedOrder(2)])
    const sent = allowed(sendBatch(made.batch, made.orders, by, sentAt))
    const after = told(sent, [anAnswer(1), anAnswer(2, { outcome: 'failed' })])
    expect(batchFile(after.batch, after.orders)).toEqual(batchFile(made.batch, made.orders))
  })

  test('for the bank it leaves empty what only the supporter knows', () => {
    const candidates = asCandidates([anOwedOrder(1)])
    const wish = {
      id: id<RefundBatchId>('refund-batch-b'),
      number: 3,
      route: 'bank transfer',
      currency: 'INR',
    } as const
    const expected = { count: 1, total: unitPrice }
    const { batch, orders } = allowed(makeBatch({ ...wish, candidates, expected }, by, monthsOld))
    const { name, rows } = batchFile(batch, orders)
    expect(name).toBe('refunds-batch-3-bank-transfer.csv')
    const [head = [], line = []] = rows
    expect(Object.fromEntries(head.map((column, place) => [column, line[place]]))).toMatchObject({
      'Refund key': 'refund-o0000000001-r1',
      'Beneficiary name': 'Asha Rao',
      'Account number': '',
      'IFSC code': '',
      Amount: '1099.00',
      Currency: 'INR',
      'Payment reference': 'pay_0001',
      Status: '',
    })
  })
})

describe('a doubted refund', () => {
  test('is not sent before someone has looked into it', () => {
    const failed = told(sentOf([anOwedOrder(1)]), [anAnswer(1, { outcome: 'failed' })])
    const doubted = told(failed, [anAnswer(1)])
    const [order] = ordersIn(doubted)
    const { id: refundId } = refundAt(doubted)
    if (order === undefined) throw new Error('the batch has its order')
    expect(chooseRefunds(asCandidates([order]), gateway, sentAt).leftOut[0]?.why).toContain('contradicts itself')
    expect(refusedBy(sendRefund(order, refundId, { reference: 'rfnd_9' }, by, sentAt)).code).toBe('refund-doubted')
    const cleared = allowed(clearUpRefund(order, refundId, { note: 'Asked the gateway: not paid' }, by, sentAt))
    expect(chooseRefunds(asCandidates([cleared]), gateway, sentAt).chosen).toHaveLength(1)
    expect(refusedBy(clearUpRefund(cleared, refundId, { note: 'Again' }, by, sentAt)).code).toBe('refund-not-doubted')
  })

  test('keeps the batch that it waits in from being sent', () => {
    const first = told(sentOf([anOwedOrder(1)]), [anAnswer(1, { outcome: 'failed', gatewayReference: '' })])
    const second = madeOf(ordersIn(first), sentAt)
    const late = told({ batch: first.batch, orders: second.orders }, [anAnswer(1)])
    const orders: OrdersById = late.orders
    expect(late.verdicts).toEqual(['contradiction'])
    expect(refusedBy(sendBatch(second.batch, orders, by, sentAt)).code).toBe('batch-unfit')
  })
})
