import type { Campaign } from '../campaigns/campaign'
import { measured, targetNumber } from '../campaigns/progress'
import { emptyTally, type Tally } from '../campaigns/tally'
import { formatMoney, minor } from '../money'
import type { Order, Payment } from '../orders/order'
import { orderState } from '../orders/orderState'
import { placeOrder } from '../orders/placeOrder'
import { quoteOrder } from '../orders/quoteOrder'
import { recordPayment } from '../orders/recordPayment'
import type { Refusal } from '../result'
import type { Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { ImportFieldId } from './importFields'
import type { FieldProblem, ImportCampaign, ImportedOrder } from './readImportRow'

export type PlannedOrder =
  { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly problem: FieldProblem }

const fieldOf: Readonly<Record<string, ImportFieldId>> = {
  units: 'units',
  variantId: 'variant',
  campaignId: 'product',
  productId: 'product',
  total: 'total',
  'supporter.name': 'name',
  'supporter.phone': 'phone',
  'supporter.email': 'email',
  'supporter.address.postalCode': 'postalCode',
  amount: 'amount',
  reference: 'paymentReference',
  paidAt: 'paidAt',
}

const problem = (refusal: Refusal): PlannedOrder => ({
  ok: false,
  problem: { field: fieldOf[refusal.field ?? ''] ?? 'reference', what: refusal.message },
})

/**
 * The order as it was placed and paid, by the rules of placing and paying by hand at those instants. Room is counted by whoever plans a
 * whole file: what a cap or a limit leaves is a question of all its rows. Refused as those rules refuse, and where the file says
 * another price than that of the moment.
 */
export function planOrder(
  asked: ImportedOrder,
  { campaign, product }: ImportCampaign,
  sequence: number,
  by: Actor,
  at: Instant,
): PlannedOrder {
  const { placedAt, units, payment, supporter, variantId, reference } = asked
  if (placedAt > at) return { ok: false, problem: { field: 'placedAt', what: 'This is in the future.' } }
  const quote = quoteOrder(campaign, units, placedAt)
  if (!quote.ok) return problem(quote.refusal)
  const { total } = quote.value
  if (asked.total !== null && asked.total !== total) {
    const price = formatMoney(total, campaign.currency)
    return { ok: false, problem: { field: 'total', what: `The price at that time was ${price}.` } }
  }
  const roomy: Campaign = { ...campaign, cap: null, perSupporterLimit: null }
  const ask = { campaignId: campaign.id, productId: product.id, variantId, units, total, supporter }
  const facts = { campaign: roomy, tally: emptyTally, product, heldBySupporter: 0, sequence, ask }
  const placed = placeOrder(facts, by, placedAt)
  if (!placed.ok) return problem(placed.refusal)
  const order: Order = { ...placed.value, storefrontReference: reference }
  if (payment === null) return { ok: true, order }
  const money = { ...payment, amount: payment.amount ?? total }
  const paid = recordPayment({ order, campaign: roomy, tally: emptyTally, product, heldBySupporter: 0 }, money, by, at)
  return paid.ok ? { ok: true, order: paid.value.order } : problem(paid.refusal)
}

/** Whether the order's units count against cap and limit at `at`. */
export const takesRoom = (order: Order, at: Instant): boolean => {
  const state = orderState(order, at)
  return state === 'awaiting payment' || state === 'paid'
}

/**
 * The instant at which the bar reaches 100 % with these payments, which are in time: when the one was confirmed that takes it there,
 * those that are here counted first. Null where it does not, or has before.
 */
export function fundedBy(
  campaign: Campaign,
  tally: Tally,
  payments: readonly Pick<Payment, 'paidAt' | 'units' | 'amount'>[],
): Instant | null {
  if (campaign.fundedAt !== null) return null
  let { net } = tally
  for (const { units, amount, paidAt } of payments.toSorted((left, right) => left.paidAt - right.paidAt)) {
    net = { orders: net.orders + 1, units: net.units + units, amount: minor(net.amount + amount) }
    if (measured(net, campaign.target) >= targetNumber(campaign.target)) return paidAt
  }
  return null
}
