import type { Campaign } from '../campaigns/campaign'
import { campaignState } from '../campaigns/campaignState'
import type { Tally } from '../campaigns/tally'
import type { CancellationId } from '../ids'
import { subtract, type Minor } from '../money'
import type { Product } from '../products/product'
import { assert, ok, refuse, type Refused, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Cancellation, Order, Refund } from './order'
import { inTimePayment, priceOf, standing, unitsLeft } from './orderState'
import { reachTarget, type Reached } from './reachTarget'
import { refundState } from './refundState'
import { beyondCap, beyondLimit, unitsTaken } from './room'
import { allowed, arrived } from './transitions'

export interface UndoCancellationFacts {
  readonly order: Order
  readonly campaign: Campaign
  readonly tally: Tally
  readonly product: Product
  /** Units that the order's phone number holds in the campaign at this instant: awaiting payment or paid, not cancelled. */
  readonly heldBySupporter: number
}

export interface UndoneCancellation extends Reached {
  readonly order: Order
}

/**
 * Undoes the latest cancellation as if it had never been: its units, their price and the state come back, its refund is withdrawn
 * under its identity, and all facts stay on record. Where others paid meanwhile the bar may reach 100 % by it. Refused after its time,
 * once its refund was released or money was judged by it, when a cap or limit has no room for the units any more, once the order
 * shipped, and when the campaign ended unfunded or is being settled.
 */
export function undoCancellation(
  { order, campaign, tally, product, heldBySupporter }: UndoCancellationFacts,
  cancellationId: CancellationId,
  by: Actor,
  at: Instant,
): Result<UndoneCancellation> {
  assert(order.campaignId === campaign.id && order.productId === product.id, "the facts are the order's own")
  const cancellation = order.cancellations.find(({ id }) => id === cancellationId)
  if (cancellation === undefined)
    return refuse('cancellation-unknown', 'This order has no such cancellation.', 'cancellationId')
  const { units } = cancellation
  const over = whyNot(order, campaign, cancellation, at)
  if (over !== null) return over
  const noRoom = beyondLimit(campaign, heldBySupporter, units) ?? beyondCap(campaign, unitsTaken(tally), units)
  if (noRoom !== null)
    return refuse('units-taken', `Others have taken these units meanwhile. ${noRoom.refusal.message}`)
  const step = allowed(order, 'undo', at)
  if (!step.ok) return step
  const undone = { at, by: actorName(by) }
  const brought = arrived(
    {
      ...order,
      cancellations: order.cancellations.map((each) => (each === cancellation ? { ...each, undone } : each)),
      refunds: order.refunds.map((each) => (each.id === cancellation.refundId ? withdrawn(each, undone) : each)),
    },
    step.value,
    at,
  ).value
  const more = { orders: 0, units, amount: priceTaken(order, cancellation) }
  const reached =
    inTimePayment(order) === null ? { campaign, product } : reachTarget(campaign, tally, product, more, at)
  return ok({ order: brought, ...reached })
}

function withdrawn(refund: Refund, { at, by }: { readonly at: Instant; readonly by: string }): Refund {
  return { ...refund, events: [...refund.events, { kind: 'withdrawn', at, by }] }
}

/** Price of the units that the latest cancellation took. */
function priceTaken(order: Order, { units }: Cancellation): Minor {
  const left = unitsLeft(order)
  return subtract(priceOf(order, left + units), priceOf(order, left))
}

/**
 * The cancellation that can be undone at `at` as far as order and campaign alone tell, or null. Whether others have taken its units
 * is found out when it is undone.
 */
export function undoable(order: Order, campaign: Campaign, at: Instant): Cancellation | null {
  const last = standing(order).at(-1)
  if (last === undefined || whyNot(order, campaign, last, at) !== null) return null
  return allowed(order, 'undo', at).ok ? last : null
}

function whyNot(order: Order, campaign: Campaign, cancellation: Cancellation, at: Instant): Refused | null {
  if (cancellation.undone !== null) return refuse('already-undone', 'This cancellation has been undone.')
  // Each cancellation took the last shares of the price: only the latest can give its own back.
  if (standing(order).at(-1) !== cancellation)
    return refuse('cancelled-since', 'More units were cancelled since. Undo that first.')
  if (cancellation.undoUntil === null) return refuse('undo-off', 'This cancellation cannot be undone.')
  if (at > cancellation.undoUntil) return refuse('undo-over', 'The time for undoing this cancellation is over.')
  if (refundMoved(order, cancellation))
    return refuse('refund-released', 'The refund of this cancellation has been released. It cannot be undone any more.')
  if (judgedSince(order, cancellation))
    return refuse(
      'paid-since',
      'Money arrived since and was dealt with by this cancellation. It cannot be undone any more.',
    )
  if (inTimePayment(order) === null && at > order.payBy)
    return refuse('lapsed', 'The payment window of this order is over: there is nothing to bring back.')
  const state = campaignState(campaign, at)
  if (state === 'settling') return refuse('settling', 'The campaign of this order is being settled.')
  if (state === 'failed' || (state === 'ended, to be settled' && campaign.fundedAt === null))
    return refuse(
      'campaign-ended',
      'The campaign of this order ended unfunded: its units cannot come back into the bar.',
    )
  return null
}

function refundMoved(order: Order, { refundId }: Cancellation): boolean {
  const refund = order.refunds.find(({ id }) => id === refundId)
  return refund !== undefined && (refundState(refund) !== 'owed' || refund.events.length > 0)
}

/**
 * Whether a payment was recorded after the cancellation whose amount or lateness followed from it. An unpaid order's payment pays for
 * what was left; told of late, it owes the cancelled units' price back by itself; after a whole cancellation all money is late.
 */
function judgedSince(order: Order, cancellation: Cancellation): boolean {
  const payment = inTimePayment(order)
  if (payment === null) return order.payments.some(({ late }) => late === 'after a cancellation')
  const before = unitsLeft(order) + cancellation.units
  return before > payment.units || cancellation.owed !== priceTaken(order, cancellation)
}
