import { campaignLabel } from '../../../shared/campaigns/campaignLabel'
import { decideRelease } from '../../../shared/campaigns/decideRelease'
import { emptyBreakdown } from '../../../shared/reports/breakdown/breakdown'
import { isOver, releaseReport, releaseRow } from '../../../shared/reports/release/releaseReport'
import { ok } from '../../../shared/result'
import type { CommandHandlers, QueryHandlers } from '../handler'
import { campaignIn, productIn } from '../record'
import { campaignView, campaignViews, productNames } from '../views'

export const releaseHandlers: Pick<QueryHandlers, 'reports.releases' | 'reports.release'> &
  Pick<CommandHandlers, 'reports.decide'> = {
  'reports.releases': async (_input, { read, at }) =>
    ok(
      (await campaignViews(read, at))
        .filter((view) => isOver(view, at))
        .map((view) => releaseRow(view, campaignLabel(view)))
        .sort(
          (left, right) =>
            Number(left.decision !== null) - Number(right.decision !== null) || right.endedAt - left.endedAt,
        ),
    ),

  'reports.release': async ({ campaignId }, { read, at }) => {
    const found = await read.campaigns.one(campaignId)
    if (found === null || !isOver(found, at)) return ok(null)
    const [names, product, breakdown, supporters] = await Promise.all([
      productNames(read),
      read.products.one(found.campaign.productId),
      read.campaigns.breakdown(campaignId),
      read.campaigns.supporters(campaignId),
    ])
    const view = campaignView(found, names, at)
    const facts = { view, label: campaignLabel(view), product, breakdown: breakdown ?? emptyBreakdown, supporters }
    return ok(releaseReport(facts, at))
  },

  'reports.decide': ({ campaignId, ...ask }, desk) =>
    desk.commit(async ({ tx, at, by }) => {
      const found = await campaignIn(tx, campaignId, 'campaignId')
      if (!found.ok) return found
      const { campaign } = found.value
      const product = await productIn(tx, campaign.productId)
      if (!product.ok) return product
      const decided = decideRelease(campaign, ask, by, at)
      if (!decided.ok) return decided
      tx.campaigns.put(decided.value)
      return ok({
        reply: { campaignId },
        subject: { campaignId, productId: campaign.productId },
        summary: `Decided about ${product.value.name} after its campaign: ${ask.choice}`,
      })
    }),
}
