import type { CampaignId } from '../../../shared/ids'
import type { Order, OrderState } from '../../../shared/orders/order'
import { isOpen } from '../../../shared/orders/openOrder'
import { orderState, unitsLeft } from '../../../shared/orders/orderState'
import type { OrderReads } from '../store'
import type { Memory } from './memory'
import { countOrders, pageOfOrders } from './orderPage'
import type { OrderShard } from './orderShard'
import type { LongAnswers } from './reads'

export const orderAnswers = (memory: Memory): LongAnswers<Omit<OrderReads, 'walk'>, 'page' | 'count'> => ({
  one: (id) => memory.orders.one(id),
  page: (query, at) => pageOfOrders(memory, query, at),
  count: (filter, at) => countOrders(memory, filter, at),
  ofSupporter: (phone, limit) => memory.orders.ofPhone(phone).slice(0, limit),
  unitsHeld: (campaignId, phone, at) => {
    const orders = shardOf(memory, campaignId)?.ofPhone(phone) ?? []
    return orders.reduce((sum, order) => (holds[orderState(order, at)] ? sum + unitsLeft(order) : sum), 0)
  },
  toLapse: (campaignId, at, limit) => {
    const shard = shardOf(memory, campaignId)
    return shard?.awaiting.due(at, limit).map((sequence) => shard.order(shard.rowOf(sequence))) ?? []
  },
  campaignsToLapse: (at) =>
    Array.from(memory.orders.shards()).flatMap(([id, { awaiting }]) => (awaiting.due(at, 1).length > 0 ? id : [])),
  toVoid: (campaignId, after, limit) => {
    const shard = shardOf(memory, campaignId)
    if (!shard) return []
    const last = after === null ? null : memory.orders.one(after)
    const found: Order[] = []
    for (let place = last ? shard.placeOf(last.sequence + 1) : 0; place < shard.rows; place += 1) {
      if (found.length === limit) break
      const row = shard.rowAt(place)
      if (shard.state(row) === 'paid') found.push(shard.order(row))
    }
    return found
  },
  byPaymentReference: (mode, reference) => memory.orders.ofReference(mode, reference),
  assignedTo: (id, at) => memory.orders.ofAssignee(id).filter((order) => isOpen(order, at)),
})

const shardOf = (memory: Memory, id: CampaignId): OrderShard | undefined => memory.orders.shards().get(id)

const holds: Record<OrderState, boolean> = {
  'awaiting payment': true,
  paid: true,
  shipped: true,
  delivered: true,
  lapsed: false,
  cancelled: false,
  voided: false,
}
