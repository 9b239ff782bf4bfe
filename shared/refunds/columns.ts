import { countCell, instantCell, moneyCell, textCell, type ListColumn } from '../cell'
import { refundReferences } from './refundReferences'
import type { RefundRow } from './requests'

export const refundColumnIds = [
  'order',
  'supporter',
  'product',
  'cause',
  'late',
  'amount',
  'mode',
  'since',
  'state',
  'dueBy',
  'failures',
  'identity',
  'gateway',
  'bank',
  'batch',
  'reason',
] as const
export type RefundColumnId = (typeof refundColumnIds)[number]

type Columns = { readonly [Id in RefundColumnId]: ListColumn<Id, RefundRow> }

/** What the refund queue and its exports can show. */
export const refundListColumns: Columns = {
  order: { id: 'order', head: 'Order', cell: (row) => textCell(row.orderNumber) },
  supporter: { id: 'supporter', head: 'Supporter', cell: (row) => textCell(row.supporterName) },
  product: { id: 'product', head: 'Product', cell: (row) => textCell(row.productName) },
  cause: { id: 'cause', head: 'Cause', cell: (row) => textCell(row.refund.cause) },
  /** Why the money did not count. */
  late: { id: 'late', head: 'Came', cell: (row) => textCell(row.late) },
  amount: { id: 'amount', head: 'Amount', cell: (row) => moneyCell(row.refund.amount, row.currency) },
  mode: { id: 'mode', head: 'Paid by', cell: (row) => textCell(row.mode) },
  since: {
    id: 'since',
    head: 'Since',
    cell: ({ refund, zone }) => instantCell(refund.events.at(-1)?.at ?? refund.owedAt, zone),
  },
  state: { id: 'state', head: 'State', cell: (row) => textCell(row.state) },
  dueBy: { id: 'dueBy', head: 'Due by', cell: (row) => instantCell(row.dueBy, row.zone) },
  failures: { id: 'failures', head: 'Failures', cell: (row) => countCell(row.failures) },
  identity: { id: 'identity', head: 'Identity', cell: ({ refund }) => textCell(refund.key) },
  gateway: {
    id: 'gateway',
    head: 'Gateway reference',
    cell: ({ refund }) => textCell(refundReferences(refund).gateway),
  },
  bank: { id: 'bank', head: 'Bank reference', cell: ({ refund }) => textCell(refundReferences(refund).bank) },
  /** While it waits in one. */
  batch: { id: 'batch', head: 'Batch', cell: ({ batch }) => textCell(batch?.waits === true ? batch.name : null) },
  reason: { id: 'reason', head: 'Why it failed', cell: ({ refund }) => textCell(refundReferences(refund).failure) },
}
