import type { PaymentMode } from '../campaigns/paymentMode'
import type { Payment, Refund } from '../orders/order'
import { addWorkingDays, dayLength, instant, type Instant, type Zone } from '../time'
import { onItsWaySince } from './refundState'
import type { DaysOff } from '../settings/holidays'
import type { RefundRow } from './requests'

/** The longest that banks take, in working days from sent. EMI runs over cards. */
const workingDays: Record<PaymentMode, number> = { card: 10, EMI: 10, 'net banking': 10, UPI: 7, wallet: 3 }

/** By when a refund that was sent at `sentAt` should have arrived, inclusive. */
export const arrivesBy = (sentAt: Instant, mode: PaymentMode, zone: Zone, daysOff: DaysOff): Instant =>
  addWorkingDays(sentAt, workingDays[mode], zone, daysOff)

/** By when the supporter should have a refund that is on its way, inclusive; null while it is not sent or once it arrived. */
export function dueBy(refund: Refund, mode: PaymentMode, zone: Zone, daysOff: DaysOff): Instant | null {
  const sentAt = onItsWaySince(refund)
  return sentAt === null ? null : arrivesBy(sentAt, mode, zone, daysOff)
}

/** The same time of day so many calendar months later, on the month's last day where it has no such day (UTC). */
function addMonths(from: Instant, count: number): Instant {
  const moved = new Date(from)
  const dayOfMonth = moved.getUTCDate()
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + count)
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(dayOfMonth, lastDay))
  return instant(moved.getTime())
}

const gatewayMonths = 6
const warningMonths = 1

/** No five months are shorter: most payments are told without the calendar. */
const surelyYoung = 149 * dayLength

/** Whether the gateway refuses a payment of that instant within a month, or refuses it already: staff are warned. */
export const isAging = (paidAt: Instant, at: Instant): boolean =>
  at - paidAt >= surelyYoung && at >= addMonths(paidAt, gatewayMonths - warningMonths)

/**
 * The way a refund of this payment can take: gateways refuse payments older than six months, which need a bank transfer; staff
 * are warned from a month before.
 */
export function routeOf(payment: Payment, at: Instant): RefundRow['route'] {
  if (at > addMonths(payment.paidAt, gatewayMonths)) return 'bank transfer'
  return isAging(payment.paidAt, at) ? 'gateway, soon too old' : 'gateway'
}
