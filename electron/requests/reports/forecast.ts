import { ok } from '../../../shared/result'
import { forecastRecord } from '../../../shared/reports/campaign/outlook'
import { fanOf } from '../../../shared/reports/forecast/fan'
import { forecastOfShop, pastOfShop, seenOfShop } from '../../../shared/reports/forecast/ofShop'
import type { FeatureHandlers } from '../handler'
import { campaignViews } from '../views'

type ForecastReports = Pick<FeatureHandlers<'reports'>, 'reports.outlook' | 'reports.forecastRecord'>

export const forecastHandlers: ForecastReports = {
  'reports.outlook': async ({ id }, { read, at, forecaster }) => {
    const views = await campaignViews(read, at)
    const view = views.find(({ campaign }) => campaign.id === id)
    if (view === undefined || view.campaign.launchedAt === null) return ok(null)
    const { campaign, tally } = view
    const model = await forecaster().model(views, at)
    const told = forecastOfShop(model, campaign, tally, at)
    const fan = told?.kind === 'forecast' ? fanOf(model, seenOfShop(campaign, tally, at), told, campaign.zone) : []
    return ok({ forecast: told, fan })
  },

  'reports.forecastRecord': async (_input, { read, at, forecaster }) => {
    const views = await campaignViews(read, at)
    const past = views.filter(({ campaign, tally }) => pastOfShop(campaign, tally, at) !== null)
    return ok(forecastRecord(past.length, await forecaster().record(views, at)))
  },
}
