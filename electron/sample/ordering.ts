import type { PaymentMode } from '../../shared/campaigns/paymentMode'
import type { CampaignId, OrderId } from '../../shared/ids'
import type { Minor } from '../../shared/money'
import type { Supporter } from '../../shared/orders/order'
import { earlierOf, hour, instant, later, minute, type Instant } from '../../shared/time'
import type { Chance } from './chance'
import type { Curated } from './curating'
import { orderTimes } from './curve'
import type { Stage } from './stage'

/** What becomes of an order. */
export type Fate =
  | 'paid'
  | 'lapses'
  | 'cancelled'
  | 'partly cancelled'
  | 'cancelled unpaid'
  | 'paid late'
  | 'paid twice'
  | 'paid after cancelling'
  | 'not paid yet'

/** What the orders of one campaign are made of. */
export interface Sale {
  readonly campaignId: CampaignId
  readonly product: Curated
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The last orders come before this; the end, or earlier where the campaign still runs or was called off. */
  readonly until: Instant
  /** Paid units net of cancellations that it comes to. */
  readonly netUnits: number
  /** Besides what happens everywhere now and then, in the middle of the campaign. */
  readonly incidents: readonly Fate[]
  readonly people: readonly Supporter[]
  readonly chance: Chance
  /** Told of each order when it is placed, with its place among them. */
  readonly placed?: (orderId: OrderId, index: number) => void
}

export interface OrderPlan {
  readonly placedAt: Instant
  readonly units: number
  readonly fate: Fate
  readonly supporter: Supporter
}

const usualFates = [
  ['paid', 87],
  ['lapses', 7],
  ['cancelled', 3],
  ['partly cancelled', 2],
  ['cancelled unpaid', 1],
] as const satisfies readonly (readonly [Fate, number])[]

const usualUnits = [
  [1, 78],
  [2, 17],
  [3, 5],
] as const

/** How many units of an order stay paid. */
function netOf(fate: Fate, units: number): number {
  if (fate === 'paid' || fate === 'paid twice') return units
  return fate === 'partly cancelled' ? units - 1 : 0
}

/** Plans the sale's orders along the usual curve, so that their net comes to `netUnits`. */
export function planOrders(stage: Stage, sale: Sale): void {
  const { chance, netUnits, incidents, people } = sale
  const wishes: { readonly fate: Fate; readonly units: number }[] = []
  let left = netUnits
  const wish = (fate: Fate): void => {
    const wanted = fate === 'partly cancelled' ? 2 : chance.weighted(usualUnits)
    const units = left > 0 && netOf(fate, wanted) > left ? left : wanted
    left -= netOf(fate, units)
    wishes.push({ fate, units })
  }
  incidents.forEach(wish)
  const unusual = wishes.splice(0)
  while (left > 0) wish(chance.weighted(usualFates))
  wishes.splice(Math.floor(wishes.length * 0.45), 0, ...unusual)

  const times = orderTimes(sale, wishes.length, chance)
  // Nobody orders twice in one campaign here, so no limit is ever met by chance.
  const supporters = chance.shuffled(people)
  wishes.forEach(({ fate, units }, index) => {
    const [placedAt, supporter] = [times[index], supporters[index]]
    if (placedAt !== undefined && supporter !== undefined)
      planOrder(stage, sale, { placedAt, supporter, fate, units }, index)
  })
}

/** Plans one order and what becomes of it. */
export function planOrder(stage: Stage, sale: Sale, plan: OrderPlan, index = 0): void {
  stage.agenda.plan(plan.placedAt, async () => {
    const { campaignId, product, chance } = sale
    const { total } = await stage.ravi.asks('orders.quote', { campaignId, units: plan.units })
    const placed = await stage.ravi.does('orders.place', {
      campaignId,
      productId: product.id,
      variantId: chance.pick(product.variantIds),
      units: plan.units,
      total,
      supporter: plan.supporter,
    })
    sale.placed?.(placed.id, index)
    unfold(stage, sale, plan, { orderId: placed.id, payBy: placed.payBy, total })
  })
}

