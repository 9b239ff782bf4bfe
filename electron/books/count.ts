import type { Order, Payment, Refund } from '../../shared/orders/order'

// What an order comes to, counted anew: not by the functions of the program that are being checked.

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

export const unitsKept = (order: Order): number =>
  order.units - sum(order.cancellations.map(({ units, undone }) => (undone === null ? units : 0)))

/** The one payment that was in time. */
export const countedPayment = (order: Order): Payment | undefined => order.payments.find(({ late }) => late === null)

export const refundsOf = (order: Order, payment: Payment): readonly Refund[] =>
  order.refunds.filter((refund) => refund.paymentId === payment.id && !isWithdrawn(refund))

export const isWithdrawn = ({ events }: Refund): boolean => events.at(-1)?.kind === 'withdrawn'

export const amountOf = (refunds: readonly Refund[]): number => sum(refunds.map(({ amount }) => amount))

export const isSettled = ({ events }: Refund): boolean => events.some(({ kind }) => kind === 'settled')

/** The price of the first units: shares differ by one smallest unit at most, the first ones are the larger. */
export function priceOfFirst(order: Order, units: number): number {
  const each = Math.floor(order.total / order.units)
  return each * units + Math.min(units, order.total - each * order.units)
}
