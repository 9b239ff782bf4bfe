import type { PaymentMode } from '../campaigns/paymentMode'
import { emptyTally, noCount, type Count, type DayCount, type MoneyCount, type Tally } from '../campaigns/tally'
import { minor, nothing, type Minor } from '../money'
import { dayOf, type Instant, type Zone } from '../time'
import type { Cancellation, Order, Payment, RefundState } from './order'
import { inTimePayment, priceOf, unitsLeft } from './orderState'
import { refundState } from './refundState'

const noDay: DayCount = { placed: noCount, paid: noCount, cancelled: noCount }

const plus = (left: Count, right: Count): Count => ({
  orders: left.orders + right.orders,
  units: left.units + right.units,
  amount: minor(left.amount + right.amount),
})

function onDay(days: Record<string, DayCount>, day: string, what: keyof DayCount, count: Count): void {
  const known = days[day] ?? noDay
  days[day] = { ...known, [what]: known[what] === noCount ? count : plus(known[what], count) }
}

/** Paid units that were given up, and when. */
export interface PaidCancellation {
  readonly of: Cancellation
  readonly at: Instant
  readonly count: Count
}

/**
 * The cancellations that took paid units away, in their order. Cancellations before payment never were in the bar, so they are not
 * taken out of it: those are the first ones, down to the units that the payment paid for. The list's order decides this, not the
 * clock, which may have jumped. `orders` counts the one that left nothing of the order.
 */
export function paidCancellations(order: Order, payment: Payment): readonly PaidCancellation[] {
  const found: PaidCancellation[] = []
  let left = order.units
  for (const of of order.cancellations) {
    const { at, units, undone } = of
    if (undone !== null) continue
    const before = left
    left -= units
    if (before > payment.units) continue
    const amount = minor(priceOf(order, before) - priceOf(order, left))
    found.push({ of, at, count: { orders: left === 0 ? 1 : 0, units, amount } })
  }
  return found
}

/** The order's share of each day: placed when it was placed, paid when the payment was confirmed, cancelled when units were given up. */
function daysOf(order: Order, placed: Count, payment: Payment | null, zone: Zone): Record<string, DayCount> {
  const days: Record<string, DayCount> = { [dayOf(order.placedAt, zone)]: { ...noDay, placed } }
  if (payment === null) return days
  const { units, amount } = payment
  onDay(days, dayOf(payment.paidAt, zone), 'paid', { orders: 1, units, amount })
  for (const { at, count } of paidCancellations(order, payment)) onDay(days, dayOf(at, zone), 'cancelled', count)
  return days
}

/** What was captured and what was promised or given back of it, by the mode that the money came in. */
function modesOf(order: Order): Partial<Record<PaymentMode, MoneyCount>> {
  const modes: Partial<Record<PaymentMode, MoneyCount>> = {}
  for (const { id, mode, amount } of order.payments) {
    const known = modes[mode]
    const refunds: Record<RefundState, number> = {
      owed: known?.owed ?? 0,
      sent: known?.sent ?? 0,
      settled: known?.settled ?? 0,
      failed: known?.failed ?? 0,
    }
    for (const refund of order.refunds) {
      const state = refundState(refund)
      if (refund.paymentId === id && state !== 'withdrawn') refunds[state] += refund.amount
    }
    modes[mode] = {
      payments: (known?.payments ?? 0) + 1,
      captured: minor((known?.captured ?? 0) + amount),
      owed: minor(refunds.owed),
      sent: minor(refunds.sent),
      settled: minor(refunds.settled),
      failed: minor(refunds.failed),
    }
  }
  return modes
}

function lateOf(order: Order): Count {
  let orders = 0
  let amount: Minor = nothing
  for (const payment of order.payments) {
    if (payment.late === null) continue
    orders += 1
    amount = minor(amount + payment.amount)
  }
  return orders === 0 ? noCount : { orders, units: 0, amount }
}

const countOf = (order: Order, state: RefundState): number => {
  let count = 0
  for (const refund of order.refunds) if (refundState(refund) === state) count += 1
  return count
}

/** Where the units stand that are not cancelled: exactly one of these holds `rest`, from facts on record alone. */
function standing(order: Order, paid: boolean): 'awaiting' | 'lapsed' | 'voided' | 'toShip' | 'shipped' | 'delivered' {
  if (order.deliveredAt !== null) return 'delivered'
  if (order.shipment !== null) return 'shipped'
  if (order.voidedAt !== null) return 'voided'
  if (paid) return 'toShip'
  return order.lapsedAt === null ? 'awaiting' : 'lapsed'
}

/**
 * What one order adds to its campaign's tally. Made of facts on record only: a lapse counts from when it is on record. A
 * campaign's tally is the sum of these over all its orders, by definition and by proof. `toShip` counts every paid order that has
 * not shipped, of campaigns that are not funded as well; `shipped` is without the delivered ones. A void leaves `net` as it was.
 */
export function contributionOf(order: Order, zone: Zone): Tally {
  const payment = inTimePayment(order)
  const left = unitsLeft(order)
  const placed: Count = { orders: 1, units: order.units, amount: order.total }
  const leftAmount = left === order.units ? order.total : priceOf(order, left)
  const rest: Count = left === 0 ? noCount : { orders: 1, units: left, amount: leftAmount }
  const net = payment === null ? noCount : rest
  const refunds = order.refunds.length > 0
  return {
    ...emptyTally,
    placed,
    paid: payment === null ? noCount : { orders: 1, units: payment.units, amount: payment.amount },
    net,
    cancelled:
      left === order.units
        ? noCount
        : { orders: left === 0 ? 1 : 0, units: order.units - left, amount: minor(order.total - leftAmount) },
    late: lateOf(order),
    refundsOwed: refunds ? countOf(order, 'owed') : 0,
    refundsSent: refunds ? countOf(order, 'sent') : 0,
    refundsSettled: refunds ? countOf(order, 'settled') : 0,
    refundsFailed: refunds ? countOf(order, 'failed') : 0,
    byDay: daysOf(order, placed, payment, zone),
    byMode: modesOf(order),
    byVariant: net === noCount ? {} : { [order.variantId]: net },
    [standing(order, payment !== null)]: rest,
  }
}
