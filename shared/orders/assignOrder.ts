import type { StaffId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { Account } from '../staff/account'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Assignment, Order } from './order'

/** Who looks after the order, or null. */
export const assigneeOf = (order: Order): Assignment['to'] => order.assignments.at(-1)?.to ?? null

/** Whether the account can look after orders: it is active, and its roles let it see them. */
export const looksAfterOrders = ({ active, roles }: Pick<Account, 'active' | 'roles'>): boolean =>
  active && (roles.includes('support') || roles.includes('manager'))

/**
 * Gives the order into someone's hands, or into nobody's. Refused for an account that is inactive or has no role with orders, and
 * where nothing would change.
 */
export function assignOrder(order: Order, to: Account | null, by: Actor, at: Instant): Result<Order> {
  if (to !== null && !looksAfterOrders(to))
    return refuse('not-assignable', `${to.name} cannot look after orders: choose active support staff.`, 'to')
  const before: StaffId | null = assigneeOf(order)?.staffId ?? null
  if (before === (to?.id ?? null))
    return refuse(
      'already-assigned',
      to === null ? 'Nobody has this order.' : `${to.name} has this order already.`,
      'to',
    )
  const assignment = { at, by: actorName(by), to: to === null ? null : { staffId: to.id, name: to.name } }
  return ok({ ...order, assignments: [...order.assignments, assignment] })
}
