import type { Order } from '../../orders/order'
import { ok, refuse, type Refused, type Result } from '../../result'
import { actorName, type Actor } from '../../staff/actor'
import type { Instant } from '../../time'
import { routeOf } from '../dueClock'
import { whyNotSent } from '../mayBeSent'
import { moveRefund, noteOnRefund } from '../transitions'
import { batchName, batchState, orderOf, refundOn, type BatchState, type OrdersById, type RefundBatch } from './batch'
import { paymentOf } from './chooseRefunds'
import type { BatchWithOrders } from './makeBatch'

const refusals: Record<BatchState, Refused | null> = {
  'to be sent': null,
  sent: refuse('batch-sent', 'This batch has been sent. What becomes of its refunds is in the gateway’s hands.'),
  answered: refuse('batch-sent', 'This batch has been sent and answered.'),
  withdrawn: refuse('batch-withdrawn', 'This batch was withdrawn.'),
}

/**
 * Notes that the batch's file was handed over: all of its refunds are on their way. Refused a second time, after a withdrawal, and
 * where one of its refunds may no longer be sent this way.
 */
export function sendBatch(batch: RefundBatch, orders: OrdersById, by: Actor, at: Instant): Result<BatchWithOrders> {
  const refused = refusals[batchState(batch)]
  if (refused !== null) return refused
  const moved = new Map(orders)
  for (const line of batch.lines) {
    const order = orderOf(moved, line)
    const refund = refundOn(order, line)
    const doubted = whyNotSent(order, refund, at, batch.id)
    if (doubted !== null) return withdrawFirst(order, doubted.refusal.message)
    if (batch.route === 'gateway' && routeOf(paymentOf({ order, refund }), at) === 'bank transfer') {
      return withdrawFirst(order, 'Its payment has become older than six months.')
    }
    const event = { kind: 'sent', at, by: actorName(by), reference: batchName(batch), batchId: batch.id } as const
    const sent = moveRefund(order, line.refundId, 'send', event)
    if (!sent.ok) return sent
    moved.set(order.id, sent.value)
  }
  return ok({ batch: { ...batch, sentAt: at, sentBy: actorName(by) }, orders: moved })
}

const withdrawFirst = ({ number }: Order, why: string): Refused =>
  refuse('batch-unfit', `The refund of order ${number} cannot go this way. ${why} Withdraw the batch and make it anew.`)

/** Gives the batch's refunds free, as they were before it. Refused once it was sent. */
export function withdrawBatch(batch: RefundBatch, orders: OrdersById, by: Actor, at: Instant): Result<BatchWithOrders> {
  const refused = refusals[batchState(batch)]
  if (refused !== null) return refused
  const freed = new Map(orders)
  for (const line of batch.lines) {
    const order = orderOf(freed, line)
    const event = { kind: 'taken out', at, by: actorName(by), batchId: batch.id } as const
    freed.set(order.id, noteOnRefund(order, refundOn(order, line), event))
  }
  return ok({ batch: { ...batch, withdrawnAt: at }, orders: freed })
}
