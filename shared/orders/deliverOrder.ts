import type { Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Order } from './order'
import { allowed, arrived } from './transitions'

/**
 * Notes that a shipped order has reached its supporter, at `deliveredAt` where the carrier says when. Refused for orders that have not
 * shipped, and a second time.
 */
export function deliverOrder(order: Order, by: Actor, at: Instant, deliveredAt = at): Result<Order> {
  const step = allowed(order, 'deliver', at)
  return step.ok ? arrived({ ...order, deliveredAt, deliveredBy: actorName(by) }, step.value, at) : step
}
