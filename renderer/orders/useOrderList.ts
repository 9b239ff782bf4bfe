import { useAsk } from '../api'
import { useSlices, type Slices } from '../slices'
import { countedFilter, type OrderFilter } from './orderFilter'

interface OrderList extends Slices<'orders.page'> {
  /** How many orders fit; null until it is known. Counting takes longer than finding the first rows, so it comes after them. */
  readonly counted: number | null
}

/** Orders by ranges. Its total is as far as the rows reach until they are counted. */
export function useOrderList(filter: OrderFilter): OrderList {
  const orders = useSlices('orders.page', filter)
  const asked = useAsk('orders.count', countedFilter(filter), {
    enabled: orders.of.state === 'loaded' && !orders.of.refreshing,
  })
  const counted = orders.of.state === 'loaded' && asked.state === 'loaded' ? asked.value : null
  return { ...orders, total: counted ?? orders.total, counted }
}
