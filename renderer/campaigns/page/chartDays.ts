import type { Campaign } from '../../../shared/campaigns/campaign'
import { hasEnded } from '../../../shared/campaigns/campaignState'
import { cumulativeByDay, daysAhead } from '../../../shared/campaigns/pace'
import { measured } from '../../../shared/campaigns/progress'
import type { Tally } from '../../../shared/campaigns/tally'
import { dayOf, shortDay, type Day, type Instant } from '../../../shared/time'
import { reachedWords } from '../campaignWords'

/** One day of the charts, in the target's measure. */
export interface ChartDay {
  readonly day: Day
  readonly reached: number | null
  readonly even: number
  readonly needed: number | null
  readonly placed: number
  readonly paid: number
  /** Zero or less: shown below the line. */
  readonly cancelled: number
}

/** A campaign's days for both charts. */
export function chartDays(campaign: Campaign, tally: Tally, at: Instant): readonly ChartDay[] {
  const { target } = campaign
  return cumulativeByDay(campaign, tally, at).map((day) => {
    const counts = tally.byDay[day.day]
    return {
      ...day,
      placed: counts === undefined ? 0 : measured(counts.placed, target),
      paid: counts === undefined ? 0 : measured(counts.paid, target),
      cancelled: counts === undefined ? 0 : 0 - measured(counts.cancelled, target),
    }
  })
}

/** Only days that have begun: nothing is paid on the others. */
export const daysSoFar = (days: readonly ChartDay[], campaign: Campaign, at: Instant): readonly ChartDay[] => {
  const today = dayOf(at, campaign.zone)
  return days.filter(({ day }) => day <= today)
}

const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** "14 Apr". A day is the same day wherever it is read. */
export const dayLabel = (day: string): string => dayWords.format(new Date(`${day}T00:00:00Z`))

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
