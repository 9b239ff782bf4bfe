import type { OrderRow } from '../../shared/orders/row'
import type { Column } from '../ui/column'
import { Money } from '../ui/Money'
import { StatusBadge } from '../ui/StatusBadge'
import { When } from '../ui/When'
import classes from './orders.module.css'

// A head's id is the name that `orders.page` sorts by.

/** Every column that a list of orders can show. */
export const everyOrderColumn: readonly Column<OrderRow>[] = [
  {
    id: 'number',
    head: 'Number',
    width: '96px',
    cell: (row) => <span className={classes.number}>{row.number}</span>,
  },
  {
    id: 'sequence',
    head: 'Placed',
    width: '116px',
    sort: true,
    descendingFirst: true,
    cell: (row) => <When at={row.placedAt} zone={row.zone} />,
  },
  {
    id: 'payBy',
    head: 'Pay by',
    width: '116px',
    sort: true,
    cell: (row) => <When at={row.payBy} zone={row.zone} />,
  },
  { id: 'supporter', head: 'Supporter', width: 'minmax(120px, 1.4fr)', cell: (row) => row.supporterName },
  { id: 'phone', head: 'Phone', width: '132px', cell: (row) => row.phone },
  { id: 'email', head: 'E-mail', width: 'minmax(140px, 1.4fr)', cell: (row) => text(row.email) },
  { id: 'city', head: 'City', width: '120px', cell: (row) => row.city },
  { id: 'postalCode', head: 'Postal code', width: '100px', cell: (row) => row.postalCode },
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
  { id: 'reference', head: 'Payment reference', width: '168px', cell: (row) => text(row.reference) },
  { id: 'trackingNumber', head: 'Tracking number', width: '140px', cell: (row) => text(row.trackingNumber) },
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

const text = (value: string) => (value === '' ? <Nothing what="none" /> : value)

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
