import { refuse, type Result } from '../result'
import type { Instant } from '../time'
import type { Order } from './order'
import { allowed, arrived } from './transitions'

/**
 * Takes note that an order was not paid in time, as of `payBy` however late it is noticed. Refused while there is time, for orders
 * that were paid or cancelled, and where it is on record already.
 */
export function lapseOrder(order: Order, at: Instant): Result<Order> {
  const step = allowed(order, 'lapse', at)
  if (!step.ok) return step
  if (order.lapsedAt !== null) return refuse('already-lapsed', 'The lapse of this order is already on record.')
  return arrived({ ...order, lapsedAt: order.payBy }, step.value, at)
}
