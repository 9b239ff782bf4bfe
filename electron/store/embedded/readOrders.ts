import type { Slice } from '../../../shared/request'
import type { Campaign } from '../../../shared/campaigns/campaign'
import type { CampaignId } from '../../../shared/ids'
import { instant, type Instant } from '../../../shared/time'
import { orderStates, type Order, type OrderState } from '../../../shared/orders/order'
import { isOpen } from '../../../shared/orders/openOrder'
import { orderState, unitsLeft } from '../../../shared/orders/orderState'
import { overdueIfPlacedBy } from '../../../shared/orders/overdueToShip'
import { shipByRank } from '../../../shared/orders/shipBy'
import { Best } from './best'
import type { OrderQuery, OrderReads } from '../store'
import type { Memory } from './memory'
import type { OrderShard } from './orderShard'
import type { LongAnswers, Walk } from './reads'
import { needlesOf } from './searchText'

export const orderAnswers = (memory: Memory): LongAnswers<Omit<OrderReads, 'walk'>, 'page'> => ({
  one: (id) => memory.orders.one(id),
  page: (query, at) => page(memory, query, at),
  ofSupporter: (phone, limit) => memory.orders.ofPhone(phone).slice(0, limit),
  unitsHeld: (campaignId, phone, at) => {
    const orders = shardOf(memory, campaignId)?.ofPhone(phone) ?? []
    return orders.reduce((sum, order) => (holds[orderState(order, at)] ? sum + unitsLeft(order) : sum), 0)
  },
  toLapse: (campaignId, at, limit) => {
    const shard = shardOf(memory, campaignId)
    if (!shard) return []
    return memory.orders.several(
      shard,
      shard.awaiting.due(at, limit).map((sequence) => shard.rowOf(sequence)),
    )
  },
  campaignsToLapse: (at) =>
    Array.from(memory.orders.shards()).flatMap(([id, { awaiting }]) => (awaiting.due(at, 1).length > 0 ? id : [])),
  toVoid: (campaignId, after, limit) => {
    const shard = shardOf(memory, campaignId)
    if (!shard) return []
    const last = after === null ? null : memory.orders.one(after)
    const rows: number[] = []
    for (let place = last ? shard.placeOf(last.sequence + 1) : 0; place < shard.rows; place += 1) {
      if (rows.length === limit) break
      const row = shard.rowAt(place)
      if (shard.state(row) === 'paid') rows.push(row)
    }
    return memory.orders.several(shard, rows)
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

interface Found {
  readonly shard: OrderShard
  readonly row: number
  readonly ranks: readonly number[]
}

function* page(memory: Memory, query: OrderQuery, at: Instant): Walk<Slice<Order>> {
  const { offset, limit, campaignId, sort } = query
  const shards = [...memory.orders.shards()].filter(([id]) => campaignId === null || id === campaignId)
  if (sort === 'sequence' && !isFiltered(query))
    return plainPage(
      shards.map(([, shard]) => shard),
      query,
    )
  const best = new Best<Found>(offset + limit)
  let total = 0
  for (const [id, shard] of shards) {
    const campaign = memory.campaigns.get(id)?.campaign
    const fits = campaign ? filterOf(shard, campaign, query, at) : 'nothing'
    if (campaign && fits !== 'nothing') {
      total +=
        sort === 'sequence'
          ? bestInSequence(shard, fits, query, best)
          : bestByValue(shard, sortValue(shard, campaign, sort), fits, query, best)
    }
    yield
  }
  return { rows: best.after(offset).map(({ shard, row }) => shard.order(row)), total }
}

/** Where every order is wanted: no other orders than those shown are looked at, however far back they are. */
function plainPage(shards: readonly OrderShard[], { offset, limit, descending }: OrderQuery): Slice<Order> {
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
  return { rows: rows.map(({ shard, row }) => shard.order(row)), total }
}

type Fits = (row: number) => boolean

/** The orders stand in their sequence already: walks them from the end that comes first. Answers how many fit. */
function bestInSequence(shard: OrderShard, fits: Fits, query: OrderQuery, best: Best<Found>): number {
  const { descending, offset, limit } = query
  const { sequence } = shard.columns
  const sign = descending ? -1 : 1
  let found = 0
  for (let step = 0; step < shard.rows; step += 1) {
    const row = shard.rowAt(descending ? shard.rows - 1 - step : step)
    if (!fits(row)) continue
    found += 1
    const rank = sign * sequence.get(row)
    if (found <= offset + limit && best.mayEnter(rank)) best.add({ shard, row, ranks: [rank] })
  }
  return found
}

function bestByValue(
  shard: OrderShard,
  value: (row: number) => number,
  fits: Fits,
  query: OrderQuery,
  best: Best<Found>,
): number {
  const sign = query.descending ? -1 : 1
  let found = 0
  for (let row = 0; row < shard.rows; row += 1) {
    if (!fits(row)) continue
    found += 1
    const rank = sign * value(row)
    if (best.mayEnter(rank)) best.add({ shard, row, ranks: [rank, sign * shard.columns.sequence.get(row)] })
  }
  return found
}

/** What a list sorts a row by. */
export function sortValue(shard: OrderShard, campaign: Campaign, sort: OrderQuery['sort']): (row: number) => number {
  const { columns } = shard
  if (sort === 'shipBy') return (row) => shipByRank(instant(columns.placedAt.get(row)), campaign)
  return (row) => columns[sort].get(row)
}

const isFiltered = ({ states, mode, placedFrom, placedTo, toShip, overdue, text }: OrderQuery): boolean =>
  states.length > 0 ||
  mode !== null ||
  placedFrom !== null ||
  placedTo !== null ||
  toShip ||
  overdue ||
  text.trim() !== ''

/** Whether a row fits all of the query, what is cheap to tell first. */
export function filterOf(
  shard: OrderShard,
  campaign: Campaign,
  query: Omit<OrderQuery, 'offset' | 'limit'>,
  at: Instant,
): Fits | 'nothing' {
  const { states, mode, placedFrom, placedTo, toShip, overdue } = query
  const overdueIfBy = overdueIfPlacedBy(campaign, at) ?? -Infinity
  const needles = needlesOf(query.text)
  const marks = needles ? new Uint8Array(shard.rows) : null
  if ((toShip && campaign.fundedAt === null) || (needles && marks && !shard.lines.mark(needles, marks)))
    return 'nothing'
  const wanted = orderStates.map((state) => states.length === 0 || states.includes(state))
  const { placedAt, payBy, standing } = shard.columns
  const [awaiting, lapsed, paid] = (['awaiting payment', 'lapsed', 'paid'] as const).map((state) =>
    orderStates.indexOf(state),
  )
  return (row) => {
    if (marks && marks[row] !== 1) return false
    if (placedFrom !== null && placedAt.get(row) < placedFrom) return false
    if (placedTo !== null && placedAt.get(row) > placedTo) return false
    const state = standing.get(row)
    if ((toShip || overdue) && state !== paid) return false
    if (overdue && placedAt.get(row) > overdueIfBy) return false
    // Only what awaits payment by its facts can have another state at another instant.
    if (!wanted[state === awaiting && at > payBy.get(row) ? (lapsed ?? state) : state]) return false
    return mode === null || shard.hasMode(row, mode)
  }
}
