import type { CampaignId } from '../../../shared/ids'
import type { OrderState } from '../../../shared/orders/order'
import type { SupporterCounts } from '../store'
import type { Memory } from './memory'
import type { OrderShard } from './orderShard'
import type { Walk } from './reads'

/** Whether an order in that state was paid in time and is not cancelled whole. */
const supports: Record<OrderState, boolean> = {
  paid: true,
  shipped: true,
  delivered: true,
  voided: true,
  'awaiting payment': false,
  lapsed: false,
  cancelled: false,
}

function* phonesIn(shard: OrderShard): Generator<number> {
  for (let row = 0; row < shard.rows; row += 1) if (supports[shard.state(row)]) yield shard.columns.phone.get(row)
}

/** Reads no order: the columns of lists tell it all. */
export function* supportersOf(memory: Memory, id: CampaignId): Walk<SupporterCounts> {
  const launchedAt = memory.campaigns.get(id)?.campaign.launchedAt ?? null
  const shard = memory.orders.shards().get(id)
  if (!shard || launchedAt === null) return { supporters: 0, repeated: 0, returning: 0 }
  const orders = new Map<number, number>()
  for (const phone of phonesIn(shard)) orders.set(phone, (orders.get(phone) ?? 0) + 1)
  const returning = new Set<number>()
  for (const [otherId, other] of memory.orders.shards()) {
    yield
    const launched = memory.campaigns.get(otherId)?.campaign.launchedAt ?? null
    if (otherId === id || launched === null || launched >= launchedAt) continue
    for (const phone of phonesIn(other)) if (orders.has(phone)) returning.add(phone)
  }
  const repeated = [...orders.values()].filter((count) => count > 1).length
  return { supporters: orders.size, repeated, returning: returning.size }
}
