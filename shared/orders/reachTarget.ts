import type { Campaign } from '../campaigns/campaign'
import { measured, targetNumber } from '../campaigns/progress'
import type { Count, Tally } from '../campaigns/tally'
import { add } from '../money'
import type { Product } from '../products/product'
import type { Instant } from '../time'

export interface Reached {
  /** Changed when the bar reached 100 % by this. */
  readonly campaign: Campaign
  readonly product: Product
}

/** The campaign and product with the instant at which `more` paid units took the bar to 100 %, where they did. */
export function reachTarget(campaign: Campaign, tally: Tally, product: Product, more: Count, at: Instant): Reached {
  const net = {
    orders: tally.net.orders + more.orders,
    units: tally.net.units + more.units,
    amount: add(tally.net.amount, more.amount),
  }
  const reached = measured(net, campaign.target) >= targetNumber(campaign.target)
  // A campaign that was called off has failed for that reason, whatever is still told of afterwards.
  if (!reached || campaign.fundedAt !== null || campaign.calledOff !== null) return { campaign, product }
  return {
    campaign: { ...campaign, fundedAt: at },
    product: product.fitForSaleAt === null ? { ...product, fitForSaleAt: at } : product,
  }
}
