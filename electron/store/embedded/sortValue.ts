import type { Campaign } from '../../../shared/campaigns/campaign'
import { shipByRank } from '../../../shared/orders/shipBy'
import { instant } from '../../../shared/time'
import type { OrderQuery } from '../store'
import type { OrderShard } from './orderShard'

/** What a list sorts a row by. */
export function sortValue(shard: OrderShard, campaign: Campaign, sort: OrderQuery['sort']): (row: number) => number {
  const { columns } = shard
  if (sort === 'shipBy') return (row) => shipByRank(instant(columns.placedAt.get(row)), campaign)
  return (row) => columns[sort].get(row)
}
