import type { Campaign } from '../campaigns/campaign'
import { deliverOrder } from '../orders/deliverOrder'
import type { Order } from '../orders/order'
import { shipOrder } from '../orders/shipOrder'
import { isSameTracking, trackOrder } from '../orders/trackOrder'
import { ok, refuse, type Refused, type Result } from '../result'
import type { Actor } from '../staff/actor'
import { laterOf, type Instant } from '../time'

/** What a courier's file says of one order. */
export interface CourierNews {
  /** Empty where neither the file nor whoever read it names one. */
  readonly carrier: string
  readonly trackingNumber: string
  /** Null where the file does not say. */
  readonly shippedAt: Instant | null
  /** Null while it is on its way. */
  readonly deliveredAt: Instant | null
}

/** One of the things that news make of an order, with the order as it is after it. */
export interface NewsStep {
  readonly action: 'ship' | 'track' | 'deliver'
  readonly order: Order
}

/**
 * Takes a courier's news of an order: a paid one ships with its number, a shipped one without a number gets it, and one that has
 * arrived is delivered. Taken a second time they change nothing, which is refused as such. Refused, too, where the order has another
 * number, cannot ship, or the dates cannot be.
 */
export function takeNews(
  order: Order,
  campaign: Campaign,
  news: CourierNews,
  by: Actor,
  at: Instant,
): Result<readonly NewsStep[]> {
  const impossible = impossibleIn(order, news, at)
  if (impossible !== null) return impossible
  const sent = order.shipment === null ? hand(order, campaign, news, by, at) : number(order, news, by, at)
  if (!sent.ok) return sent
  const shipped = sent.value.at(-1)?.order ?? order
  const arrives = news.deliveredAt !== null && shipped.deliveredAt === null
  if (!arrives) return sent.value.length > 0 ? sent : refuseKnown()
  // Staff may note a shipment later than the parcel arrives; an order is never delivered before it shipped.
  const deliveredAt = laterOf(news.deliveredAt, shipped.shipment?.at ?? news.deliveredAt)
  const delivered = deliverOrder(shipped, by, at, deliveredAt)
  return delivered.ok ? ok([...sent.value, { action: 'deliver', order: delivered.value }]) : delivered
}

function impossibleIn({ placedAt }: Order, news: CourierNews, at: Instant): Refused | null {
  if (news.trackingNumber === '') return refuse('no-tracking-number', 'The file gives it no tracking number.')
  const told = [
    ['shipped', news.shippedAt],
    ['delivered', news.deliveredAt],
  ] as const
  for (const [what, when] of told) {
    if (when === null) continue
    if (when > at) return refuse('in-the-future', `The file says it was ${what} on a day that has not come.`)
    if (when < placedAt) return refuse('before-placing', `The file says it was ${what} before it was placed.`)
  }
  if (news.shippedAt !== null && news.deliveredAt !== null && news.deliveredAt < news.shippedAt)
    return refuse('before-shipping', 'The file says it was delivered before it was shipped.')
  return null
}

function hand(
  order: Order,
  campaign: Campaign,
  { carrier, trackingNumber, shippedAt }: CourierNews,
  by: Actor,
  at: Instant,
): Result<readonly NewsStep[]> {
  const shipped = shipOrder(order, campaign, { carrier, trackingNumber, shippedAt: shippedAt ?? at }, by, at)
  if (!shipped.ok) return shipped
  if (carrier === '') return refuse('no-carrier', 'Nobody says which carrier has it.')
  return ok([{ action: 'ship', order: shipped.value }])
}

/** Nothing where the order has that very number. */
function number(
  order: Order,
  { carrier, trackingNumber }: CourierNews,
  by: Actor,
  at: Instant,
): Result<readonly NewsStep[]> {
  const known = order.shipment?.trackingNumber ?? ''
  if (isSameTracking(known, trackingNumber)) return ok([])
  if (known !== '')
    return refuse('another-number', 'It shipped with another tracking number. Correct that on its page if it is wrong.')
  const ask = { carrier: carrier === '' ? (order.shipment?.carrier ?? '') : carrier, trackingNumber }
  const tracked = trackOrder(order, ask, by, at)
  return tracked.ok ? ok([{ action: 'track', order: tracked.value }]) : tracked
}

/** What news that were taken before are refused with. */
export const newsKnown = 'news-known'

const refuseKnown = (): Refused => refuse(newsKnown, 'Known already: nothing to do.')
