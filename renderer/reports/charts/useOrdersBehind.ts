import { useNavigate } from '@tanstack/react-router'
import type { CampaignId } from '../../../shared/ids'
import type { Day } from '../../../shared/time'
import type { OrdersSearch } from '../../orders/search'

/** Opens the orders behind a row of a chart; nothing where `searchOf` finds that none can be told apart. */
export function useOrdersBehind(searchOf: (row: number) => OrdersSearch | undefined): (row: number) => void {
  const navigate = useNavigate()
  return (row) => {
    const search = searchOf(row)
    if (search !== undefined) void navigate({ to: '/orders', search })
  }
}

/** Opens the orders that were placed in the campaign on a day. */
export function useOpenDay(campaignId: CampaignId): (day: Day) => void {
  const navigate = useNavigate()
  return (day) => void navigate({ to: '/orders', search: { campaignId, placedFrom: day, placedTo: day } })
}
