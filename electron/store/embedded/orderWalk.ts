import { assert } from '../../../shared/result'
import type { Instant } from '../../../shared/time'
import type { Order } from '../../../shared/orders/order'
import type { OrderQuery } from '../store'
import { isCampaignWanted } from './detailSieve'
import type { Memory } from './memory'
import type { OrderShard } from './orderShard'
import { OrderSieve } from './orderSieve'
import type { Walk } from './reads'
import { sortInSteps } from './sortInSteps'
import { sortValue } from './sortValue'

/** A row of a shard. */
export interface Spot {
  readonly shard: OrderShard
  readonly row: number
}

/** A list by the places of its rows: some bytes a row, however much the rows themselves come to. */
export interface Places<Row> {
  readonly total: number
  /** Those from `offset` on, as they stand when they are asked for. */
  readonly slice: (offset: number, limit: number) => readonly Row[]
}

/** The orders of those rows, read campaign by campaign. */
export function ordersAt(spots: readonly Spot[]): readonly Order[] {
  const byShard = new Map<OrderShard, number[]>()
  for (const { shard, row } of spots) {
    const rows = byShard.get(shard)
    if (rows) rows.push(row)
    else byShard.set(shard, [row])
  }
  const found = new Map<OrderShard, Map<number, Order>>()
  for (const [shard, rows] of byShard) {
    const orders = new Map<number, Order>()
    shard.ordersOf([...new Set(rows)], (row, order) => orders.set(row, order))
    found.set(shard, orders)
  }
  return spots.map(({ shard, row }) => {
    const order = found.get(shard)?.get(row)
    assert(order !== undefined, 'a row has its order')
    return order
  })
}

/** Every order that fits, in the order of the query. */
export function* orderWalk(
  memory: Memory,
  query: Omit<OrderQuery, 'offset' | 'limit'>,
  at: Instant,
): Walk<Places<Order>> {
  const shards: OrderShard[] = []
  const which: number[] = []
  const rows: number[] = []
  const sequences: number[] = []
  const values: number[] = []
  const sieve = new OrderSieve(memory, query, at)
  for (const [id, shard] of memory.orders.shards()) {
    const campaign = memory.campaigns.get(id)?.campaign
    if (!campaign || !isCampaignWanted(query, campaign)) continue
    const value = sortValue(shard, campaign, query.sort)
    for (const { block } of shard.blocks()) {
      sieve.each(id, shard, block, (row) => {
        which.push(shards.length)
        rows.push(row)
        sequences.push(shard.columns.sequence.get(row))
        values.push(value(row))
      })
      yield
    }
    shards.push(shard)
  }
  const sign = query.descending ? -1 : 1
  const by = (numbers: readonly number[], left: number, right: number) =>
    sign * ((numbers[left] ?? 0) - (numbers[right] ?? 0))
  const sorted = yield* sortInSteps(rows.length, (left, right) => by(values, left, right) || by(sequences, left, right))
  return {
    total: sorted.length,
    slice: (offset, limit) =>
      ordersAt(
        Array.from(sorted.subarray(offset, offset + limit), (found) => {
          const shard = shards[which[found] ?? -1]
          assert(shard !== undefined, 'what was found stands in a shard')
          return { shard, row: rows[found] ?? 0 }
        }),
      ),
  }
}
