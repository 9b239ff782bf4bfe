import { shortDay } from '../time'
import type { Campaign } from './campaign'
import { marketFacts } from './market'

/** A campaign in one line that tells it from others of the same product: "Mi Selfie Stick Tripod · India · from 12 Apr 2018". */
export const campaignLabel = ({
  campaign,
  productName,
}: {
  readonly campaign: Campaign
  readonly productName: string
}): string =>
  `${productName} · ${marketFacts[campaign.market].name} · from ${shortDay(campaign.startsAt, campaign.zone)}`
