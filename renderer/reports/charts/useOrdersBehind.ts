import { useNavigate } from '@tanstack/react-router'
import type { OrdersSearch } from '../../orders/search'

/** Opens the orders behind a place of a chart; nothing where `searchOf` finds that none can be told apart. */
export function useOrdersBehind<Place extends readonly unknown[]>(
  searchOf: (...place: Place) => OrdersSearch | undefined,
): (...place: Place) => void {
  const navigate = useNavigate()
  return (...place) => {
    const search = searchOf(...place)
    if (search !== undefined) void navigate({ to: '/orders', search })
  }
}
