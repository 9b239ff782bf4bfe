import type { Campaign, Target } from '../../campaigns/campaign'
import { hasEnded } from '../../campaigns/campaignState'
import type { Market } from '../../campaigns/market'
import { targetNumber } from '../../campaigns/progress'
import type { Tally } from '../../campaigns/tally'
import type { CampaignId } from '../../ids'
import type { Minor } from '../../money'
import { addDays, dayOf, daysBetween, type Day, type Instant } from '../../time'
import { weekdayOf } from '../../weekday'

/** How a campaign that is over went, day by day of its zone from its start's day on. */
export interface PastCurve {
  readonly campaignId: CampaignId
  readonly productName: string
  readonly market: Market
  readonly startsOn: Day
  /** The place in `weekdays` of the day on which it started. */
  readonly weekday: number
  /** Of the year in which it started, 0 to 3. */
  readonly quarter: number
  readonly target: Target
  readonly price: Minor
  readonly funded: boolean
  /** The highest that the bar had been by the end of each day, in units and as an amount; as long as the timeline in days. */
  readonly units: readonly number[]
  readonly amounts: readonly number[]
}

/**
 * The curve of a campaign; null while it is not over. Null as well where it was called off: nobody knows how it would have gone on. Days do
 * not tell in which order money came and went within them; that the bar had reached its own target is a fact, though, and counts from
 * the day on which it did.
 */
export function curveOf(campaign: Campaign, tally: Tally, productName: string, at: Instant): PastCurve | null {
  if (campaign.launchedAt === null || campaign.calledOff !== null || !hasEnded(campaign, at)) return null
  const { id, market, zone, startsAt, endsAt, target, price, fundedAt } = campaign
  const [startsOn, endsOn] = [dayOf(startsAt, zone), dayOf(endsAt, zone)]
  const fundedOn = fundedAt === null ? null : dayOf(fundedAt, zone)
  const [units, amounts]: [number[], number[]] = [[], []]
  let bar = { units: 0, amount: 0 }
  let best = { units: 0, amount: 0 }
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    const counts = tally.byDay[day]
    if (counts !== undefined) {
      const { paid, cancelled } = counts
      bar = { units: bar.units + paid.units - cancelled.units, amount: bar.amount + paid.amount - cancelled.amount }
    }
    best = { units: Math.max(best.units, bar.units), amount: Math.max(best.amount, bar.amount) }
    if (day === fundedOn) {
      if (target.kind === 'units') best = { ...best, units: Math.max(best.units, targetNumber(target)) }
      else best = { ...best, amount: Math.max(best.amount, targetNumber(target)) }
    }
    units.push(best.units)
    amounts.push(best.amount)
  }
  return {
    campaignId: id,
    productName,
    market,
    startsOn,
    weekday: weekdayOf(startsOn),
    quarter: Math.floor((Number(startsOn.slice(5, 7)) - 1) / 3),
    target,
    price,
    funded: fundedAt !== null,
    units,
    amounts,
  }
}

/** Calendar days of a timeline in its zone, the first and the last included. */
export const timelineDays = ({ startsAt, endsAt, zone }: Campaign): number =>
  daysBetween(dayOf(startsAt, zone), dayOf(endsAt, zone)) + 1
