import type { Order, Refund } from '../../shared/orders/order'
import { amountOf, countedPayment, isWithdrawn, priceOfFirst, refundsOf, unitsKept } from './count'
import type { Must } from './finding'

/** What must hold of an order whatever else there is: its amounts, its payments, its refunds and their histories. */
export function checkOrder(must: Must, order: Order): void {
  const { number } = order
  const amounts = [
    order.total,
    order.listPrice,
    ...order.payments.map(({ amount }) => amount),
    ...order.refunds.map(({ amount }) => amount),
    ...order.cancellations.map(({ owed }) => owed),
  ]
  const whole = amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)
  must(1, whole, () => `Order ${number} has an amount that is not a whole number of zero or more.`)
  must(1, unitsKept(order) >= 0 && order.units > 0, () => `Order ${number} has more units cancelled than ordered.`)
  const counting = order.payments.filter(({ late }) => late === null).length
  must(6, counting <= 1, () => `Order ${number} was paid in time more than once.`)
  for (const payment of order.payments) {
    const promised = refundsOf(order, payment)
    must(3, amountOf(promised) <= payment.amount, () => `Order ${number} gives back more than was paid.`)
    if (payment.late === null) continue
    const inFull = amountOf(promised) === payment.amount && promised.every(({ cause }) => cause === 'late money')
    must(3, inFull, () => `Late money of order ${number} is not owed back in full as late money.`)
  }
  checkParts(must, order)
  for (const { id, refundId, undone } of order.cancellations) {
    const refund = order.refunds.find((each) => each.id === refundId)
    const agrees = refund === undefined || isWithdrawn(refund) === (undone !== null)
    must(3, agrees, () => `Cancellation ${id} and its refund do not agree on whether it was undone.`)
  }
  for (const refund of order.refunds) {
    const history = refund.events.map(({ kind }) => kind).join(', ')
    must(8, isLegalHistory(refund), () => `Refund ${refund.id} went an impossible way: ${history}.`)
    must(4, refund.key === `refund-${refund.id}`, () => `Refund ${refund.id} goes by another key: ${refund.key}.`)
  }
}

function checkParts(must: Must, order: Order): void {
  const paid = countedPayment(order)
  if (paid === undefined) return
  const cancelled = refundsOf(order, paid).filter(({ cause }) => cause === 'cancelled')
  const kept = priceOfFirst(order, unitsKept(order))
  const agree = paid.amount === kept + amountOf(cancelled)
  must(1, agree, () => `The parts of order ${order.number} do not add up to what was paid.`)
  const inTime = paid.paidAt <= order.payBy
  must(9, inTime, () => `Order ${order.number} counts as paid although the money came after its deadline.`)
}

const mayFollow: Record<string, readonly string[]> = {
  owed: ['sent', 'batched', 'released', 'withdrawn'],
  released: ['sent', 'batched'],
  withdrawn: [],
  batched: ['sent', 'taken out'],
  'taken out': ['sent', 'batched'],
  sent: ['acknowledged', 'settled', 'failed'],
  acknowledged: ['settled', 'failed'],
  settled: [],
  failed: ['owed again'],
  'owed again': ['sent', 'batched'],
}

/** A doubt may come at any time, and leaves everything as it is. */
function isLegalHistory({ events }: Refund): boolean {
  const kinds = events.map(({ kind }) => kind).filter((kind) => kind !== 'doubted' && kind !== 'cleared up')
  return kinds.every((kind, index) => mayFollow[kinds[index - 1] ?? 'owed']?.includes(kind) === true)
}
