import type { FeatureHandlers } from '../handler'
import { compareHandlers } from './compare'
import { moneyHandlers } from './money'
import { campaignReportHandlers } from './campaign'
import { forecastHandlers } from './forecast'
import { portfolioHandlers } from './portfolio'
import { releaseHandlers } from './releases'
import { whatIfHandlers } from './whatIf'

export const reportsHandlers: FeatureHandlers<'reports'> = {
  ...portfolioHandlers,
  ...compareHandlers,
  ...moneyHandlers,
  ...releaseHandlers,
  ...campaignReportHandlers,
  ...forecastHandlers,
  ...whatIfHandlers,
}
