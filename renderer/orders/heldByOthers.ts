import type { Order, OrderState } from '../../shared/orders/order'
import { orderState, unitsLeft } from '../../shared/orders/orderState'
import type { OrderRow } from '../../shared/orders/row'
import type { Instant } from '../../shared/time'

/** Whether an order in this state uses up its supporter's limit. */
const holds: Record<OrderState, boolean> = {
  'awaiting payment': true,
  paid: true,
  shipped: true,
  delivered: true,
  lapsed: false,
  cancelled: false,
  voided: false,
}

/**
 * The units that the order's phone number holds in its campaign, this order included, as far as the page knows its other orders:
 * for a warning before the main process decides.
 */
export function heldByOthers(order: Order, others: readonly OrderRow[], at: Instant): number {
  const own = holds[orderState(order, at)] ? unitsLeft(order) : 0
  return others.reduce(
    (held, row) => (row.campaignId === order.campaignId && holds[row.state] ? held + row.unitsLeft : held),
    own,
  )
}
