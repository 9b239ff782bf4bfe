import type { Campaign } from '../../shared/campaigns/campaign'
import { cancelOrder } from '../../shared/orders/cancelOrder'
import { deliverOrder } from '../../shared/orders/deliverOrder'
import type { Order, OrderState } from '../../shared/orders/order'
import { orderState, standing } from '../../shared/orders/orderState'
import { shipOrder } from '../../shared/orders/shipOrder'
import { program } from '../../shared/staff/actor'
import { shortTime, type Instant } from '../../shared/time'

export type OrderActionName = 'record payment' | 'ship' | 'track' | 'deliver' | 'cancel' | 'record late money'

export interface OrderActions {
  /** What usually comes next. */
  readonly key: OrderActionName | null
  readonly others: readonly OrderActionName[]
  /** Why an action that one would look for is not there. */
  readonly absent: readonly string[]
}

/**
 * The actions that are legal at `at`, found by asking the rules themselves, and why the expected ones are not. Money can always be
 * recorded; once it cannot make the order paid it is named for what it is.
 */
export function orderActions(order: Order, campaign: Campaign, at: Instant): OrderActions {
  const state = orderState(order, at)
  const ship = shipOrder(order, campaign, { carrier: 'any', trackingNumber: 'any' }, program, at)
  const cancel = cancelOrder(order, campaign, { units: 1, reason: 'any', note: '', undoMinutes: 0 }, program, at)
  const deliver = deliverOrder(order, program, at)
  const payable = state === 'awaiting payment' || state === 'lapsed'
  const key = state === 'awaiting payment' ? 'record payment' : ship.ok ? 'ship' : deliver.ok ? 'deliver' : null
  return {
    key,
    others: [
      ...(cancel.ok ? (['cancel'] as const) : []),
      ...(order.shipment !== null ? (['track'] as const) : []),
      ...(state === 'lapsed' ? (['record payment'] as const) : []),
      ...(payable ? [] : (['record late money'] as const)),
    ],
    absent: [
      ...(cancel.ok ? [] : [notCancellable(order, campaign, state) ?? cancel.refusal.message]),
      ...(state === 'paid' && !ship.ok ? [ship.refusal.message] : []),
    ],
  }
}

/** The rule's refusal with the instant that it came to stand on; null where the rule's own sentence says it all. */
function notCancellable(order: Order, { zone }: Campaign, state: OrderState): string | null {
  const on = (at: Instant | null | undefined): string =>
    at === null || at === undefined ? '' : ` on ${shortTime(at, zone)}`
  const words: Record<OrderState, string | null> = {
    'awaiting payment': null,
    paid: null,
    lapsed: `Lapsed${on(order.payBy)}: there is nothing to cancel. A payment confirmed by then still counts.`,
    cancelled: `Cancelled whole${on(standing(order).at(-1)?.at)}: there is nothing left to cancel.`,
    shipped: `Shipped${on(order.shipment?.at)}: no longer cancellable.`,
    delivered: `Delivered${on(order.deliveredAt)}: no longer cancellable.`,
    voided: `Voided${on(order.voidedAt)} because the campaign failed: all of its money is given back already.`,
  }
  return words[state]
}
