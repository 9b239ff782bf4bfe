import type { Campaign } from '../campaigns/campaign'
import { priceAt } from '../campaigns/priceAt'
import type { Tally } from '../campaigns/tally'
import { id, orderNumber, type CampaignId, type OrderId, type ProductId, type VariantId } from '../ids'
import { formatMoney, type Minor } from '../money'
import type { Product } from '../products/product'
import { assert, ok, refuse, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Order, Supporter } from './order'
import { quoteOrder } from './quoteOrder'
import { beyondCap, beyondLimit, unitsTaken } from './room'
import { normaliseSupporter } from './supporter'

export interface PlaceOrderAsk {
  readonly campaignId: CampaignId
  readonly productId: ProductId
  readonly variantId: VariantId
  readonly units: number
  /** As it was shown. */
  readonly total: Minor
  readonly supporter: Supporter
}

export interface PlaceOrderFacts {
  readonly campaign: Campaign
  readonly tally: Tally
  readonly product: Product
  /** Units that the supporter's (normalised) phone number holds in this campaign: awaiting payment or paid, not cancelled. */
  readonly heldBySupporter: number
  /** The shop's next count of orders; the number and the id are made of it. */
  readonly sequence: number
  readonly ask: PlaceOrderAsk
}

const idDigits = 10

/** The id of the shop's `sequence`-th order; ids sort the way orders were placed. */
/** Orders are named by their sequence. */
export const orderId = (sequence: number): OrderId => id<OrderId>(`o${String(sequence).padStart(idDigits, '0')}`)

/**
 * Places an order at the price of the moment, to be paid within the campaign's payment window and never after its end. Refused
 * while the campaign takes no orders, for a variant that is not the product's, beyond cap or limit (both count what is placed and
 * what is paid), where the price has changed since it was shown, and for a supporter who cannot be reached.
 */
export function placeOrder(facts: PlaceOrderFacts, by: Actor, at: Instant): Result<Order> {
  const { campaign, tally, product, heldBySupporter, sequence, ask } = facts
  assert(
    ask.campaignId === campaign.id && product.id === campaign.productId,
    'the facts are those of the campaign asked for',
  )
  const quote = quoteOrder(campaign, ask.units, at)
  if (!quote.ok) return quote
  if (ask.productId !== product.id) return refuse('other-product', 'This campaign is for another product.', 'productId')
  if (!product.variants.some((variant) => variant.id === ask.variantId))
    return refuse('variant-unknown', 'Choose one of the variants of this product.', 'variantId')
  const supporter = normaliseSupporter(ask.supporter, campaign.market)
  if (!supporter.ok) return supporter
  const noRoom = beyondLimit(campaign, heldBySupporter, ask.units) ?? beyondCap(campaign, unitsTaken(tally), ask.units)
  if (noRoom !== null) return noRoom
  const { total, listPrice, payBy } = quote.value
  if (ask.total !== total)
    return refuse(
      'price-changed',
      `The price has changed: it is ${formatMoney(total, campaign.currency)} now.`,
      'total',
    )
  if (!Number.isSafeInteger(tally.placed.amount + total))
    return refuse('amount-too-large', 'This campaign cannot count so large an amount.', 'units')
  return ok({
    id: orderId(sequence),
    number: orderNumber(sequence),
    sequence,
    campaignId: campaign.id,
    productId: product.id,
    variantId: ask.variantId,
    currency: campaign.currency,
    supporter: supporter.value,
    units: ask.units,
    listPrice,
    total,
    offerId: priceAt(campaign, at).offer?.id ?? null,
    placedAt: at,
    placedBy: actorName(by),
    storefrontReference: null,
    payBy,
    payments: [],
    cancellations: [],
    refunds: [],
    lapsedAt: null,
    shipment: null,
    deliveredAt: null,
    deliveredBy: null,
    voidedAt: null,
    notes: [],
    assignments: [],
  })
}
