import type { Slice } from '../../../shared/request'
import { minor } from '../../../shared/money'
import { ageCuts, inAgeOrder, type AgeCuts, type RefundAges } from '../../../shared/refunds/age'
import { stoodBefore } from '../../../shared/refunds/stood'
import type { Instant } from '../../../shared/time'
import { refundStates, type RefundStanding, type RefundState } from '../../../shared/orders/order'
import { daysOffIn, type Holidays } from '../../../shared/settings/holidays'
import type { CampaignWithTally, OrderWithRefund, RefundQuery, RefundReads } from '../store'
import { Best, compareRanks } from './best'
import type { Memory } from './memory'
import type { OrderShard } from './orderShard'
import { ordersAt, type Places } from './orderWalk'
import type { LongAnswers, Walk } from './reads'
import { needleOf } from './needle'
import { needlesOf } from './searchText'
import type { WorkingDays } from './refundTable'
import { sortInSteps } from './sortInSteps'

type RefundFilter = Omit<RefundQuery, 'offset' | 'limit'>

export const refundAnswers = (memory: Memory): LongAnswers<Omit<RefundReads, 'walk'>, 'page'> => ({
  page: (query, at) => page(memory, query, at),
  ages: (at) => ages(memory, at),
  counts: (at) => {
    const states: Record<RefundState, number> = { owed: 0, sent: 0, settled: 0, failed: 0 }
    for (const { tally } of memory.campaigns.values()) {
      states.owed += tally.refundsOwed
      states.sent += tally.refundsSent
      states.settled += tally.refundsSettled
      states.failed += tally.refundsFailed
    }
    let [lateMoney, overdue, aging] = [0, 0, 0]
    for (const [id, { refunds }] of memory.orders.shards()) {
      const known = memory.campaigns.get(id)
      lateMoney += refunds.lateMoney
      if (!known) continue
      const { refundsSent, refundsOwed, refundsFailed } = known.tally
      if (refundsSent + refundsOwed + refundsFailed === 0) continue
      const days = workingDaysOf(memory, known)
      for (let row = 0; row < refunds.rows; row += 1) {
        if (refunds.isOverdue(row, days, at)) overdue += 1
        if (refunds.isAging(row, at)) aging += 1
      }
    }
    return { states, lateMoney, overdue, aging }
  },
})

function ages(memory: Memory, at: Instant): readonly RefundAges[] {
  const found = new Map<string, { -readonly [Name in keyof RefundAges]: RefundAges[Name] }>()
  for (const [id, { refunds }] of memory.orders.shards()) {
    const known = memory.campaigns.get(id)
    if (!known) continue
    const { currency } = known.campaign
    const cuts = cutsOf(memory, known, at)
    for (let row = 0; row < refunds.rows; row += 1) {
      const age = refunds.age(row, cuts)
      const [state, mode] = [refunds.state(row), refunds.mode(row)]
      if (age === null || mode === null || state === 'settled' || state === 'withdrawn') continue
      const cell = found.get(`${state} ${mode} ${age}`) ?? { state, mode, age, refunds: 0, amounts: {} }
      cell.refunds += 1
      const amount = minor((cell.amounts[currency] ?? 0) + refunds.columns.amount.get(row))
      cell.amounts = { ...cell.amounts, [currency]: amount }
      found.set(`${state} ${mode} ${age}`, cell)
    }
  }
  return [...found.values()].sort(inAgeOrder)
}

const cutsOf = (memory: Memory, known: CampaignWithTally, at: Instant): AgeCuts => {
  const { zone, daysOff } = workingDaysOf(memory, known)
  return ageCuts(zone, daysOff, at)
}

const workingDaysOf = ({ settings }: Memory, { campaign: { zone, market } }: CampaignWithTally): WorkingDays => ({
  zone,
  daysOff: daysOffIn(settings?.holidays ?? noHolidays, market),
})

const noHolidays: Holidays = []

/** Every state, or those asked for. */
export const statesAsked = (asked: readonly RefundState[]): readonly RefundState[] =>
  asked.length === 0 ? refundStates : refundStates.filter((state) => asked.includes(state))

/** What someone should look at first; what has arrived comes last. */
const ranks: Record<RefundStanding, number> = { failed: 0, owed: 2, sent: 2, settled: 3, withdrawn: 3 }
const overdueRank = 1

