import { expect, test } from 'vitest'
import { id, type CampaignId, type RefundId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { Order } from '../../../shared/orders/order'
import { LedgerBook } from '../../../shared/reports/ledger/book'
import { journalOf } from '../../../shared/reports/ledger/journal'
import { addDays, dayLength, dayOf, later } from '../../../shared/time'
import { india } from '../builders'
import { anEvent, aPaidOrder, aRefund, paidAt } from '../orderBuilders'

const after = (days: number) => later(paidAt, days * dayLength)

function refunded(overrides: Parameters<typeof aRefund>[0], order: Partial<Order> = {}): Order {
  const paid = aPaidOrder(order)
  const payment = paid.payments[0]
  if (payment === undefined) throw new Error('a paid order has its payment')
  const refund = aRefund({ id: id<RefundId>(`${paid.id}-r1`), paymentId: payment.id, owedAt: after(1), ...overrides })
  return { ...paid, refunds: [refund] }
}

const said = (order: Order, recognised: Parameters<typeof journalOf>[1] = null) =>
  journalOf(order, recognised).map(({ number, debit, credit, amount }) => [
    number.slice(order.number.length + 1),
    debit,
    credit,
    amount,
  ])

test('money paid in time is held until the success is decided, and revenue from then on', () => {
  const order = aPaidOrder()
  expect(said(order)).toEqual([['P1', 'receivable', 'held', 109_900]])
  expect(said(order, after(5))).toEqual([
    ['P1', 'receivable', 'held', 109_900],
    ['R', 'held', 'revenue', 109_900],
  ])
})

test('what was cancelled before the success is never revenue; what is cancelled after it is taken out of revenue', () => {
  const amount = minor(40_000)
  const before = refunded({ amount, cause: 'cancelled' })
  expect(said(before, after(5))).toEqual([
    ['P1', 'receivable', 'held', 109_900],
    ['O1', 'held', 'refunds', 40_000],
    ['R', 'held', 'revenue', 69_900],
  ])
  const later = refunded({ amount, cause: 'cancelled', owedAt: after(6) })
  expect(said(later, after(5))).toEqual([
    ['P1', 'receivable', 'held', 109_900],
    ['R', 'held', 'revenue', 109_900],
    ['O1', 'revenue', 'refunds', 40_000],
  ])
})

test('a refund moves the books when it has arrived, not when it is sent, nor when it fails', () => {
  const events = [
    anEvent('sent', after(2)),
    anEvent('failed', after(3)),
    anEvent('owed again', after(4)),
    anEvent('sent', after(5)),
    anEvent('settled', after(7)),
  ]
  expect(said(refunded({ cause: 'campaign failed', events })).slice(1)).toEqual([
    ['O1', 'held', 'refunds', aRefund().amount],
    ['S1', 'refunds', 'paidBack', aRefund().amount],
  ])
})

test('an undone cancellation is reversed by an entry of its own', () => {
  const order = refunded({ cause: 'cancelled', amount: minor(109_900), events: [anEvent('withdrawn', after(2))] })
  expect(said(order).slice(1)).toEqual([
    ['O1', 'held', 'refunds', 109_900],
    ['W1', 'refunds', 'held', 109_900],
  ])
})

test('late money is owed from the moment that it came, and is never held or revenue', () => {
  const order = refunded({ cause: 'late money', amount: minor(109_900), events: [anEvent('settled', after(3))] })
  const [payment] = order.payments
  if (payment === undefined) throw new Error('a paid order has its payment')
  const late: Order = { ...order, payments: [{ ...payment, late: 'after the end', units: 0 }] }
  expect(said(late, after(2))).toEqual([
    ['P1', 'receivable', 'late', 109_900],
    ['S1', 'late', 'paidBack', 109_900],
  ])
})

test('a period opens with what came before it and knows nothing of what came after', () => {
  const campaign = id<CampaignId>('campaign-1')
  const order = refunded({ cause: 'cancelled', amount: minor(40_000), events: [anEvent('settled', after(4))] })
  const day = dayOf(paidAt, india)
  const book = new LedgerBook({ from: addDays(day, 1), to: addDays(day, 3) })
  expect(journalOf(order, null).map((entry) => book.add(campaign, india, entry))).toEqual([false, true, false])
  expect(book.balances(campaign).filter(({ opening, closing }) => opening !== 0 || closing !== 0)).toEqual([
    { account: 'receivable', opening: 109_900, debit: 0, credit: 0, closing: 109_900 },
    { account: 'held', opening: -109_900, debit: 40_000, credit: 0, closing: -69_900 },
    { account: 'refunds', opening: 0, debit: 0, credit: 40_000, closing: -40_000 },
  ])
  expect(book.days()).toEqual([
    { campaignId: campaign, day: addDays(day, 1), account: 'held', debit: 40_000, credit: 0 },
    { campaignId: campaign, day: addDays(day, 1), account: 'refunds', debit: 0, credit: 40_000 },
  ])
})
