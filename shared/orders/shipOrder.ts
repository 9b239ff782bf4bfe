import type { Campaign } from '../campaigns/campaign'
import { refuse, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { Order } from './order'
import { allowed, arrived } from './transitions'

export interface ShipOrderAsk {
  readonly carrier: string
  /** Empty where the carrier's file will tell it. */
  readonly trackingNumber: string
  /** Where the carrier's file says so; without it, now. */
  readonly shippedAt?: Instant
}

/**
 * Notes that a paid order has been handed to a carrier; from then on it can no longer be cancelled. Refused until its campaign is
 * funded, since an unfunded campaign's money may have to go back.
 */
export function shipOrder(
  order: Order,
  campaign: Campaign,
  { carrier, trackingNumber, shippedAt }: ShipOrderAsk,
  by: Actor,
  at: Instant,
): Result<Order> {
  const step = allowed(order, 'ship', at)
  if (!step.ok) return step
  if (campaign.fundedAt === null || campaign.settlement?.outcome === 'failed')
    return refuse('not-funded', 'Orders ship once their campaign is funded; this one is not.')
  const shipment = { carrier, trackingNumber, at: shippedAt ?? at, by: actorName(by) }
  return arrived({ ...order, shipment }, step.value, at)
}
