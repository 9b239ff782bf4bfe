import { firstShares, type Minor } from '../money'
import { assert } from '../result'
import type { Instant } from '../time'
import type { Cancellation, Order, OrderState, Payment } from './order'

/** The cancellations that count: those that were not undone. */
export const standing = (order: Order): readonly Cancellation[] =>
  order.cancellations.filter(({ undone }) => undone === null)

/** Units that are not cancelled. */
export function unitsLeft(order: Order): number {
  let left = order.units
  for (const { units, undone } of order.cancellations) if (undone === null) left -= units
  assert(left >= 0, 'no more units are cancelled than were ordered')
  return left
}

/**
 * What the order costs with `units` of its units left. Cancellations take the last shares of the price paid, so the units that
 * remain always cost the first ones, and all parts add up to the total.
 */
export const priceOf = (order: Order, units: number): Minor => firstShares(order.total, order.units, units)

/** Price of the units that are not cancelled. */
export const amountLeft = (order: Order): Minor => priceOf(order, unitsLeft(order))

/** The one payment that counted, whatever was cancelled since. */
export const inTimePayment = (order: Order): Payment | null => order.payments.find(({ late }) => late === null) ?? null

/**
 * Names an order's state at an instant. What happened last and cannot be undone comes first; time alone turns an unpaid order
 * into a lapsed one, also before the program has taken note of it.
 */
export function orderState(order: Order, at: Instant): OrderState {
  if (order.deliveredAt !== null) return 'delivered'
  if (order.shipment !== null) return 'shipped'
  if (order.voidedAt !== null) return 'voided'
  if (unitsLeft(order) === 0) return 'cancelled'
  if (inTimePayment(order) !== null) return 'paid'
  return order.lapsedAt !== null || at > order.payBy ? 'lapsed' : 'awaiting payment'
}
