import type { Campaign } from '../campaigns/campaign'
import type { Order } from './order'
import type { OrderSort } from './requests'
import { shipByRank } from './shipBy'

/** What a list sorts the order by; equal ones stand in the order of their sequence. */
export function orderSortValue(order: Order, campaign: Campaign, sort: OrderSort): number {
  return sort === 'shipBy' ? shipByRank(order.placedAt, campaign) : order[sort]
}
