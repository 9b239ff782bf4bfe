import type { ParsedInput } from '../../shared/requests'
import { orderListColumns } from '../../shared/orders/columns'
import { orderFilterWords, orderSortWords } from '../../shared/orders/filterWords'
import type { Order } from '../../shared/orders/order'
import { orderRow } from '../../shared/orders/row'
import type { Instant } from '../../shared/time'
import type { Reads } from '../store/store'
import { campaignsOf } from './campaignsOf'
import { columnsFor, rowsOf, type ListSheet } from './listSheet'

type OrderList = Omit<ParsedInput<'sheets.exportOrders'>, 'format'>

const kinds = { money: ['total'], instants: ['sequence', 'payBy'] }

/** The list of orders that the page shows at `at`, whole. */
export async function ordersSheet(read: Reads, list: OrderList, at: Instant): Promise<ListSheet> {
  const { filter, sort, descending } = list
  const { byId, concerned, names, label, zone } = await campaignsOf(read, filter.campaignId)
  const walked = await read.orders.walk({ ...filter, sort, descending }, at)
  const columns = columnsFor(
    list.columns.map((id) => orderListColumns[id]),
    kinds,
    concerned,
  )
  const rowsFrom = (orders: readonly Order[]) =>
    orders.flatMap((order) => {
      const found = byId.get(order.campaignId)
      return found === undefined ? [] : [orderRow(order, found.campaign, names.get(order.productId) ?? '', at)]
    })
  const filters = orderFilterWords(filter, zone, label)
  const sorted = orderSortWords(sort, descending)
  return {
    name: 'Orders',
    words: [...filters.map(({ words }) => words), sorted],
    impersonal: [...filters.map(({ name, words }) => (name === 'text' ? 'Search' : words)), sorted],
    ...columns,
    total: walked.total,
    rows: (progress) => rowsOf(walked, rowsFrom, columns.cellsOf, progress),
  }
}
