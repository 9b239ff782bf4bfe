import { minor, type Minor } from '../money'
import type { Instant } from '../time'
import type { Campaign, Discount, Offer } from './campaign'

/** Percents have at most two decimals, so this many parts make a whole. */
const wholeInBasisPoints = 10_000n

/** Basis points of a percent with at most two decimals; the rounding only undoes binary fractions (0.29 * 100). */
const basisPoints = (percent: number): bigint => BigInt(Math.round(percent * 100))

/**
 * One unit's price after a discount, in the smallest unit, rounded down once, never below zero.
 */
export function discounted(price: Minor, discount: Discount): Minor {
  const exact =
    discount.kind === 'amount'
      ? BigInt(price) - BigInt(discount.amount)
      : (BigInt(price) * (wholeInBasisPoints - basisPoints(discount.percent))) / wholeInBasisPoints
  return minor(exact > 0n ? Number(exact) : 0)
}

/** Both instants are inclusive. An offer works from when it was added and no longer once it is withdrawn. */
const applies = (offer: Offer, at: Instant): boolean =>
  offer.startsAt <= at &&
  at <= offer.endsAt &&
  offer.addedAt <= at &&
  (offer.withdrawnAt === null || at < offer.withdrawnAt)

export interface PriceNow {
  readonly unitPrice: Minor
  /** The offer it follows from, or null at the list price. */
  readonly offer: Offer | null
}

/** The price of one unit at that instant. Where offers overlap, the better one for the supporter; the earlier on a tie. */
export function priceAt(campaign: Campaign, at: Instant): PriceNow {
  let best: PriceNow = { unitPrice: campaign.price, offer: null }
  for (const offer of campaign.offers) {
    if (!applies(offer, at)) continue
    const unitPrice = discounted(campaign.price, offer.discount)
    if (unitPrice < best.unitPrice) best = { unitPrice, offer }
  }
  return best
}
