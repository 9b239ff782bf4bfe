import type { CampaignView } from '../../campaigns/requests'
import type { Breakdown } from '../breakdown/breakdown'

/** What reports on many campaigns are made of: each one's own numbers. */
export interface CampaignFacts extends CampaignView {
  readonly breakdown: Breakdown
}
