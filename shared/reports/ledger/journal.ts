import type { Campaign } from '../../campaigns/campaign'
import type { Minor } from '../../money'
import { minor } from '../../money'
import type { Order, Refund } from '../../orders/order'
import { inTimePayment } from '../../orders/orderState'
import { assert } from '../../result'
import type { Instant } from '../../time'
import type { LedgerAccount } from './accounts'

/** One movement of money between two accounts: the same amount on both sides, so each entry balances. */
export interface JournalEntry {
  /** Of the order's number and the fact's place in the order: the same in every export, never given twice. */
  readonly number: string
  readonly at: Instant
  readonly what: string
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  /** In the order's currency; never zero, never negative. */
  readonly amount: Minor
  /** The gateway's or the bank's, where the fact has one. */
  readonly reference: string
}

/** When the campaign's money became the company's: the decision that it succeeded. Null before it, and where it failed. */
export const recognisedAt = ({ settlement }: Pick<Campaign, 'settlement'>): Instant | null =>
  settlement?.outcome === 'succeeded' ? settlement.decidedAt : null

/**
 * All that an order's facts say to the books, by time. Facts are only ever added, so an entry that was exported once stands; what was
 * undone has an entry of its own that reverses the first. A refund that is sent moves nothing: it is owed until it has arrived.
 */
export function journalOf(order: Order, recognised: Instant | null): readonly JournalEntry[] {
  /** What is kept for the order stands there at that instant. */
  const keptIn = (at: Instant): LedgerAccount => (recognised !== null && at >= recognised ? 'revenue' : 'held')
  const entries = [
    ...paymentsOf(order, keptIn),
    ...order.refunds.flatMap((refund, index) => refundEntries(order, refund, index, keptIn)),
  ]
  if (recognised !== null) entries.push(...recognition(order, entries, recognised))
  return entries.filter(({ amount }) => amount !== 0).sort((left, right) => left.at - right.at)
}

function paymentsOf(order: Order, keptIn: (at: Instant) => LedgerAccount): JournalEntry[] {
  const counted = inTimePayment(order)
  return order.payments.map((payment, index) => ({
    number: `${order.number}-P${index + 1}`,
    at: payment.paidAt,
    what: payment === counted ? 'Payment in time' : 'Late money',
    debit: 'receivable',
    credit: payment === counted ? keptIn(payment.paidAt) : 'late',
    amount: payment.amount,
    reference: payment.reference,
  }))
}

function refundEntries(
  { number, payments }: Order,
  { amount, cause, owedAt, events, paymentId }: Refund,
  index: number,
  keptIn: (at: Instant) => LedgerAccount,
): JournalEntry[] {
  const entry = (letter: string, facts: Omit<JournalEntry, 'number' | 'amount'>): JournalEntry => ({
    number: `${number}-${letter}${index + 1}`,
    amount,
    ...facts,
  })
  const owing = cause === 'late money' ? 'late' : 'refunds'
  const paidWith = payments.find(({ id }) => id === paymentId)?.reference ?? ''
  const found: JournalEntry[] = []
  // Late money is owed from the moment that it came.
  if (owing === 'refunds') {
    const what = cause === 'cancelled' ? 'Owed for a cancellation' : 'Owed as the campaign failed'
    found.push(entry('O', { at: owedAt, what, debit: keptIn(owedAt), credit: owing, reference: paidWith }))
  }
  for (const event of events) {
    const { at, kind } = event
    if (kind === 'withdrawn') {
      assert(owing === 'refunds', 'only a cancellation can be undone')
      found.push(entry('W', { at, what: 'Cancellation undone', debit: owing, credit: keptIn(at), reference: paidWith }))
    } else if (kind === 'settled') {
      const reference = event.bankReference
      found.push(entry('S', { at, what: 'Refund arrived', debit: owing, credit: 'paidBack', reference }))
    }
  }
  return found
}

/** What the order holds at that instant becomes revenue; what happens to it afterwards, happens to revenue. */
function recognition(order: Order, entries: readonly JournalEntry[], at: Instant): JournalEntry[] {
  let held = 0
  for (const { debit, credit, amount } of entries) {
    if (credit === 'held') held += amount
    if (debit === 'held') held -= amount
  }
  assert(held >= 0, 'an order never owes back more than was held for it')
  const what = 'Campaign succeeded'
  const number = `${order.number}-R`
  return [{ number, at, what, debit: 'held', credit: 'revenue', amount: minor(held), reference: '' }]
}
