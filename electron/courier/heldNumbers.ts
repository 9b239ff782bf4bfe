import { everyOrder } from '../../shared/orders/requests'
import { trackingKey } from '../../shared/orders/trackOrder'
import type { Instant } from '../../shared/time'
import { breath } from '../imports/breath'
import type { Reads } from '../store/store'

const sliceLength = 200

/** Which order has which tracking number, by its key: a number that an order has belongs to no other parcel. */
export async function heldNumbers(read: Reads, at: Instant, check: () => void): Promise<ReadonlyMap<string, string>> {
  const { offset: _offset, ...every } = everyOrder
  const sent = await read.orders.walk({ ...every, states: ['shipped', 'delivered'] }, at)
  const held = new Map<string, string>()
  const pause = breath()
  for (let from = 0; from < sent.total; from += sliceLength) {
    check()
    for (const { shipment, number } of await sent.slice(from, sliceLength)) {
      const key = trackingKey(shipment?.trackingNumber ?? '')
      if (key !== '' && !held.has(key)) held.set(key, number)
    }
    await pause()
  }
  return held
}
