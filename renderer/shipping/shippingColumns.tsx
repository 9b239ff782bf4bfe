import type { OrderRow } from '../../shared/orders/row'
import type { Instant } from '../../shared/time'
import { everyOrderColumn } from '../orders/orderColumns'
import type { Column } from '../ui/column'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'

export const isOverdue = ({ shipBy, state }: OrderRow, at: Instant): boolean =>
  state === 'paid' && shipBy !== null && at > shipBy

const named = (...ids: readonly string[]): readonly Column<OrderRow>[] =>
  ids.flatMap((id) => everyOrderColumn.find((column) => column.id === id) ?? [])

/** The columns of a shipping list, with what is overdue at `at`. */
export const shippingColumns = (list: 'to ship' | 'shipped', at: Instant): readonly Column<OrderRow>[] => [
  {
    id: 'shipBy',
    head: 'Promised for',
    width: '190px',
    sort: true,
    cell: (row) =>
      row.shipBy !== null && (
        <>
          <When at={row.shipBy} zone={row.zone} form="day" />{' '}
          {isOverdue(row, at) && <ToneBadge tone="red">overdue</ToneBadge>}
        </>
      ),
  },
  ...named('number', 'sequence', 'supporter', 'city', 'postalCode', 'product', 'units'),
  ...(list === 'shipped' ? named('trackingNumber') : []),
]