interface Placed {
  readonly orderId: OrderId
  readonly payBy: Instant
  readonly total: Minor
}

/** Puts on the agenda what happens to an order after it was placed. */
function unfold(stage: Stage, sale: Sale, plan: OrderPlan, order: Placed): void {
  const { chance } = sale
  const within = earlierOf(later(plan.placedAt, chance.whole(40, 700) * 1000), order.payBy)
  const after = (at: Instant, least: number, most: number): Instant => later(at, chance.whole(least, most))
  const unfolding: Record<Fate, () => void> = {
    paid: () => planPayment(stage, sale, order, within),
    lapses: () => undefined,
    'not paid yet': () => undefined,
    cancelled: () => {
      planPayment(stage, sale, order, within)
      planCancellation(stage, sale, order.orderId, within, plan.units)
    },
    'partly cancelled': () => {
      planPayment(stage, sale, order, within)
      planCancellation(stage, sale, order.orderId, within, 1)
    },
    'cancelled unpaid': () => planUnpaidCancellation(stage, order.orderId, within, plan.units),
    'paid late': () => planPayment(stage, sale, order, after(order.payBy, 15 * minute, 2 * hour)),
    'paid twice': () => {
      planPayment(stage, sale, order, within)
      planPayment(stage, sale, order, after(within, 2 * minute, 9 * minute))
    },
    'paid after cancelling': () => {
      planUnpaidCancellation(stage, order.orderId, within, plan.units)
      planPayment(stage, sale, order, after(within, minute, 12 * minute))
    },
  }
  unfolding[plan.fate]()
}

const paymentModes = [
  ['UPI', 54],
  ['card', 23],
  ['net banking', 10],
  ['wallet', 9],
  ['EMI', 4],
] as const satisfies readonly (readonly [PaymentMode, number])[]

/** References in the forms that gateways and banks use. */
const referenceOf: Record<PaymentMode, (chance: Chance) => string> = {
  UPI: (chance) => chance.digits(12),
  card: (chance) => `pay_${chance.uuid().replaceAll('-', '').slice(0, 14)}`,
  'net banking': (chance) => `NB${chance.digits(10)}`,
  wallet: (chance) => `WLT${chance.digits(11)}`,
  EMI: (chance) => `emi_${chance.uuid().replaceAll('-', '').slice(0, 14)}`,
}

function planPayment({ agenda, ravi }: Stage, { chance }: Sale, { orderId, total }: Placed, paidAt: Instant): void {
  const mode = chance.weighted(paymentModes)
  const reference = referenceOf[mode](chance)
  agenda.plan(paidAt, async () => {
    await ravi.does('orders.recordPayment', { id: orderId, mode, reference, amount: total, paidAt })
  })
}

const cancellationReasons = [
  'Changed their mind',
  'Ordered twice',
  'Wrong variant',
  'Found it elsewhere',
  'Takes too long',
] as const

/** Some hours to days after the payment, while the campaign runs; not where the order has been shipped meanwhile. */
function planCancellation({ agenda, ravi }: Stage, sale: Sale, id: OrderId, paidAt: Instant, units: number): void {
  const { chance, until } = sale
  const room = Math.min(until - minute, paidAt + 96 * hour) - paidAt
  if (room < 10 * minute) return
  const reason = chance.pick(cancellationReasons)
  agenda.plan(instant(paidAt + Math.floor(room * (0.1 + 0.85 * chance.next()))), async () => {
    const shown = await ravi.asks('orders.one', { id })
    if (shown?.state === 'paid') await ravi.does('orders.cancel', { id, units, reason, note: '' })
  })
}

function planUnpaidCancellation({ agenda, ravi }: Stage, id: OrderId, at: Instant, units: number): void {
  agenda.plan(at, async () => {
    await ravi.does('orders.cancel', { id, units, reason: 'Changed their mind', note: 'Called before paying.' })
  })
}
