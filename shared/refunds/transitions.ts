import type { Order, Refund, RefundEvent, RefundStanding, RefundState } from '../orders/order'
import { assert, ok, refuse, type Result } from '../result'
import { refundState } from './refundState'

export const refundActions = ['send', 'settle', 'fail', 'retry', 'release'] as const
export type RefundAction = (typeof refundActions)[number]

/** Either the state an action leads to, or why it is refused, in words for the person who asked. */
type Step = { readonly to: RefundState } | { readonly code: string; readonly refused: string }

const no = (code: string, refused: string): Step => ({ code, refused })

const notSent = no('refund-not-sent', 'This refund has not been sent.')
const settled = no('refund-settled', 'This refund is settled: the supporter has the money.')
const inFlight = no('refund-in-flight', 'This refund has been sent. Wait until it is settled or has failed.')
const failed = no('refund-failed', 'This refund has failed. Mark it as owed again first.')
const withdrawn = no('refund-withdrawn', 'The cancellation was undone, so this refund is withdrawn: nothing is owed.')

/** Every state with every action. Nothing leads back from sent but a failure, and nothing on from settled. */
export const refundTransitions: Record<RefundStanding, Record<RefundAction, Step>> = {
  owed: {
    send: { to: 'sent' },
    settle: notSent,
    fail: notSent,
    retry: no('refund-owed', 'This refund is owed already.'),
    release: { to: 'owed' },
  },
  sent: { send: inFlight, settle: { to: 'settled' }, fail: { to: 'failed' }, retry: inFlight, release: inFlight },
  settled: { send: settled, settle: settled, fail: settled, retry: settled, release: settled },
  failed: {
    send: failed,
    settle: failed,
    fail: no('refund-failed', 'This refund is marked as failed already.'),
    retry: { to: 'owed' },
    release: failed,
  },
  withdrawn: { send: withdrawn, settle: withdrawn, fail: withdrawn, retry: withdrawn, release: withdrawn },
}

/** Adds an event to one refund of the order, where the table lets it. Identity, amount and earlier events stay as they are. */
export function moveRefund(
  order: Order,
  refundId: Refund['id'],
  action: RefundAction,
  event: RefundEvent,
): Result<Order> {
  const refund = order.refunds.find(({ id }) => id === refundId)
  if (refund === undefined) return refuse('refund-unknown', 'This order has no such refund.', 'refundId')
  const step = refundTransitions[refundState(refund)][action]
  if (!('to' in step)) return refuse(step.code, step.refused)
  const moved: Refund = { ...refund, events: [...refund.events, event] }
  assert(refundState(moved) === step.to, 'a refund only goes where the table leads')
  return ok(withRefund(order, refund, moved))
}

/** Adds an event that leaves the refund's state as it is. */
export function noteOnRefund(order: Order, refund: Refund, event: RefundEvent): Order {
  const noted: Refund = { ...refund, events: [...refund.events, event] }
  assert(refundState(noted) === refundState(refund), 'a note moves no refund')
  return withRefund(order, refund, noted)
}

const withRefund = (order: Order, before: Refund, after: Refund): Order => ({
  ...order,
  refunds: order.refunds.map((other) => (other === before ? after : other)),
})
