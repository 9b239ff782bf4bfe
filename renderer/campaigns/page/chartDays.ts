import type { Campaign } from '../../../shared/campaigns/campaign'
import { hasEnded } from '../../../shared/campaigns/campaignState'
import { cumulativeByDay, daysAhead } from '../../../shared/campaigns/pace'
import { measured } from '../../../shared/campaigns/progress'
import type { Count, Tally } from '../../../shared/campaigns/tally'
import { dayOf, shortDay, type Day, type Instant } from '../../../shared/time'
import type { OrdersSearch } from '../../orders/search'
import { reachedWords } from '../campaignWords'

/** One day of the charts, in the target's measure. */
export interface ChartDay {
  readonly day: Day
  readonly reached: number | null
  readonly even: number
  readonly needed: number | null
  /** Null for days to come, like the next two. */
  readonly placed: number | null
  readonly paid: number | null
  readonly cancelled: number | null
}

/** A campaign's days for both charts. */
export function chartDays(campaign: Campaign, tally: Tally, at: Instant): readonly ChartDay[] {
  const { target } = campaign
  const today = dayOf(at, campaign.zone)
  return cumulativeByDay(campaign, tally, at).map((day) => {
    const counts = tally.byDay[day.day]
    const of = (count: Count | undefined): number | null => {
      if (day.day > today) return null
      return count === undefined ? 0 : measured(count, target)
    }
    return { ...day, placed: of(counts?.placed), paid: of(counts?.paid), cancelled: of(counts?.cancelled) }
  })
}

export const dayEvents = ['placed', 'paid', 'cancelled'] as const

/** What happens to orders on a day. */
export type DayEvent = (typeof dayEvents)[number]

/** Those orders, of any campaign. */
export const daySearch = (day: Day, what: DayEvent): OrdersSearch =>
  what === 'placed' ? { placedFrom: day, placedTo: day } : { event: what, eventFrom: day, eventTo: day }

/** Opens the orders of a row's day; undefined where none may be opened. */
export const openerOf = (days: readonly ChartDay[], onDay: ((day: Day) => void) | undefined) =>
  onDay &&
  ((row: number): void => {
    const day = days[row]?.day
    if (day !== undefined) onDay(day)
  })

const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

/** What the chart of progress shows, as a sentence: "128 of 200 units, 3 days ahead of pace". */
export function progressTitle(campaign: Campaign, tally: Tally, at: Instant): string {
  const reached = reachedWords(tally.net, campaign)
  if (campaign.fundedAt !== null) return `${reached}, funded on ${shortDay(campaign.fundedAt, campaign.zone)}`
  if (campaign.calledOff !== null) return `${reached}, called off on ${shortDay(campaign.calledOff.at, campaign.zone)}`
  if (hasEnded(campaign, at)) return `${reached}, not funded by the end`
  const ahead = daysAhead(campaign, tally, at)
  if (ahead === null) return `${reached}, starts on ${shortDay(campaign.startsAt, campaign.zone)}`
  if (ahead === 0) return `${reached}, on pace`
  return `${reached}, ${inDays(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} pace`
}
