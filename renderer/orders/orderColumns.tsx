import type { OrderRow } from '../../shared/orders/row'
import type { Column } from '../ui/column'
import { Money } from '../ui/Money'
import { StatusBadge } from '../ui/StatusBadge'
import { When } from '../ui/When'
import classes from './orders.module.css'

// A head's id is the name that `orders.page` sorts by.

const number: Column<OrderRow> = {
  id: 'number',
  head: 'Number',
  width: '96px',
  cell: (row) => <span className={classes.number}>{row.number}</span>,
}
const placed: Column<OrderRow> = {
  id: 'sequence',
  head: 'Placed',
  width: '116px',
  sort: true,
  descendingFirst: true,
  cell: (row) => <When at={row.placedAt} zone={row.zone} />,
}
const payBy: Column<OrderRow> = {
  id: 'payBy',
  head: 'Pay by',
  width: '116px',
  sort: true,
  cell: (row) => <When at={row.payBy} zone={row.zone} />,
}
const rest: readonly Column<OrderRow>[] = [
  { id: 'supporter', head: 'Supporter', width: 'minmax(120px, 1.4fr)', cell: (row) => row.supporterName },
  { id: 'phone', head: 'Phone', width: '132px', cell: (row) => row.phone },
  { id: 'product', head: 'Product', width: 'minmax(140px, 2fr)', cell: (row) => row.productName },
  {
    id: 'units',
    head: 'Units',
    width: '84px',
    align: 'right',
    sort: true,
    descendingFirst: true,
    cell: (row) => <Units row={row} />,
  },
  {
    id: 'total',
    head: 'Total',
    width: '112px',
    align: 'right',
    sort: true,
    descendingFirst: true,
    cell: (row) => <Money amount={row.total} currency={row.currency} />,
  },
  { id: 'state', head: 'State', width: '152px', cell: (row) => <StatusBadge kind="order" state={row.state} /> },
  { id: 'mode', head: 'Paid by', width: '112px', cell: (row) => row.mode ?? <Nothing what="not paid" /> },
]

function Units({ row }: { readonly row: OrderRow }) {
  if (row.unitsLeft === row.units) return row.units
  return (
    <span title={`${row.units - row.unitsLeft} of ${row.units} cancelled`}>
      {row.unitsLeft} <span className={classes.quiet}>of {row.units}</span>
    </span>
  )
}

function Nothing({ what }: { readonly what: string }) {
  return (
    <>
      <span aria-hidden className={classes.quiet}>
        –
      </span>
      <span className="out-of-sight">{what}</span>
    </>
  )
}

export const orderColumns: readonly Column<OrderRow>[] = [number, placed, ...rest]

/** With the deadline: for lists of orders that await payment alone. */
export const awaitingColumns: readonly Column<OrderRow>[] = [number, placed, payBy, ...rest.slice(0, -1)]
