import { campaignLabel } from '../../../shared/campaigns/campaignLabel'
import { decideRelease } from '../../../shared/campaigns/decideRelease'
import { emptyBreakdown } from '../../../shared/reports/breakdown/breakdown'
import { pastOfShop } from '../../../shared/reports/forecast/ofShop'
import { forecastsThen } from '../../../shared/reports/release/forecastThen'
import { isOver, releaseReport, releaseRow } from '../../../shared/reports/release/releaseReport'
import { ok } from '../../../shared/result'
import type { CommandHandlers, QueryHandlers } from '../handler'
import { campaignIn, productIn } from '../record'
import { campaignViews } from '../views'

export const releaseHandlers: Pick<QueryHandlers, 'reports.releases' | 'reports.release' | 'reports.releaseForecasts'> &
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
    const [views, product, breakdown] = await Promise.all([
      campaignViews(read, at),
      read.products.one(found.campaign.productId),
      read.campaigns.breakdown(campaignId),
    ])
    const view = views.find(({ campaign }) => campaign.id === campaignId)
    if (view === undefined) return ok(null)
    const label = campaignLabel(view)
    return ok(releaseReport({ view, label, product, breakdown: breakdown ?? emptyBreakdown }, at))
  },

  'reports.releaseForecasts': async ({ campaignId }, { read, at, forecaster }) => {
    const views = await campaignViews(read, at)
    const view = views.find(({ campaign }) => campaign.id === campaignId)
    const past = view === undefined ? null : pastOfShop(view.campaign, view.tally, at)
    if (view === undefined || past === null) return ok([])
    return ok(forecastsThen(await forecaster().model(views, view.campaign.startsAt), past))
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
