import type { CampaignId } from '../../../shared/ids'
import type { Order } from '../../../shared/orders/order'
import type { OrderFilter } from '../../../shared/orders/requests'
import type { Instant } from '../../../shared/time'
import type { OrderQuery } from '../store'
import { Best } from './best'
import { isCampaignWanted } from './detailSieve'
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
  if (sort === 'sequence' && offset > 0 && !isFiltered(query)) return plainPage(yield* shardsOf(memory, query), query)
  const sieve = new OrderSieve(memory, query, at)
  const best = new Best<Found>(offset + limit)
  if (sort === 'sequence') yield* bestInSequence(memory, sieve, query, best)
  else yield* bestByValue(memory, sieve, query, best)
  return best.after(offset).map(({ shard, row }) => shard.order(row))
}

/** How many orders fit. */
export function* countOrders(memory: Memory, filter: OrderFilter, at: Instant): Walk<number> {
  if (!isFiltered(filter)) {
    const campaigns = Array.from(memory.campaigns.values()).filter(({ campaign }) => isCampaignWanted(filter, campaign))
    return campaigns.reduce((sum, { tally }) => sum + tally.placed.orders, 0)
  }
  const sieve = new OrderSieve(memory, filter, at)
  let found = 0
  for (const { id, shard } of yield* shardsOf(memory, filter)) {
    for (const { block } of shard.blocks()) {
      sieve.each(id, shard, block, () => (found += 1))
      yield
    }
  }
  return found
}

interface Wanted {
  readonly id: CampaignId
  readonly shard: OrderShard
}

const isWanted = (memory: Memory, filter: OrderFilter, id: CampaignId): boolean => {
  const campaign = memory.campaigns.get(id)?.campaign
  return campaign !== undefined && isCampaignWanted(filter, campaign)
}

/** All that the filter's campaigns have, once it was read. */
function* shardsOf(memory: Memory, filter: OrderFilter): Walk<readonly Wanted[]> {
  const { orders } = memory
  const wait = filter.campaignId === null ? orders.whole() : orders.ready([filter.campaignId])
  if (wait) yield wait
  return shardsAtHand(memory, filter)
}

const shardsAtHand = (memory: Memory, filter: OrderFilter): readonly Wanted[] =>
  Array.from(memory.orders.shards(), ([id, shard]) => ({ id, shard })).filter(({ id }) => isWanted(memory, filter, id))

/** Where every order is wanted: no other orders than those shown are looked at, however far back they are. */
function plainPage(wanted: readonly Wanted[], { offset, limit, descending }: OrderQuery): readonly Order[] {
  const shards = wanted.map(({ shard }) => shard)
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

/** A block of rows, or a campaign that was not read yet, and the rank of what it can hold of the list's first. */
interface Stop {
  readonly id: CampaignId
  readonly first: number
  readonly block: { readonly shard: OrderShard; readonly block: number } | null
}

/**
 * Looks at blocks of rows from the end that comes first, and no further than what is wanted: for the newest orders with a text that
 * many have, hardly anything is searched, and older campaigns stay on the disk.
 */
function* bestInSequence(memory: Memory, sieve: OrderSieve, query: OrderQuery, best: Best<Found>): Walk<void> {
  const sign = query.descending ? -1 : 1
  const firstOf = (lowest: number, highest: number): number => (query.descending ? -highest : lowest)
  const blocksOf = ({ id, shard }: Wanted): readonly Stop[] =>
    Array.from(shard.blocks(), ({ block, lowest, highest }) => {
      return { id, first: firstOf(lowest, highest), block: { shard, block } }
    })
  const inTurn = (left: Stop, right: Stop): number => right.first - left.first
  const unread = memory.orders.unread().filter(([id]) => isWanted(memory, query, id))
  // The last one is the next.
  const stops = [
    ...shardsAtHand(memory, query).flatMap(blocksOf),
    ...unread.map(([id, span]): Stop => ({ id, first: firstOf(...span), block: null })),
  ].sort(inTurn)
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    const { id, block, first } = stop
    if (best.isOver(first)) break
    if (block === null) {
      yield memory.orders.ready([id]) ?? undefined
      const shard = memory.orders.shards().get(id)
      if (shard) stops.push(...blocksOf({ id, shard }))
      stops.sort(inTurn)
      continue
    }
    const { shard } = block
    const { sequence } = shard.columns
    sieve.each(id, shard, block.block, (row) => {
      const rank = sign * sequence.get(row)
      if (best.mayEnter(rank)) best.add({ shard, row, ranks: [rank] })
    })
    yield
  }
}

function* bestByValue(memory: Memory, sieve: OrderSieve, query: OrderQuery, best: Best<Found>): Walk<void> {
  const { sort, descending } = query
  const sign = descending ? -1 : 1
  for (const { id, shard } of yield* shardsOf(memory, query)) {
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
