import type { Slice } from '../../../shared/request'
import { dueBy } from '../../../shared/refunds/dueClock'
import type { Instant } from '../../../shared/time'
import type { Order, RefundState } from '../../../shared/orders/order'
import type { RefundQuery, RefundReads } from '../store'
import type { Memory } from './memory'
import type { Answers } from './reads'
import { statesAsked, type QueuedRefund } from './refundQueue'
import { matcher, searchText } from './searchText'
import { sliceInOrder } from './sorted'

export const refundAnswers = (memory: Memory): Answers<RefundReads> => ({
  page: (query, at) => page(memory, query, at),
  counts: (at) => {
    const { refunds } = memory.orders
    const sent = [...refunds.inState('sent')]
    const states: Record<RefundState, number> = {
      owed: refunds.count('owed'),
      sent: refunds.count('sent'),
      settled: refunds.count('settled'),
      failed: refunds.count('failed'),
    }
    return {
      states,
      lateMoney: refunds.lateMoney,
      overdue: sent.filter((queued) => isOverdue(memory, queued, at)).length,
    }
  },
})

const paymentOf = ({ order, refund }: QueuedRefund) => order.payments.find(({ id }) => id === refund.paymentId)

function isOverdue(memory: Memory, queued: QueuedRefund, at: Instant): boolean {
  if (queued.dueBy === undefined) {
    const campaign = memory.campaigns.get(queued.order.campaignId)?.campaign
    const mode = paymentOf(queued)?.mode
    queued.dueBy = campaign && mode ? dueBy(queued.refund, mode, campaign.zone) : null
  }
  return queued.dueBy !== null && at > queued.dueBy
}

/** What someone should look at first; what has arrived comes last. */
const ranks: Record<RefundState, number> = { failed: 0, owed: 2, sent: 2, settled: 3 }
const overdueRank = 1

interface Ranked {
  readonly queued: QueuedRefund
  readonly rank: number
}

const byUrgency = (left: Ranked, right: Ranked): number =>
  left.rank - right.rank ||
  left.queued.refund.owedAt - right.queued.refund.owedAt ||
  left.queued.order.sequence - right.queued.order.sequence ||
  left.queued.index - right.queued.index

function page(
  memory: Memory,
  query: RefundQuery,
  at: Instant,
): Slice<{ readonly order: Order; readonly refundIndex: number }> {
  const fits = filterOf(query)
  const ranked: Ranked[] = []
  for (const state of statesAsked(query.states)) {
    for (const queued of memory.orders.refunds.inState(state)) {
      if (!fits(queued)) continue
      const overdue = state === 'sent' && isOverdue(memory, queued, at)
      if (query.overdue && !overdue) continue
      ranked.push({ queued, rank: overdue ? overdueRank : ranks[state] })
    }
  }
  const rows = sliceInOrder(ranked, byUrgency, query.offset, query.limit)
  return { rows: rows.map(({ queued }) => ({ order: queued.order, refundIndex: queued.index })), total: ranked.length }
}

function filterOf({ cause, campaignId, mode, text }: RefundQuery): (queued: QueuedRefund) => boolean {
  const matches = matcher(text)
  return (queued) => {
    if (cause !== null && queued.refund.cause !== cause) return false
    if (campaignId !== null && queued.order.campaignId !== campaignId) return false
    if (mode !== null && paymentOf(queued)?.mode !== mode) return false
    return !matches || matches(refundText(queued))
  }
}

/** Whoever holds a letter from the bank types one of its references. */
function refundText(queued: QueuedRefund): string {
  const references = queued.refund.events.flatMap((event) =>
    event.kind === 'sent' ? event.reference : event.kind === 'settled' ? event.bankReference : [],
  )
  return [searchText(queued.order), paymentOf(queued)?.reference ?? '', ...references].join('\n').toLowerCase()
}
