import { compareRequests } from './compare/requests'
import { moneyRequests } from './money/requests'
import { campaignReportRequests } from './campaign/requests'
import { portfolioRequests } from './portfolio/requests'
import { reconcileRequests } from './reconcile/requests'
import { whatIfRequests } from './whatIf/requests'
import { releaseRequests } from './release/requests'

/** What managers ask of reports. Answers are made of tallies and breakdowns and hold what is drawn, never orders. */
export const reportsRequests = {
  ...portfolioRequests,
  ...compareRequests,
  ...moneyRequests,
  ...reconcileRequests,
  ...releaseRequests,
  ...campaignReportRequests,
  ...whatIfRequests,
}
