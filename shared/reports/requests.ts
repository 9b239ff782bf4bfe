import { compareRequests } from './compare/requests'
import { portfolioRequests } from './portfolio/requests'

/** What managers ask of reports. Answers are made of tallies and breakdowns and hold what is drawn, never orders. */
export const reportsRequests = {
  ...portfolioRequests,
  ...compareRequests,
}
