import { campaignLabel } from '../../../shared/campaigns/campaignLabel'
import { marketFacts, markets } from '../../../shared/campaigns/market'
import { campaignMoney, moneyTotal } from '../../../shared/reports/money/marketMoney'
import { ok } from '../../../shared/result'
import type { QueryHandlers } from '../handler'
import { productNames } from '../views'

export const moneyHandlers: Pick<QueryHandlers, 'reports.money' | 'reports.refundAges'> = {
  'reports.money': async ({ market, to }, { read }) => {
    const [all, names, breakdowns] = await Promise.all([
      read.campaigns.all(),
      productNames(read),
      read.campaigns.breakdowns(),
    ])
    const launched = all.filter(({ campaign }) => campaign.launchedAt !== null)
    const campaigns = launched
      .filter(({ campaign }) => campaign.market === market)
      .map(({ campaign }) => {
        const label = campaignLabel({ campaign, productName: names.get(campaign.productId) ?? '' })
        return campaignMoney({ campaign, label, breakdown: breakdowns.get(campaign.id) }, to)
      })
    return ok({
      market,
      currency: marketFacts[market].currency,
      campaigns,
      total: moneyTotal(campaigns),
      markets: markets.filter((each) => launched.some(({ campaign }) => campaign.market === each)),
    })
  },

  'reports.refundAges': async (_input, { read, at }) => ok(await read.refunds.ages(at)),
}
