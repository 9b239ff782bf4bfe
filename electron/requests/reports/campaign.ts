import { ok } from '../../../shared/result'
import { emptyBreakdown } from '../../../shared/reports/breakdown/breakdown'
import type { FeatureHandlers } from '../handler'
import { campaignView } from '../views'

type CampaignReports = Pick<FeatureHandlers<'reports'>, 'reports.campaign' | 'reports.supporters'>

export const campaignReportHandlers: CampaignReports = {
  'reports.campaign': async ({ id }, { read, at }) => {
    const found = await read.campaigns.one(id)
    if (found === null) return ok(null)
    const [breakdown, product] = await Promise.all([
      read.campaigns.breakdown(id),
      read.products.one(found.campaign.productId),
    ])
    const names = new Map(product === null ? [] : [[product.id, product.name] as const])
    return ok({
      ...campaignView(found, names, at),
      breakdown: breakdown ?? emptyBreakdown,
      variants: product?.variants ?? [],
    })
  },

  'reports.supporters': async ({ id }, { read }) => {
    const found = await read.campaigns.one(id)
    return ok(found === null ? null : await read.campaigns.supporters(id))
  },
}
