import { id, type CommandId, type StaffId } from '../../shared/ids'
import type { Order, RefundEvent } from '../../shared/orders/order'
import { assert } from '../../shared/result'
import type { Instant } from '../../shared/time'
import type { NewEntry } from '../../electron/audit/trail'

/** Who did it all. */
export interface Doer {
  readonly id: StaffId
  readonly name: string
}

/** An entry that names no changed facts: there are several for each of a million orders. */
export const entryOf = (
  { id: byId, name: byName }: Doer,
  command: string,
  action: string,
  at: Instant,
  about: Pick<NewEntry, 'subject' | 'summary'>,
): NewEntry => ({
  commandId: id<CommandId>(command),
  inputDigest: '',
  action,
  at,
  byId,
  byName,
  changes: [],
  reply: null,
  ...about,
})

/** Of the refunds that such a shop has: each was sent by itself, without a batch. */
const refundActions: Partial<Record<RefundEvent['kind'], readonly [action: string, words: string]>> = {
  sent: ['refunds.send', 'Sent the refund of'],
  settled: ['refunds.settle', 'Settled the refund of'],
  failed: ['refunds.fail', 'Noted that the refund failed of'],
  'owed again': ['refunds.retry', 'Owed again the refund of'],
}

function refundDeed({ kind, at }: RefundEvent): readonly [action: string, words: string, at: Instant] {
  const deed = refundActions[kind]
  assert(deed !== undefined, `no refund here was ${kind}`)
  return [...deed, at]
}

/** What the trail tells of an order: each deed that it shows, in the order of time. */
export function entriesOf(order: Order, by: Doer): readonly NewEntry[] {
  const deeds: (readonly [action: string, words: string, at: Instant])[] = [
    ['orders.place', 'Placed', order.placedAt],
    ...order.payments.map(({ recordedAt }) => ['orders.recordPayment', 'Recorded a payment of', recordedAt] as const),
    ...order.cancellations.map(({ at }) => ['orders.cancel', 'Cancelled units of', at] as const),
    ...order.refunds.flatMap(({ events }) => events.map(refundDeed)),
  ]
  if (order.shipment !== null) deeds.push(['orders.ship', 'Shipped', order.shipment.at])
  if (order.deliveredAt !== null) deeds.push(['orders.deliver', 'Noted the delivery of', order.deliveredAt])
  const subject = { orderId: order.id, campaignId: order.campaignId, productId: order.productId }
  return deeds.map(([action, words, at], index) =>
    entryOf(by, `fill-${order.id}-${String(index)}`, action, at, { subject, summary: `${words} ${order.number}` }),
  )
}
