import { noCount, type Count } from '../../campaigns/tally'
import { minor, type Minor } from '../../money'
import { paidCancellations } from '../../orders/contribution'
import { postalAreaOf, regionOf, waitOf } from '../../orders/grouping'
import type { Order, Payment } from '../../orders/order'
import { amountLeft, inTimePayment, priceOf, unitsLeft } from '../../orders/orderState'
import { refundState, settledAt } from '../../orders/refundState'
import { shipBy } from '../../orders/shipBy'
import { dayOf, type Instant } from '../../time'
import type { BreakdownTerms, Groups } from './breakdown'

export type Hourly = 'paid' | 'cancelled' | 'lapsed'
export type DayMoney = 'captured' | 'owed' | 'refunded'

/** Hears of each part of what an order contributes. */
export interface Teller {
  units(which: Hourly, at: Instant, units: number): void
  counted(which: 'lapsed' | 'shipped', at: Instant, count: Count): void
  money(which: DayMoney, at: Instant, amount: Minor): void
  grouped(name: keyof Groups<never>, key: string, count: Count): void
}

/**
 * Tells what one order adds to its campaign's breakdown, made of facts on record only. A campaign's breakdown is the sum of these over all
 * its orders, by definition and by proof.
 */
export function tellBreakdown(order: Order, terms: BreakdownTerms, teller: Teller): void {
  const payment = inTimePayment(order)
  const left = unitsLeft(order)
  const rest: Count = left === 0 ? noCount : { orders: 1, units: left, amount: amountLeft(order) }
  if (payment !== null) tellPaid(order, payment, rest, teller)
  else if (order.lapsedAt !== null && left > 0) {
    teller.units('lapsed', order.lapsedAt, left)
    teller.counted('lapsed', order.lapsedAt, rest)
  }
  tellReasons(order, teller)
  tellMoney(order, teller)
  if (left > 0) tellShipping(order, payment, rest, terms, teller)
}

function tellPaid(order: Order, payment: Payment, rest: Count, teller: Teller): void {
  const { units, amount, paidAt } = payment
  const paid: Count = { orders: 1, units, amount }
  teller.units('paid', paidAt, units)
  teller.grouped('offers', order.offerId ?? '', paid)
  teller.grouped('waits', waitOf(order.placedAt, paidAt), paid)
  for (const { at, count } of paidCancellations(order, payment)) teller.units('cancelled', at, count.units)
  if (rest.units === 0) return
  teller.grouped('regions', regionOf(order), rest)
  teller.grouped('postalAreas', postalAreaOf(order), rest)
}

function tellReasons(order: Order, teller: Teller): void {
  let left = order.units
  for (const { units, reason, undone } of order.cancellations) {
    if (undone !== null) continue
    const before = left
    left -= units
    teller.grouped('reasons', reason, {
      orders: 1,
      units,
      amount: minor(priceOf(order, before) - priceOf(order, left)),
    })
  }
}

function tellMoney({ payments, refunds }: Order, teller: Teller): void {
  for (const { paidAt, amount } of payments) teller.money('captured', paidAt, amount)
  for (const refund of refunds) {
    if (refundState(refund) === 'withdrawn') continue
    teller.money('owed', refund.owedAt, refund.amount)
    const settled = settledAt(refund)
    if (settled !== null) teller.money('refunded', settled, refund.amount)
  }
}

function tellShipping(order: Order, payment: Payment | null, rest: Count, terms: BreakdownTerms, teller: Teller): void {
  const { shipment, voidedAt, placedAt } = order
  if (shipment !== null) {
    const promised = shipBy(order, terms)
    teller.counted('shipped', shipment.at, rest)
    teller.grouped('promises', promised !== null && shipment.at > promised ? 'broken' : 'kept', rest)
  } else if (payment !== null && voidedAt === null) {
    teller.grouped('toShip', dayOf(placedAt, terms.zone), rest)
  }
}
