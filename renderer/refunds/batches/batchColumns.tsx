import type { RefundRow } from '../../../shared/refunds/requests'
import type { Instant } from '../../../shared/time'
import type { Column } from '../../ui/column'
import { refundColumns } from '../refundColumns'
import { refundReferences } from '../../../shared/refunds/refundReferences'

const shared: readonly string[] = ['order', 'supporter', 'amount', 'mode', 'state', 'dueBy']

const own: readonly Column<RefundRow>[] = [
  { id: 'payment', head: 'Payment', width: 'minmax(120px, 1fr)', cell: ({ paymentReference }) => paymentReference },
  {
    id: 'gateway',
    head: 'Gateway reference',
    width: 'minmax(130px, 1fr)',
    cell: ({ refund }) => refundReferences(refund).gateway,
  },
  {
    id: 'bank',
    head: 'Bank reference',
    width: 'minmax(110px, 1fr)',
    cell: ({ refund }) => refundReferences(refund).bank,
  },
  {
    id: 'why',
    head: 'Why',
    width: 'minmax(160px, 2fr)',
    cell: ({ refund, doubt }) => doubt ?? refundReferences(refund).failure,
  },
]

/** What the queue shows of a refund, and what a file says of it. */
export const batchColumns = (at: Instant): readonly Column<RefundRow>[] => [
  ...refundColumns('all', at, null).filter(({ id }) => shared.includes(id)),
  ...own,
]
