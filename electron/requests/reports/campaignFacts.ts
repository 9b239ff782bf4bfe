import { marketFacts } from '../../../shared/campaigns/market'
import { currencies, type Currency } from '../../../shared/money'
import { mainMarket } from '../../../shared/overview/overview'
import { emptyBreakdown } from '../../../shared/reports/breakdown/breakdown'
import type { CampaignFacts } from '../../../shared/reports/portfolio/facts'
import { dayOf, type Day, type Instant, type Zone } from '../../../shared/time'
import type { Reads } from '../../store/store'
import { campaignViews } from '../views'

/** Every campaign with what reports need of it, newest first. */
export async function campaignFacts(read: Reads, at: Instant): Promise<readonly CampaignFacts[]> {
  const [views, breakdowns] = await Promise.all([campaignViews(read, at), read.campaigns.breakdowns()])
  return views.map((view) => ({ ...view, breakdown: breakdowns.get(view.campaign.id) ?? emptyBreakdown }))
}

export interface ReportPlace {
  /** Today in the main market. */
  readonly today: Day
  readonly zone: Zone
  readonly currency: Currency
  /** Those with a campaign, the main market's first. */
  readonly currencies: readonly Currency[]
}

/** Whose days and which currency a report is about, where none or one without any campaign is asked for. */
export function placeOf(campaigns: readonly CampaignFacts[], asked: Currency | null, at: Instant): ReportPlace {
  const main = marketFacts[mainMarket(campaigns)]
  const own = currencies.filter(
    (each) => each === main.currency || campaigns.some(({ campaign }) => campaign.currency === each),
  )
  const known = [main.currency, ...own.filter((each) => each !== main.currency)]
  return {
    today: dayOf(at, main.zone),
    zone: main.zone,
    currency: asked !== null && known.includes(asked) ? asked : main.currency,
    currencies: known,
  }
}
