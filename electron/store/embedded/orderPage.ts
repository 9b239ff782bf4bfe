import type { CampaignId } from '../../../shared/ids'
import type { Order } from '../../../shared/orders/order'
import type { OrderFilter } from '../../../shared/orders/requests'
import type { Instant } from '../../../shared/time'
import type { OrderQuery } from '../store'
import { Best } from './best'
import type { Memory } from './memory'
import type { OrderShard } from './orderShard'
import { isFiltered, OrderSieve } from './orderSieve'
import type { Walk } from './reads'
import { sortValue } from './sortValue'

interface Found {
  readonly shard: OrderShard
  readonly row: number
  readonly ranks: readonly number[]
}

/** A part of a list of orders. How long the whole list is, is a question of its own, which may have to look at every order. */
export function* pageOfOrders(memory: Memory, query: OrderQuery, at: Instant): Walk<readonly Order[]> {
  const { offset, limit, sort } = query
  const shards = shardsOf(memory, query)
  if (sort === 'sequence' && !isFiltered(query))
    return plainPage(
      shards.map(([, shard]) => shard),
      query,
    )
  const sieve = new OrderSieve(memory, query, at)
  const best = new Best<Found>(offset + limit)
  if (sort === 'sequence') yield* bestInSequence(shards, sieve, query, best)
  else yield* bestByValue(memory, shards, sieve, query, best)
  return best.after(offset).map(({ shard, row }) => shard.order(row))
}

/** How many orders fit. */
export function* countOrders(memory: Memory, filter: OrderFilter, at: Instant): Walk<number> {
  const shards = shardsOf(memory, filter)
  if (!isFiltered(filter)) return shards.reduce((sum, [, { rows }]) => sum + rows, 0)
  const sieve = new OrderSieve(memory, filter, at)
  let found = 0
  for (const [id, shard] of shards) {
    for (const { block } of shard.blocks()) {
      sieve.each(id, shard, block, () => (found += 1))
      yield
    }
  }
  return found
}

type Shards = readonly (readonly [CampaignId, OrderShard])[]

const shardsOf = (memory: Memory, { campaignId }: OrderFilter): Shards =>
  Array.from(memory.orders.shards()).filter(([id]) => campaignId === null || id === campaignId)

/** Where every order is wanted: no other orders than those shown are looked at, however far back they are. */
function plainPage(shards: readonly OrderShard[], { offset, limit, descending }: OrderQuery): readonly Order[] {
  const total = shards.reduce((sum, { rows }) => sum + rows, 0)
  const shown = Math.max(0, Math.min(limit, total - offset))
  const from = descending ? total - offset - shown : offset
  // The first sequence that has so many before it.
  let low = 0
  let high = Math.max(0, ...shards.map(({ lastSequence }) => lastSequence + 1))
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (shards.reduce((sum, shard) => sum + shard.placeOf(middle), 0) < from) low = middle + 1
    else high = middle
  }
  const found = shards.flatMap((shard) => {
    const place = shard.placeOf(low)
    const count = Math.min(shown, shard.rows - place)
    return Array.from({ length: count }, (_, step) => ({ shard, row: shard.rowAt(place + step) }))
  })
  const sequence = ({ shard, row }: Omit<Found, 'ranks'>): number => shard.columns.sequence.get(row)
  const rows = found.sort((left, right) => sequence(left) - sequence(right)).slice(0, shown)
  if (descending) rows.reverse()
  return rows.map(({ shard, row }) => shard.order(row))
}

/**
 * Looks at blocks of rows from the end that comes first, and no further than what is wanted: for the newest orders with a text that
 * many have, hardly anything is searched.
 */
function* bestInSequence(shards: Shards, sieve: OrderSieve, { descending }: OrderQuery, best: Best<Found>): Walk<void> {
  const sign = descending ? -1 : 1
  const stops = shards
    .flatMap(([id, shard]) =>
      Array.from(shard.blocks(), ({ block, lowest, highest }) => {
        const first = descending ? -highest : lowest
        return { id, shard, block, first }
      }),
    )
    .sort((left, right) => left.first - right.first)
  for (const { id, shard, block, first } of stops) {
    if (best.isOver(first)) break
    const { sequence } = shard.columns
    sieve.each(id, shard, block, (row) => {
      const rank = sign * sequence.get(row)
      if (best.mayEnter(rank)) best.add({ shard, row, ranks: [rank] })
    })
    yield
  }
}

function* bestByValue(
  memory: Memory,
  shards: Shards,
  sieve: OrderSieve,
  { sort, descending }: OrderQuery,
  best: Best<Found>,
): Walk<void> {
  const sign = descending ? -1 : 1
  for (const [id, shard] of shards) {
    const campaign = memory.campaigns.get(id)?.campaign
    if (!campaign) continue
    const value = sortValue(shard, campaign, sort)
    const { sequence } = shard.columns
    for (const { block } of shard.blocks()) {
      sieve.each(id, shard, block, (row) => {
        const rank = sign * value(row)
        if (best.mayEnter(rank)) best.add({ shard, row, ranks: [rank, sign * sequence.get(row)] })
      })
      yield
    }
  }
}
