import { id, type RefundBatchId, type RefundId } from '../../../../shared/ids'
import { minor, type Minor } from '../../../../shared/money'
import type { Order, Refund } from '../../../../shared/orders/order'
import { applyAnswer, countedAnew, lineFinder, type Judged } from '../../../../shared/refunds/batches/applyAnswer'
import type { Answer } from '../../../../shared/refunds/batches/answer'
import { orderOf, refundOn, type OrdersById } from '../../../../shared/refunds/batches/batch'
import { makeBatch, type BatchWithOrders } from '../../../../shared/refunds/batches/makeBatch'
import { sendBatch } from '../../../../shared/refunds/batches/sendBatch'
import { later, minute, type Instant } from '../../../../shared/time'
import { allowed, anActor } from '../../builders'
import { aPaidOrder, aRefund, paidAt, unitPrice } from '../../orderBuilders'

export const by = anActor()
export const madeAt = later(paidAt, 60 * minute)
export const sentAt = later(madeAt, minute)
export const readAt = later(sentAt, 24 * 60 * minute)

/** A paid order whose units were cancelled in refunds of these amounts. */
export function anOwedOrder(
  sequence: number,
  amounts: readonly Minor[] = [unitPrice],
  order: Partial<Order> = {},
): Order {
  const paid = aPaidOrder({ sequence, units: amounts.length, ...order })
  const [payment] = paid.payments
  if (payment === undefined) throw new Error('a paid order has its payment')
  const refunds = amounts.map((amount, index): Refund => {
    const refundId = id<RefundId>(`${paid.id}-r${String(index + 1)}`)
    return aRefund({ id: refundId, key: `refund-${refundId}`, paymentId: payment.id, amount })
  })
  return { ...paid, payments: [{ ...payment, reference: paymentOf(sequence) }], refunds }
}

const paymentOf = (sequence: number): string => `pay_${String(sequence).padStart(4, '0')}`

export const asCandidates = (orders: readonly Order[]) =>
  orders.flatMap((order) => order.refunds.map((refund) => ({ order, refund })))

let numbers = 0

/** A gateway batch of every refund of these orders, or of those named. */
export function madeOf(
  orders: readonly Order[],
  at: Instant = madeAt,
  named?: readonly Refund['id'][],
): BatchWithOrders {
  numbers += 1
  const candidates = asCandidates(orders).filter(({ refund }) => named === undefined || named.includes(refund.id))
  const total = minor(candidates.reduce((sum, { refund }) => sum + refund.amount, 0))
  const kind = { route: 'gateway', currency: 'INR' } as const
  const numbered = { id: id<RefundBatchId>(`refund-batch-${String(numbers)}`), number: numbers }
  return allowed(makeBatch({ ...numbered, ...kind, candidates, expected: { count: candidates.length, total } }, by, at))
}

export function sentOf(orders: readonly Order[]): BatchWithOrders {
  const { batch, orders: held } = madeOf(orders)
  return allowed(sendBatch(batch, held, by, sentAt))
}

export const anAnswer = (sequence: number, overrides: Partial<Answer> = {}): Answer => ({
  subject: paymentOf(sequence),
  lines: [sequence + 1],
  outcome: 'processed',
  amount: unitPrice,
  gatewayReference: `rfnd_${String(sequence)}`,
  bankReference: '',
  reason: '',
  ...overrides,
})

/** Applies answers one after the other, as a command does. */
export function told(
  { batch, orders }: BatchWithOrders,
  answers: readonly Answer[],
  vouched = false,
): BatchWithOrders & { readonly verdicts: readonly Judged['verdict'][] } {
  const after: OrdersById = new Map(orders)
  const find = lineFinder(batch, after)
  const verdicts = answers.map((answer) => {
    const { verdict, order } = applyAnswer({ batch, vouched }, find(answer.subject), after, answer, by, readAt)
    if (order !== null) after.set(order.id, order)
    return verdict
  })
  return { batch: countedAnew(batch, after, readAt), orders: after, verdicts }
}

/** The refund of the batch's line at that place, as it is now. */
export function refundAt({ batch, orders }: BatchWithOrders, place = 0): Refund {
  const line = batch.lines[place]
  if (line === undefined) throw new Error('the batch has no such line')
  return refundOn(orderOf(orders, line), line)
}

export const kindsOf = ({ events }: Refund): readonly string[] => events.map(({ kind }) => kind)

/** The batch's orders as they are now. */
export const ordersIn = ({ orders }: { readonly orders: OrdersById }): readonly Order[] => [...orders.values()]
