import type { Campaign } from '../../campaigns/campaign'
import { hasEnded } from '../../campaigns/campaignState'
import { measured, targetNumber } from '../../campaigns/progress'
import type { Tally } from '../../campaigns/tally'
import { dayOf, earlierOf, type Day, type Instant } from '../../time'
import { forecast, type Forecast } from './forecast'
import type { ForecastModel } from './model'
import { spanOf, type PastCampaign, type SeenCampaign, type SeenDay } from './seen'

/** The days of a campaign up to `at`, by its zone's calendar. Today ends at `at`: its tally holds what has come so far. */
function daysOf({ target, zone, startsAt }: Campaign, tally: Tally, at: Instant): readonly SeenDay[] {
  const today = dayOf(at, zone)
  return (Object.keys(tally.byDay) as Day[])
    .filter((day) => day <= today)
    .sort()
    .flatMap((day): SeenDay[] => {
      const counts = tally.byDay[day]
      if (counts === undefined) return []
      const { from, to } = spanOf(day, zone, startsAt)
      const amount = measured(counts.paid, target) - measured(counts.cancelled, target)
      const orders = counts.paid.orders - counts.cancelled.orders
      return [{ from: earlierOf(from, at), to: earlierOf(to, at), orders, amount }]
    })
}

const factsOf = ({ target, currency, startsAt, endsAt }: Campaign) => ({
  target: targetNumber(target),
  measure: target.kind === 'units' ? ('units' as const) : currency,
  startsAt,
  endsAt,
  startIsKnown: true,
})

/** A campaign of the shop as it is known at `at`, given its tally of that instant. */
export const seenOfShop = (campaign: Campaign, tally: Tally, at: Instant): SeenCampaign => ({
  ...factsOf(campaign),
  until: earlierOf(at, campaign.endsAt),
  reachedTarget: campaign.fundedAt !== null && campaign.fundedAt <= at,
  days: daysOf(campaign, tally, earlierOf(at, campaign.endsAt)),
})

/**
 * A campaign of the shop that is over, for the record; null while it runs. Null as well where it was called off: it ended by someone's
 * decision, which tells nothing about whether supporters would have come.
 */
export function pastOfShop(campaign: Campaign, tally: Tally, at: Instant): PastCampaign | null {
  if (campaign.launchedAt === null || campaign.calledOff !== null || !hasEnded(campaign, at)) return null
  const days = daysOf(campaign, tally, campaign.endsAt)
  return {
    ...factsOf(campaign),
    zone: campaign.zone,
    days,
    funded: campaign.fundedAt !== null,
    result: days.reduce((sum, { amount }) => sum + amount, 0),
  }
}

/** Forecasts a launched campaign of the shop; null once it is over, when its result is known. */
export function forecastOfShop(model: ForecastModel, campaign: Campaign, tally: Tally, at: Instant): Forecast | null {
  if (hasEnded(campaign, at)) return null
  return forecast(model, seenOfShop(campaign, tally, at), mostOf(campaign))
}

/** What the cap allows at most, in the target's measure; offers make it less in money. */
const mostOf = ({ cap, price, target }: Campaign): number | null =>
  cap === null ? null : target.kind === 'units' ? cap : cap * price
