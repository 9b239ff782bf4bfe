import { countCell, instantCell, moneyCell, textCell, type ListColumn } from '../cell'
import type { OrderRow } from './row'

export const orderColumnIds = [
  'number',
  'sequence',
  'payBy',
  'supporter',
  'phone',
  'email',
  'city',
  'postalCode',
  'product',
  'units',
  'total',
  'state',
  'mode',
  'reference',
  'trackingNumber',
] as const
export type OrderColumnId = (typeof orderColumnIds)[number]

type Columns = { readonly [Id in OrderColumnId]: ListColumn<Id, OrderRow> }

/** What lists and exports of orders can show. Where `orders.page` sorts by a column, that is its id. */
export const orderListColumns: Columns = {
  number: { id: 'number', head: 'Number', cell: (row) => textCell(row.number) },
  sequence: { id: 'sequence', head: 'Placed', cell: (row) => instantCell(row.placedAt, row.zone) },
  payBy: { id: 'payBy', head: 'Pay by', cell: (row) => instantCell(row.payBy, row.zone) },
  supporter: { id: 'supporter', head: 'Supporter', cell: (row) => textCell(row.supporterName) },
  phone: { id: 'phone', head: 'Phone', cell: (row) => textCell(row.phone) },
  email: { id: 'email', head: 'E-mail', cell: (row) => textCell(row.email) },
  city: { id: 'city', head: 'City', cell: (row) => textCell(row.city) },
  postalCode: { id: 'postalCode', head: 'Postal code', cell: (row) => textCell(row.postalCode) },
  product: { id: 'product', head: 'Product', cell: (row) => textCell(row.productName) },
  /** Those that are not cancelled. */
  units: { id: 'units', head: 'Units', cell: (row) => countCell(row.unitsLeft) },
  total: { id: 'total', head: 'Total', cell: (row) => moneyCell(row.total, row.currency) },
  state: { id: 'state', head: 'State', cell: (row) => textCell(row.state) },
  mode: { id: 'mode', head: 'Paid by', cell: (row) => textCell(row.mode) },
  reference: { id: 'reference', head: 'Payment reference', cell: (row) => textCell(row.reference) },
  trackingNumber: { id: 'trackingNumber', head: 'Tracking number', cell: (row) => textCell(row.trackingNumber) },
}
