import { assert, type Result } from '../result'
import type { Instant } from '../time'
import type { Order } from './order'
import { amountLeft, inTimePayment } from './orderState'
import { oweRefund } from './oweRefund'
import { allowed, arrived } from './transitions'

/**
 * Ends a paid order whose campaign failed: what is left of the price paid is owed back; what was cancelled before is owed already.
 * Refused for every order that is not paid and whole or in part uncancelled, so a second run owes nothing twice.
 */
export function voidOrder(order: Order, at: Instant): Result<Order> {
  const step = allowed(order, 'void', at)
  if (!step.ok) return step
  const payment = inTimePayment(order)
  assert(payment !== null, 'a paid order has its payment')
  return arrived(
    { ...oweRefund(order, payment, amountLeft(order), 'campaign failed', at), voidedAt: at },
    step.value,
    at,
  )
}
