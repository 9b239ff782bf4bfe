import type { Campaign } from '../campaigns/campaign'
import type { PaymentMode } from '../campaigns/paymentMode'
import type { Tally } from '../campaigns/tally'
import { id, type PaymentId } from '../ids'
import { formatMoney, subtract, type Minor } from '../money'
import type { Product } from '../products/product'
import { assert, ok, refuse, type Refused, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { LateReason, Order, Payment } from './order'
import { amountLeft, inTimePayment, orderState, priceOf, standing, unitsLeft } from './orderState'
import { oweRefund } from './oweRefund'
import { reachTarget } from './reachTarget'
import { beyondCap, beyondLimit, unitsTaken } from './room'
import { allowed, arrived } from './transitions'

export interface RecordPaymentAsk {
  readonly mode: PaymentMode
  readonly reference: string
  readonly amount: Minor
  /** When the gateway confirmed it. */
  readonly paidAt: Instant
}

export interface RecordPaymentFacts {
  readonly order: Order
  readonly campaign: Campaign
  readonly tally: Tally
  readonly product: Product
  /** Units that the order's phone number holds in the campaign at this instant: awaiting payment or paid, not cancelled. */
  readonly heldBySupporter: number
}

export interface RecordedPayment {
  readonly order: Order
  /** Changed when this payment took the bar to 100 %. */
  readonly campaign: Campaign
  readonly product: Product
}

/**
 * Records money that the gateway has confirmed. It counts when it is the order's first, was confirmed within the payment window
 * and before the campaign was called off, however late it is told of, as long as the settlement is not decided and the units of
 * a lapsed order are still free; it must then be the exact price. All other money is late: kept, owed back in full, never in the
 * bar. Refused are only mistakes: a confirmation in the future or before the order, a reference already on this order, an amount
 * that is not the price, or none.
 */
export function recordPayment(
  facts: RecordPaymentFacts,
  ask: RecordPaymentAsk,
  by: Actor,
  at: Instant,
): Result<RecordedPayment> {
  const { order, campaign, tally, product } = facts
  assert(order.campaignId === campaign.id && order.productId === product.id, "the facts are the order's own")
  const step = allowed(order, 'pay', at)
  if (!step.ok) return step
  const mistake = mistakeIn(facts, ask, at)
  if (mistake !== null) return mistake
  const late = whyLate(facts, ask.paidAt, at)
  if (late !== null && ask.amount <= 0) return refuse('amount-missing', 'Write the amount that arrived.', 'amount')
  const units = late === null ? unitsPaidFor(order, ask) : 0
  if (units === null) return refuseAmount(order)
  const payment: Payment = {
    id: id<PaymentId>(`${order.id}-p${String(order.payments.length + 1)}`),
    mode: ask.mode,
    reference: ask.reference,
    amount: ask.amount,
    units,
    paidAt: ask.paidAt,
    recordedAt: at,
    recordedBy: actorName(by),
    late,
  }
  const withMoney: Order = { ...order, payments: [...order.payments, payment] }
  if (late !== null) {
    const owed = arrived(oweRefund(withMoney, payment, ask.amount, 'late money', at), step.value, at)
    return ok({ order: owed.value, campaign, product })
  }
  // Units cancelled between the confirmation and its recording were paid for after all, so their price is owed back.
  const surplus = subtract(ask.amount, amountLeft(order))
  const paid = arrived(oweRefund(withMoney, payment, surplus, 'cancelled', at), step.value, at)
  // Nothing of the order was in the bar so far.
  const net = { orders: 1, units: unitsLeft(order), amount: amountLeft(order) }
  return ok({ order: paid.value, ...reachTarget(campaign, tally, product, net, ask.paidAt) })
}

function mistakeIn({ order, tally }: RecordPaymentFacts, ask: RecordPaymentAsk, at: Instant): Refused | null {
  if (ask.paidAt > at) return refuse('paid-in-future', 'A payment cannot have been confirmed in the future.', 'paidAt')
  if (ask.paidAt < order.placedAt)
    return refuse('paid-before-placed', 'A payment cannot have been confirmed before the order was placed.', 'paidAt')
  // A double click or a gateway's second notice would otherwise owe back money that never came.
  if (order.payments.some(({ mode, reference }) => mode === ask.mode && reference === ask.reference))
    return refuse('payment-known', 'A payment with this reference is already on this order.', 'reference')
  if (!Number.isSafeInteger(tally.paid.amount + tally.late.amount + ask.amount))
    return refuse('amount-too-large', 'This campaign cannot count so large an amount.', 'amount')
  return null
}

/** The first reason why money confirmed at `paidAt` does not count, or null where it does. Forms ask it before anything is recorded. */
export function whyLate(
  { order, campaign, tally, heldBySupporter }: Omit<RecordPaymentFacts, 'product'>,
  paidAt: Instant,
  at: Instant,
): LateReason | null {
  const left = unitsLeft(order)
  if (inTimePayment(order) !== null) return 'paid a second time'
  if (left === 0) return 'after a cancellation'
  if (campaign.calledOff !== null && paidAt > campaign.calledOff.at) return 'after the end'
  if (paidAt > order.payBy) return paidAt > campaign.endsAt ? 'after the end' : 'after the payment window'
  if (campaign.settlement !== null) return 'after the end'
  // Lapsed units no longer count as taken: by the supporter from that instant, in the tally from when the lapse is on record.
  const overLimit = orderState(order, at) === 'lapsed' && beyondLimit(campaign, heldBySupporter, left) !== null
  const overCap = order.lapsedAt !== null && beyondCap(campaign, unitsTaken(tally), left) !== null
  return overLimit || overCap ? 'after its units were given away' : null
}

/**
 * The units that exactly this amount pays for: those left now, or those that were left when it was confirmed. Null for any other
 * amount.
 */
function unitsPaidFor(order: Order, { amount, paidAt }: RecordPaymentAsk): number | null {
  const leftNow = unitsLeft(order)
  if (amount === priceOf(order, leftNow)) return leftNow
  let leftThen = order.units
  for (const cancellation of standing(order)) {
    if (cancellation.at > paidAt) break
    leftThen -= cancellation.units
  }
  return amount === priceOf(order, leftThen) ? leftThen : null
}

const refuseAmount = (order: Order): Refused =>
  refuse(
    'amount-not-the-price',
    `A payment in time is exactly the price of what is left of the order: ${formatMoney(amountLeft(order), order.currency)}.`,
    'amount',
  )
