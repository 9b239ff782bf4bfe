import type { Campaign } from '../campaigns/campaign'
import { addDays, dayOf, instant, startOfDay, type Instant } from '../time'

/**
 * The latest instant at which an order of the campaign can have been placed whose shipping promise (`shipBy`) is over at `at`, so
 * that a store can count the overdue ones without looking at each. Null where none can be overdue.
 */
export function overdueIfPlacedBy(campaign: Campaign, at: Instant): Instant | null {
  const { shippingPromise, fundedAt, zone } = campaign
  if (fundedAt === null) return null
  const lastOverdue = instant(startOfDay(addDays(dayOf(at, zone), -shippingPromise.days), zone) - 1)
  return shippingPromise.base === 'funding' && fundedAt > lastOverdue ? null : lastOverdue
}
