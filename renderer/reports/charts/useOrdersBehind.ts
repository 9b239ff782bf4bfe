import { useNavigate } from '@tanstack/react-router'
import type { OrdersSearch } from '../../orders/search'

/** Opens the orders behind a row of a chart; nothing where `searchOf` finds that none can be told apart. */
export function useOrdersBehind(searchOf: (row: number) => OrdersSearch | undefined): (row: number) => void {
  const navigate = useNavigate()
  return (row) => {
    const search = searchOf(row)
    if (search !== undefined) void navigate({ to: '/orders', search })
  }
}
