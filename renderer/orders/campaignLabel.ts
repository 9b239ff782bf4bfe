import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignView } from '../../shared/campaigns/requests'
import { shortDay } from '../../shared/time'

/** A campaign in one line that tells it from others of the same product: "Mi Selfie Stick Tripod · India · from 12 Apr 2018". */
export const campaignLabel = ({ campaign, productName }: CampaignView): string =>
  `${productName} · ${marketFacts[campaign.market].name} · from ${shortDay(campaign.startsAt, campaign.zone)}`
