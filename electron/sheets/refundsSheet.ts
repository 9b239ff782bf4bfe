import type { ParsedInput } from '../../shared/requests'
import { refundListColumns } from '../../shared/refunds/columns'
import { refundFilterWords } from '../../shared/refunds/filterWords'
import { refundRow } from '../../shared/refunds/refundRow'
import type { Instant } from '../../shared/time'
import { settingsOf } from '../settings'
import type { OrderWithRefund, Reads } from '../store/store'
import { campaignsOf } from './campaignsOf'
import { columnsFor, rowsOf, type ListSheet } from './listSheet'

type RefundList = Omit<ParsedInput<'sheets.exportRefunds'>, 'format'>

const kinds = { money: ['amount'], instants: ['since', 'dueBy'] }

/** The queue of refunds that the page shows at `at`, whole. */
export async function refundsSheet(read: Reads, { filter, columns: ids }: RefundList, at: Instant): Promise<ListSheet> {
  const { byId, concerned, names, filterNames } = await campaignsOf(read, { campaignId: filter.campaignId })
  const batches = new Map((await read.batches.all()).map((batch) => [batch.id, batch]))
  const { holidays } = await settingsOf(read)
  const walked = await read.refunds.walk(filter, at)
  const columns = columnsFor(
    ids.map((id) => refundListColumns[id]),
    kinds,
    concerned,
  )
  const rowsFrom = (found: readonly OrderWithRefund[]) =>
    found.flatMap(({ order, refundIndex }) => {
      const refund = order.refunds[refundIndex]
      const of = byId.get(order.campaignId)
      if (refund === undefined || of === undefined) return []
      const about = { campaign: of.campaign, productName: names.get(order.productId) ?? '', batches, holidays }
      return [refundRow(order, refund, about, at)]
    })
  const filters = refundFilterWords(filter, filterNames.campaign)
  return {
    name: 'Refunds',
    words: filters.map(({ words }) => words),
    impersonal: filters.map(({ name, words }) => (name === 'text' ? 'Search' : words)),
    ...columns,
    total: walked.total,
    rows: (progress) => rowsOf(walked, rowsFrom, columns.cellsOf, progress),
  }
}
