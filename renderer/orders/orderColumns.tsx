import { orderColumnIds, orderListColumns, type OrderColumnId } from '../../shared/orders/columns'
import type { OrderRow } from '../../shared/orders/row'
import { CellShown } from '../ui/CellShown'
import type { Column } from '../ui/column'
import { StatusBadge } from '../ui/StatusBadge'
import classes from './orders.module.css'

type Look = Partial<Omit<Column<OrderRow>, 'id' | 'head'>> & { readonly none?: string }

const numbers = { align: 'right', sort: true, descendingFirst: true } as const

/** How a list draws what the column tells; what it tells is the same in exports. */
const looks: Record<OrderColumnId, Look> = {
  number: { width: '96px', cell: (row) => <span className={classes.number}>{row.number}</span> },
  sequence: { width: '116px', sort: true, descendingFirst: true },
  payBy: { width: '116px', sort: true },
  supporter: { width: 'minmax(120px, 1.4fr)' },
  phone: { width: '132px' },
  email: { width: 'minmax(140px, 1.4fr)' },
  city: { width: '120px' },
  postalCode: { width: '100px' },
  product: { width: 'minmax(140px, 2fr)' },
  units: { width: '84px', ...numbers, cell: (row) => <Units row={row} /> },
  total: { width: '112px', ...numbers },
  state: { width: '152px', cell: (row) => <StatusBadge kind="order" state={row.state} /> },
  mode: { width: '112px', none: 'not paid' },
  reference: { width: '168px' },
  trackingNumber: { width: '140px' },
}

/** Every column that a list of orders can show. A head's id is the name that `orders.page` sorts by. */
export const everyOrderColumn: readonly (Column<OrderRow> & { readonly id: OrderColumnId })[] = orderColumnIds.map(
  (id) => {
    const { head, cell } = orderListColumns[id]
    const { none, ...look } = looks[id]
    return { id, head, cell: (row) => <CellShown cell={cell(row)} none={none} />, ...look }
  },
)

function Units({ row }: { readonly row: OrderRow }) {
  if (row.unitsLeft === row.units) return row.units
  return (
    <span title={`${row.units - row.unitsLeft} of ${row.units} cancelled`}>
      {row.unitsLeft} <span className={classes.quiet}>of {row.units}</span>
    </span>
  )
}

/** What is shown as long as nobody chose otherwise. */
export const usualOrderColumns: readonly string[] = [
  'number',
  'sequence',
  'supporter',
  'phone',
  'product',
  'units',
  'total',
  'state',
  'mode',
]

/** With the deadline: for lists of orders that await payment alone. */
export const awaitingOrderColumns: readonly string[] = [
  'number',
  'sequence',
  'payBy',
  'supporter',
  'phone',
  'product',
  'units',
  'total',
  'state',
]
