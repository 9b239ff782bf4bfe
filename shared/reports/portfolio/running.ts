import type { Campaign } from '../../campaigns/campaign'
import { daysAhead } from '../../campaigns/pace'
import { measured, progressOf } from '../../campaigns/progress'
import type { CampaignView } from '../../campaigns/requests'
import { addDays, dayLength, dayOf, type Day, type Instant } from '../../time'
import type { ForecastModel } from '../forecast/model'
import { forecastOfShop } from '../forecast/ofShop'
import type { CampaignFacts } from './facts'
import { duesOf } from './promises'
import type { Need, RunningForecast, RunningRow } from './requests'

/** "Lately" are that many whole days before today. */
const latelyDays = 7

const endingSoon = 3 * dayLength

/** The campaigns that run, the one that ends first on top. */
export const runningOf = (campaigns: readonly CampaignFacts[], at: Instant): readonly RunningRow[] =>
  campaigns
    .filter(runs)
    .sort((left, right) => left.campaign.endsAt - right.campaign.endsAt)
    .map((facts) => rowOf(facts, at))

/** What is to be expected of each of them. */
export const forecastsOf = (
  campaigns: readonly CampaignView[],
  model: ForecastModel,
  at: Instant,
): readonly RunningForecast[] =>
  campaigns.filter(runs).flatMap(({ campaign, tally }) => {
    const forecast = forecastOfShop(model, campaign, tally, at)
    return forecast === null ? [] : [{ id: campaign.id, forecast }]
  })

const runs = ({ state }: CampaignView): boolean => state === 'live' || state === 'funded'

function rowOf(facts: CampaignFacts, at: Instant): RunningRow {
  const { campaign, tally, state, productName } = facts
  const { id, market, target, currency, startsAt, endsAt, fundedAt } = campaign
  return {
    id,
    productName,
    market,
    state,
    bar: { target, currency, startsAt, endsAt, fundedAt },
    net: tally.net,
    daysAhead: daysAhead(campaign, tally, at),
    neededPerDay: neededPerDay(facts, at),
    latelyPerDay: latelyPerDay(facts, at),
    needs: needsOf(facts, at),
  }
}

/** What is missing, over the days that are left; on the last day all of it. In the target's measure; null once it is reached. */
export function neededPerDay({ campaign, tally }: CampaignFacts, at: Instant): number | null {
  const { reached, target } = progressOf(campaign, tally)
  if (reached >= target) return null
  return Math.ceil((target - reached) / Math.max(1, (campaign.endsAt - at) / dayLength))
}

/**
 * What was paid, net of cancellations, on an average of the last seven whole days, or of as many as there were since the start, to a tenth.
 * In the target's measure; null on the first day.
 */
export function latelyPerDay({ campaign, tally }: CampaignFacts, at: Instant): number | null {
  const days = wholeDays(campaign, at)
  if (days.length === 0) return null
  let sum = 0
  for (const each of days) {
    const counts = tally.byDay[each]
    if (counts) sum += measured(counts.paid, campaign.target) - measured(counts.cancelled, campaign.target)
  }
  return Math.round((sum / days.length) * 10) / 10
}

function wholeDays({ zone, startsAt }: Campaign, at: Instant): readonly Day[] {
  const [today, first] = [dayOf(at, zone), dayOf(startsAt, zone)]
  return Array.from({ length: latelyDays }, (_each, place) => addDays(today, place - latelyDays)).filter(
    (each) => each >= first,
  )
}

/** What waits for someone at this campaign, most pressing first. */
function needsOf(facts: CampaignFacts, at: Instant): readonly Need[] {
  const { campaign, tally, state } = facts
  const overdue = duesOf(facts, at).reduce((sum, { inDays, orders }) => sum + (inDays < 0 ? orders : 0), 0)
  const needs: readonly Need[] = [
    { what: 'refunds failed', count: tally.refundsFailed },
    { what: 'shipping overdue', count: overdue },
    { what: 'ends unfunded', count: state === 'live' && campaign.endsAt - at <= endingSoon ? 1 : 0 },
    { what: 'refunds owed', count: tally.refundsOwed },
  ]
  return needs.filter(({ count }) => count > 0)
}
