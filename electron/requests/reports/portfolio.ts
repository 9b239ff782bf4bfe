import { heldReportOf } from '../../../shared/reports/portfolio/held'
import { periodReportOf } from '../../../shared/reports/portfolio/periodReport'
import { promisesOf } from '../../../shared/reports/portfolio/promises'
import type { portfolioRequests } from '../../../shared/reports/portfolio/requests'
import { forecastsOf, runningOf } from '../../../shared/reports/portfolio/running'
import { ok } from '../../../shared/result'
import type { QueryHandlers } from '../handler'
import { campaignViews } from '../views'
import { campaignFacts, placeOf } from './campaignFacts'

export const portfolioHandlers: Pick<QueryHandlers, keyof typeof portfolioRequests> = {
  'reports.running': async (_input, { read, at }) => ok(runningOf(await campaignFacts(read, at), at)),

  'reports.forecasts': async (_input, { read, at, forecaster }) => {
    const views = await campaignViews(read, at)
    return ok(forecastsOf(views, await forecaster().model(views, at), at))
  },

  'reports.period': async ({ period, against, currency }, { read, at }) => {
    const campaigns = await campaignFacts(read, at)
    return ok(periodReportOf(campaigns, { period, against, ...placeOf(campaigns, currency, at) }))
  },

  'reports.held': async ({ period, currency }, { read, at }) => {
    const campaigns = await campaignFacts(read, at)
    return ok(heldReportOf(campaigns, { period, ...placeOf(campaigns, currency, at) }))
  },

  'reports.promises': async (_input, { read, at }) => {
    const campaigns = await campaignFacts(read, at)
    return ok(promisesOf(campaigns, placeOf(campaigns, null, at).today, at))
  },
}
