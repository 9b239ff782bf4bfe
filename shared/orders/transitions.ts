import { assert, ok, refuse, type Ok, type Result } from '../result'
import type { Instant } from '../time'
import type { Order, OrderState } from './order'
import { orderState } from './orderState'

export const orderActions = ['pay', 'lapse', 'cancel', 'undo', 'ship', 'track', 'deliver', 'void'] as const
export type OrderAction = (typeof orderActions)[number]

/** Either the states an action may lead to, or why it is refused, in words for the person who asked. */
type Step = { readonly to: readonly OrderState[] } | { readonly code: string; readonly refused: string }

const to = (...states: readonly OrderState[]): Step => ({ to: states })
const no = (code: string, refused: string): Step => ({ code, refused })

const unpaid = no('not-paid', 'This order has not been paid.')
const cancelled = no('cancelled', 'This order has been cancelled.')
const unshipped = no('not-shipped', 'This order has not been shipped.')
const lapsed = no('lapsed', 'This order has lapsed: it was not paid in time.')
const shipped = no('already-shipped', 'This order has been shipped.')
const delivered = no('already-delivered', 'This order has been delivered.')
const voided = no('voided', 'The campaign of this order failed; its money is given back.')
const paid = no('already-paid', 'This order has been paid.')

/**
 * Every state with every action. Money is never turned away: in a state where it cannot count it is kept as late money, and the
 * order stays as it is.
 */
export const orderTransitions: Record<OrderState, Record<OrderAction, Step>> = {
  'awaiting payment': {
    pay: to('paid', 'awaiting payment'),
    lapse: no('still-payable', 'This order can still be paid in time.'),
    cancel: to('awaiting payment', 'cancelled'),
    undo: to('awaiting payment'),
    ship: unpaid,
    track: unpaid,
    deliver: unpaid,
    void: unpaid,
  },
  paid: {
    pay: to('paid'),
    lapse: paid,
    cancel: to('paid', 'cancelled'),
    undo: to('paid'),
    ship: to('shipped'),
    track: unshipped,
    deliver: unshipped,
    void: to('voided'),
  },
  lapsed: {
    pay: to('paid', 'lapsed'),
    lapse: to('lapsed'),
    cancel: no('lapsed', 'This order has lapsed: there is nothing left to cancel.'),
    undo: no('lapsed', 'This order has lapsed: there is nothing to bring back.'),
    ship: lapsed,
    track: lapsed,
    deliver: lapsed,
    void: lapsed,
  },
  cancelled: {
    pay: to('cancelled'),
    lapse: cancelled,
    cancel: no('cancelled', 'This order has been cancelled whole: there is nothing left to cancel.'),
    undo: to('awaiting payment', 'paid'),
    ship: cancelled,
    track: cancelled,
    deliver: cancelled,
    void: cancelled,
  },
  shipped: {
    pay: to('shipped'),
    lapse: shipped,
    cancel: no('already-shipped', 'This order has been shipped: it can no longer be cancelled.'),
    undo: no('already-shipped', 'This order has been shipped: what was cancelled before cannot come along any more.'),
    ship: shipped,
    track: to('shipped'),
    deliver: to('delivered'),
    void: shipped,
  },
  delivered: {
    pay: to('delivered'),
    lapse: delivered,
    cancel: no('already-delivered', 'This order has been delivered: it can no longer be cancelled.'),
    undo: no(
      'already-delivered',
      'This order has been delivered: what was cancelled before cannot come along any more.',
    ),
    ship: delivered,
    track: to('delivered'),
    deliver: delivered,
    void: delivered,
  },
  voided: {
    pay: to('voided'),
    lapse: voided,
    cancel: no(
      'voided',
      'The campaign of this order failed and all of its money is given back: nothing is left to cancel.',
    ),
    undo: voided,
    ship: voided,
    track: voided,
    deliver: voided,
    void: voided,
  },
}

/** The states that the action may lead to at `at`, or the refusal that the table names. */
export function allowed(order: Order, action: OrderAction, at: Instant): Result<readonly OrderState[]> {
  const step = orderTransitions[orderState(order, at)][action]
  return 'to' in step ? ok(step.to) : refuse(step.code, step.refused)
}

/** The changed order, once it is certain that it arrived in a state that the table names. */
export function arrived(order: Order, legal: readonly OrderState[], at: Instant): Ok<Order> {
  assert(legal.includes(orderState(order, at)), 'an order only goes where the table leads')
  return ok(order)
}
