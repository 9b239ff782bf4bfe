import type { Campaign } from '../campaigns/campaign'
import { dayLength, endOfDayAfter, laterOf, type Instant } from '../time'
import type { Order } from './order'

/** What a shipping promise depends on besides the order. */
export type PromiseTerms = Pick<Campaign, 'shippingPromise' | 'fundedAt' | 'zone'>

/**
 * The end of the day, in the campaign's zone, by which an order is promised to ship, inclusive. A promise from the funding date is
 * null until there is one, and counts from the order's own date where it was placed after it.
 */
export function shipBy({ placedAt }: Order, { shippingPromise, fundedAt, zone }: PromiseTerms): Instant | null {
  const { days, base } = shippingPromise
  if (base === 'funding' && fundedAt === null) return null
  const from = base === 'order' || fundedAt === null ? placedAt : laterOf(fundedAt, placedAt)
  return endOfDayAfter(from, days, zone)
}

/**
 * Sorts orders by their shipping promises without working each out: whole days of 24 hours from the instant that the promise counts
 * from, so orders promised for the same day stand in the order in which they were placed. Not promised yet comes last.
 */
export function shipByRank(placedAt: Instant, { shippingPromise, fundedAt }: Campaign): number {
  if (fundedAt === null)
    return shippingPromise.base === 'funding' ? Infinity : placedAt + shippingPromise.days * dayLength
  const from = shippingPromise.base === 'order' ? placedAt : laterOf(fundedAt, placedAt)
  return from + shippingPromise.days * dayLength
}
