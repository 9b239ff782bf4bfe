import { useEffect, useState } from 'react'
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
  const settled = useSettled(orders.onRange)
  const asked = useAsk('orders.count', countedFilter(filter), {
    enabled: settled && orders.of.state === 'loaded' && !orders.of.refreshing,
  })
  const counted = orders.of.state === 'loaded' && asked.state === 'loaded' ? asked.value : null
  return { ...orders, total: counted ?? orders.total, counted }
}

/** Whoever types on within this time does not want to know how many there were; counting them would hold up what comes next. */
const pause = 150

/** Whether the list, known by its `onRange`, is the same one as some time ago. */
function useSettled(list: unknown): boolean {
  const [settled, setSettled] = useState<unknown>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => list), pause)
    return () => clearTimeout(timer)
  }, [list])
  return settled === list
}
