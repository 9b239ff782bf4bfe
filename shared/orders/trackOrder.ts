import { refuse, type Result } from '../result'
import { actorName, type Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { FormerTracking, Order } from './order'
import { allowed, arrived } from './transitions'

export interface TrackOrderAsk {
  readonly carrier: string
  readonly trackingNumber: string
}

/** Whether two people would read the same number: carriers write them with and without blanks, in either case. */
export const isSameTracking = (left: string, right: string): boolean => trackingKey(left) === trackingKey(right)

export const trackingKey = (trackingNumber: string): string => trackingNumber.replace(/\s+/gu, '').toUpperCase()

/**
 * Gives an order that has shipped its tracking number, or puts a wrong one right; what stood before stays on record. Refused
 * before it shipped, without a number, and where nothing would change.
 */
export function trackOrder(
  order: Order,
  { carrier, trackingNumber }: TrackOrderAsk,
  by: Actor,
  at: Instant,
): Result<Order> {
  const step = allowed(order, 'track', at)
  if (!step.ok) return step
  const { shipment } = order
  if (shipment === null) return refuse('not-shipped', 'This order has not been shipped.')
  if (trackingNumber === '') return refuse('no-tracking-number', 'Write the tracking number.', 'trackingNumber')
  if (shipment.carrier === carrier && shipment.trackingNumber === trackingNumber)
    return refuse('already-tracked', 'The order has this tracking number already.', 'trackingNumber')
  const before: FormerTracking = {
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    replacedAt: at,
    replacedBy: actorName(by),
  }
  const former = [...(shipment.former ?? []), before]
  return arrived({ ...order, shipment: { ...shipment, carrier, trackingNumber, former } }, step.value, at)
}