interface Found {
  readonly shard: OrderShard
  readonly row: number
  readonly ranks: readonly number[]
}

function* page(memory: Memory, query: RefundQuery, at: Instant): Walk<Slice<OrderWithRefund>> {
  const best = new Best<Found>(query.offset + query.limit)
  let total = 0
  yield* fitting(memory, query, at, (shard, row, rank) => {
    total += 1
    if (best.mayEnter(rank)) best.add({ shard, row, ranks: ranksOf(shard, row, rank) })
  })
  return { rows: refundsAt(best.after(query.offset)), total }
}

/** Every refund that fits, in the order of the queue. */
export function* refundWalk(memory: Memory, query: RefundFilter, at: Instant): Walk<Places<OrderWithRefund>> {
  const found: Found[] = []
  yield* fitting(memory, query, at, (shard, row, rank) => {
    found.push({ shard, row, ranks: ranksOf(shard, row, rank) })
  })
  const sorted = yield* sortInSteps(found.length, (left, right) => {
    const [one, other] = [found[left], found[right]]
    return one && other ? compareRanks(one, other) : 0
  })
  return {
    total: found.length,
    slice: (offset, limit) =>
      refundsAt(Array.from(sorted.subarray(offset, offset + limit)).flatMap((item) => found[item] ?? [])),
  }
}

const ranksOf = ({ refunds, columns }: OrderShard, row: number, rank: number): readonly number[] => {
  const { order, index, owedAt } = refunds.columns
  return [rank, owedAt.get(row), columns.sequence.get(order.get(row)), index.get(row)]
}

function refundsAt(found: readonly Found[]): readonly OrderWithRefund[] {
  const orders = ordersAt(found.map(({ shard, row }) => ({ shard, row: shard.refunds.columns.order.get(row) })))
  return found.flatMap(({ shard, row }, place) => {
    const order = orders[place]
    return order === undefined ? [] : [{ order, refundIndex: shard.refunds.columns.index.get(row) }]
  })
}

/** Calls `take` with every refund that fits and the first of its ranks. */
function* fitting(
  memory: Memory,
  query: RefundFilter,
  at: Instant,
  take: (shard: OrderShard, row: number, rank: number) => void,
): Walk<undefined> {
  for (const [id, shard] of memory.orders.shards()) {
    if (query.campaignId !== null && id !== query.campaignId) continue
    const known = memory.campaigns.get(id)
    if (known === undefined || (query.market !== null && known.campaign.market !== query.market)) continue
    const days = workingDaysOf(memory, known)
    const { refunds } = shard
    const fits = filterOf(shard, query)
    const cuts = query.age === null ? null : cutsOf(memory, known, at)
    const { stood } = query
    const before = stood && stoodBefore(stood, known.campaign.zone)
    for (let row = 0; row < refunds.rows; row += 1) {
      if (!fits(row)) continue
      const isOverdue = refunds.isOverdue(row, days, at)
      if (query.overdue && !isOverdue) continue
      if (cuts !== null && refunds.age(row, cuts) !== query.age) continue
      if (stood && before && !refunds.stoodSo(row, stood.money, before)) continue
      if (query.aging && !refunds.isAging(row, at)) continue
      take(shard, row, isOverdue ? overdueRank : ranks[refunds.state(row)])
    }
    yield
  }
  return undefined
}

function filterOf(shard: OrderShard, { states, cause, mode, text }: RefundFilter): (row: number) => boolean {
  const { refunds } = shard
  // What was withdrawn is in no queue.
  const wanted: ReadonlySet<RefundStanding> = new Set(statesAsked(states))
  const needles = needlesOf(text)?.map((needle) => needleOf(needle, shard.lines.sample)) ?? null
  const orderMarks = needles && shard.lines.markAll(needles, shard.rows)
  const marks = needles && refunds.lines.markAll(needles, refunds.rows)
  return (row) => {
    if (!wanted.has(refunds.state(row))) return false
    if (cause !== null && refunds.cause(row) !== cause) return false
    if (mode !== null && refunds.mode(row) !== mode) return false
    return marks?.[row] !== 0 || orderMarks?.[refunds.columns.order.get(row)] !== 0
  }
}
