import type { Maker } from '../../shared/makers/maker'
import type { Order } from '../../shared/orders/order'
import type { Product } from '../../shared/products/product'
import type { CampaignWithTally } from '../store/store'
import type { Must } from './finding'

/** Records to which others refer: there are hundreds at most. */
export interface Catalogue {
  readonly products: readonly Product[]
  readonly makers: readonly Maker[]
  readonly campaigns: readonly CampaignWithTally[]
}

/**
 * No reference leads nowhere and no id is used twice. Orders are shown to it one by one, so that a shop of any size is checked with
 * its ids alone in memory.
 */
export class References {
  readonly #must: Must
  readonly #products: ReadonlyMap<string, Product>
  readonly #campaigns: ReadonlyMap<string, CampaignWithTally>
  readonly #seen = new Map<string, Set<string | number>>()
  readonly #payments = new Map<string, string>()

  constructor(must: Must, { products, makers, campaigns }: Catalogue) {
    this.#must = must
    this.#products = new Map(products.map((product) => [product.id, product]))
    this.#campaigns = new Map(campaigns.map((found) => [found.campaign.id, found]))
    for (const { id } of makers) this.#once('maker', id)
    const makerIds = new Set(makers.map(({ id }) => id))
    for (const { id, makerId, pictures } of products) {
      this.#once('product', id)
      must(12, makerId === null || makerIds.has(makerId), () => `The maker of product ${id} is not on record.`)
      for (const picture of pictures) this.#once('picture', picture.id)
    }
    for (const { campaign } of campaigns) {
      this.#once('campaign', campaign.id)
      const known = this.#products.has(campaign.productId)
      must(12, known, () => `The product of campaign ${campaign.id} is not on record.`)
    }
  }

  order(order: Order): void {
    const { number } = order
    this.#once('order', order.id)
    this.#once('order number', number)
    this.#once('order count', order.sequence)
    const campaign = this.#campaigns.get(order.campaignId)?.campaign
    const must = this.#must
    must(12, campaign !== undefined, () => `The campaign of order ${number} is not on record.`)
    const ofCampaign = campaign?.productId === order.productId && campaign.currency === order.currency
    must(12, ofCampaign, () => `Order ${number} has another product or currency than its campaign.`)
    const offered = order.offerId === null || campaign?.offers.some(({ id }) => id === order.offerId) === true
    must(12, offered, () => `The offer of order ${number} is not on record.`)
    const variants = this.#products.get(order.productId)?.variants ?? []
    const known = variants.some(({ id }) => id === order.variantId)
    must(12, known, () => `The variant of order ${number} is not on record.`)
    this.#money(order)
  }

  #money({ number, payments, cancellations, refunds }: Order): void {
    for (const { id, mode, reference } of payments) {
      this.#once('payment', id)
      const before = this.#payments.get(`${mode} ${reference}`)
      const own = before === undefined || before === number
      this.#must(12, own, () => `The ${mode} payment ${reference} is on orders ${String(before)} and ${number}.`)
      this.#payments.set(`${mode} ${reference}`, number)
    }
    for (const { id } of cancellations) this.#once('cancellation', id)
    // A refund's key follows from its id, which is checked with the order.
    for (const { id, paymentId } of refunds) {
      this.#once('refund', id)
      const known = payments.some((payment) => payment.id === paymentId)
      this.#must(12, known, () => `Refund ${id} belongs to a payment that order ${number} does not have.`)
    }
  }

  #once(kind: string, id: string | number): void {
    const seen = this.#seen.get(kind) ?? new Set()
    this.#seen.set(kind, seen)
    this.#must(12, !seen.has(id), () => `The ${kind} ${id} is there twice.`)
    seen.add(id)
  }
}
