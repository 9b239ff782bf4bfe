import type { Campaign } from '../campaigns/campaign'
import { progressOf, type Progress } from '../campaigns/progress'
import type { Tally } from '../campaigns/tally'
import { id, type BulkJobId, type CancellationId } from '../ids'
import { nothing, subtract, type Minor } from '../money'
import { refuse, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import { later, minute, type Instant } from '../time'
import type { Cancellation, Order } from './order'
import { inTimePayment, priceOf, unitsLeft } from './orderState'
import { oweRefund } from './oweRefund'
import { allowed, arrived } from './transitions'

export interface CancelOrderAsk {
  readonly units: number
  readonly reason: string
  readonly note: string
  /** For so long it can be undone; 0 for never. */
  readonly undoMinutes: number
  /** The bulk job that asks. */
  readonly jobId?: BulkJobId
}

/** What would be owed back for the last `units` units that are left: nothing unless they were paid. */
function owedFor(order: Order, units: number): Minor {
  const left = unitsLeft(order)
  return inTimePayment(order) === null ? nothing : subtract(priceOf(order, left), priceOf(order, left - units))
}

/**
 * Cancels some or all units that are left. Units not paid for owe nothing; paid ones owe their share of the price paid, from this
 * instant, against the payment that counted, and wait until the cancellation can no longer be undone. Refused once shipped, lapsed, cancelled or voided, for more units than are left, and
 * when the campaign's failure is decided, because its settlement gives everything back already.
 */
export function cancelOrder(
  order: Order,
  campaign: Campaign,
  { units, reason, note, undoMinutes, jobId }: CancelOrderAsk,
  by: Actor,
  at: Instant,
): Result<Order> {
  const step = allowed(order, 'cancel', at)
  if (!step.ok) return step
  const left = unitsLeft(order)
  if (!Number.isSafeInteger(units) || units < 1 || units > left)
    return refuse('units-unknown', `Choose from 1 to ${String(left)} units to cancel.`, 'units')
  const payment = inTimePayment(order)
  if (payment !== null && campaign.settlement?.outcome === 'failed')
    return refuse('campaign-failed', 'The campaign of this order failed: its settlement gives all of the money back.')
  const owed = owedFor(order, units)
  const after = payment === null ? order : oweRefund(order, payment, owed, 'cancelled', at)
  const cancellation: Cancellation = {
    id: id<CancellationId>(`${order.id}-c${String(order.cancellations.length + 1)}`),
    units,
    reason,
    note,
    at,
    by: actorName(by),
    owed,
    refundId: after === order ? null : (after.refunds.at(-1)?.id ?? null),
    undoUntil: undoMinutes === 0 ? null : later(at, undoMinutes * minute),
    undone: null,
    ...(jobId !== undefined && { jobId }),
  }
  return arrived({ ...after, cancellations: [...order.cancellations, cancellation] }, step.value, at)
}

export interface CancelPreview {
  /** What would be owed back. */
  readonly owed: Minor
  /** The bar stands at 100 % or more and would not afterwards. A campaign that was funded stays funded nevertheless. */
  readonly wouldTakeBelowTarget: boolean
}

/** What cancelling `units` units would come to, for the question before it. Zero and false for units that cannot be cancelled. */
export function cancelPreview(order: Order, campaign: Campaign, tally: Tally, units: number): CancelPreview {
  const payment = inTimePayment(order)
  if (payment === null || units < 1 || units > unitsLeft(order)) return { owed: nothing, wouldTakeBelowTarget: false }
  const now = progressOf(campaign, tally)
  const afterwards = progressAfterCancel(order, campaign, tally, units)
  const wouldTakeBelowTarget = now.reached >= now.target && afterwards.reached < afterwards.target
  return { owed: owedFor(order, units), wouldTakeBelowTarget }
}

/** The bar as it would stand once `units` units are cancelled: where it is for units that were not paid or cannot be cancelled. */
export function progressAfterCancel(order: Order, campaign: Campaign, tally: Tally, units: number): Progress {
  if (inTimePayment(order) === null || units < 1 || units > unitsLeft(order)) return progressOf(campaign, tally)
  const net = {
    ...tally.net,
    units: tally.net.units - units,
    amount: subtract(tally.net.amount, owedFor(order, units)),
  }
  return progressOf(campaign, { ...tally, net })
}
