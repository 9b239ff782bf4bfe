import type { ParsedInput } from '../../shared/requests'
import { orderListColumns } from '../../shared/orders/columns'
import type { Order } from '../../shared/orders/order'
import { orderRow } from '../../shared/orders/row'
import type { Instant } from '../../shared/time'
import type { Reads } from '../store/store'
import { campaignsOf } from './campaignsOf'
import { columnsFor, rowsOf, type ListSheet } from './listSheet'
import { scopedOrders, scopeWords } from './scopedOrders'

type OrderList = Omit<ParsedInput<'sheets.exportOrders'>, 'format'>

const kinds = { money: ['total'], instants: ['sequence', 'payBy'] }

/** The list of orders that the page shows at `at`, whole or those of it that are chosen. */
export async function ordersSheet(read: Reads, list: OrderList, at: Instant): Promise<ListSheet> {
  const filter = list.scope.kind === 'matching' ? list.scope.filter : null
  const { byId, concerned, names, filterNames, zone } = await campaignsOf(read, filter)
  const { scope, walked, wanted, total } = await scopedOrders(read, list.scope, list, at)
  const columns = columnsFor(
    list.columns.map((id) => orderListColumns[id]),
    kinds,
    concerned,
  )
  const rowsFrom = (orders: readonly Order[]) =>
    orders.filter(wanted).flatMap((order) => {
      const found = byId.get(order.campaignId)
      return found === undefined ? [] : [orderRow(order, found.campaign, names.get(order.productId) ?? '', at)]
    })
  return {
    name: 'Orders',
    ...scopeWords(scope, list, zone, filterNames),
    ...columns,
    total,
    rows: (progress) => rowsOf(walked, rowsFrom, columns.cellsOf, progress),
  }
}
