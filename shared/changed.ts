import type { CampaignId, OrderId, ProductId } from './ids'

export const topics = [
  'products',
  'makers',
  'campaigns',
  'orders',
  'refunds',
  'staff',
  'audit',
  'shop',
  'session',
  'backups',
  'bulk',
  'sheets',
] as const
export type Topic = (typeof topics)[number]

/** What a commit touched: every open page that shows any of it asks again. Crosses to the windows as it is. */
export interface Changed {
  readonly topics: readonly Topic[]
  readonly productIds: readonly ProductId[]
  readonly campaignIds: readonly CampaignId[]
  /** At most 100 orders are named; a larger commit names none and counts as all. */
  readonly orderIds: readonly OrderId[]
}
