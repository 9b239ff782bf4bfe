import type { MakerId, PictureId, ProductId, VariantId } from '../ids'
import type { Currency, Minor } from '../money'
import type { Instant } from '../time'

export interface Variant {
  readonly id: VariantId
  /** What tells it from the others: `Black`. */
  readonly name: string
}

export const pictureFormats = ['png', 'jpeg', 'webp'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** A picture's facts. Its bytes are files of the data folder: `pictures/<id>.<format>` and `pictures/<id>.thumb.webp`. */
export interface Picture {
  readonly id: PictureId
  readonly format: PictureFormat
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** What it shows, for those who cannot see it. */
  readonly description: string
}

export interface Specification {
  readonly name: string
  readonly value: string
}

/** What staff write about a product. */
export interface ProductContent {
  readonly name: string
  /** What kind of thing it is, in staff's own words: `Audio`; empty while there is none. Supporters do not see it. */
  readonly category: string
  readonly tagline: string
  readonly description: string
  readonly highlights: readonly string[]
  readonly specifications: readonly Specification[]
  readonly variants: readonly Variant[]
  /** Null until someone has said what it costs. */
  readonly price: Minor | null
  readonly currency: Currency
  readonly makerId: MakerId | null
  /** Where its page is, https only; empty while there is none. */
  readonly pageAddress: string
  /** Shipping promise in days, proposed to its campaigns. */
  readonly shippingDays: number | null
}

/** A product on the curated list. Its state is named from these facts and its campaigns by `productState`. */
export interface Product extends Omit<ProductContent, 'category'> {
  readonly id: ProductId
  /** Absent while there is none, as in all that were written before there were categories. */
  readonly category?: string
  readonly pictures: readonly Picture[]
  /** Place on the list, ascending. */
  readonly position: number
  /** Counts its changes; a change made on the base of an older one is refused instead of overwriting it. */
  readonly revision: number
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly readyAt: Instant | null
  readonly fitForSaleAt: Instant | null
  readonly offMarketAt: Instant | null
  readonly archivedAt: Instant | null
}

export const productStates = ['draft', 'ready', 'in campaign', 'fit for sale', 'off the market', 'archived'] as const
export type ProductState = (typeof productStates)[number]
