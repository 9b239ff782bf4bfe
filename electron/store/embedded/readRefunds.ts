import type { Slice } from '../../../shared/request'
import type { Instant } from '../../../shared/time'
import { refundStates, type Order, type RefundState } from '../../../shared/orders/order'
import type { RefundQuery, RefundReads } from '../store'
import { Best } from './best'
import type { Memory } from './memory'
import type { OrderShard } from './orderShard'
import type { LongAnswers, Walk } from './reads'
import { needlesOf } from './searchText'

export const refundAnswers = (memory: Memory): LongAnswers<RefundReads, 'page'> => ({
  page: (query, at) => page(memory, query, at),
  counts: (at) => {
    const states: Record<RefundState, number> = { owed: 0, sent: 0, settled: 0, failed: 0 }
    for (const { tally } of memory.campaigns.values()) {
      states.owed += tally.refundsOwed
      states.sent += tally.refundsSent
      states.settled += tally.refundsSettled
      states.failed += tally.refundsFailed
    }
    let [lateMoney, overdue] = [0, 0]
    for (const [id, { refunds }] of memory.orders.shards()) {
      const known = memory.campaigns.get(id)
      lateMoney += refunds.lateMoney
      if (!known || known.tally.refundsSent === 0) continue
      for (let row = 0; row < refunds.rows; row += 1) {
        if (refunds.isOverdue(row, known.campaign.zone, at)) overdue += 1
      }
    }
    return { states, lateMoney, overdue }
  },
})

/** Every state, or those asked for. */
export const statesAsked = (asked: readonly RefundState[]): readonly RefundState[] =>
  asked.length === 0 ? refundStates : refundStates.filter((state) => asked.includes(state))

/** What someone should look at first; what has arrived comes last. */
const ranks: Record<RefundState, number> = { failed: 0, owed: 2, sent: 2, settled: 3 }
const overdueRank = 1

interface Found {
  readonly shard: OrderShard
  readonly row: number
  readonly ranks: readonly number[]
}

function* page(
  memory: Memory,
  query: RefundQuery,
  at: Instant,
): Walk<Slice<{ readonly order: Order; readonly refundIndex: number }>> {
  const best = new Best<Found>(query.offset + query.limit)
  let total = 0
  for (const [id, shard] of memory.orders.shards()) {
    if (query.campaignId !== null && id !== query.campaignId) continue
    const zone = memory.campaigns.get(id)?.campaign.zone
    if (zone === undefined) continue
    const { refunds } = shard
    const { order, index, owedAt } = refunds.columns
    const fits = filterOf(shard, query)
    for (let row = 0; row < refunds.rows; row += 1) {
      if (!fits(row)) continue
      const isOverdue = refunds.isOverdue(row, zone, at)
      if (query.overdue && !isOverdue) continue
      total += 1
      const rank = isOverdue ? overdueRank : ranks[refunds.state(row)]
      if (!best.mayEnter(rank)) continue
      const sequence = shard.columns.sequence.get(order.get(row))
      best.add({ shard, row, ranks: [rank, owedAt.get(row), sequence, index.get(row)] })
    }
    yield
  }
  const rows = best.after(query.offset).map(({ shard, row }) => {
    const { order, index } = shard.refunds.columns
    return { order: shard.order(order.get(row)), refundIndex: index.get(row) }
  })
  return { rows, total }
}

function filterOf(shard: OrderShard, { states, cause, mode, text }: RefundQuery): (row: number) => boolean {
  const { refunds } = shard
  const wanted = new Set(statesAsked(states))
  const needles = needlesOf(text)
  const orderMarks = new Uint8Array(needles ? shard.rows : 0)
  const marks = new Uint8Array(needles ? refunds.rows : 0)
  if (needles) {
    shard.lines.mark(needles, orderMarks)
    refunds.lines.mark(needles, marks)
  }
  return (row) => {
    if (!wanted.has(refunds.state(row))) return false
    if (cause !== null && refunds.cause(row) !== cause) return false
    if (mode !== null && refunds.mode(row) !== mode) return false
    return !needles || marks[row] === 1 || orderMarks[refunds.columns.order.get(row)] === 1
  }
}
