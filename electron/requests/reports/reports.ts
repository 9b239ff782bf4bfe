import type { FeatureHandlers } from '../handler'
import { compareHandlers } from './compare'
import { moneyHandlers } from './money'
import { campaignReportHandlers } from './campaign'
import { portfolioHandlers } from './portfolio'
import { releaseHandlers } from './releases'

export const reportsHandlers: FeatureHandlers<'reports'> = {
  ...portfolioHandlers,
  ...compareHandlers,
  ...moneyHandlers,
  ...releaseHandlers,
  ...campaignReportHandlers,
}
