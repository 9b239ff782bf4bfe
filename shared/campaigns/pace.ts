import { addDays, dayLength, dayOf, endOfDay, type Day, type Instant } from '../time'
import type { Campaign } from './campaign'
import { hasEnded } from './campaignState'
import { evenPace, measured, progressOf, targetNumber, type BarTerms } from './progress'
import type { Tally } from './tally'

/** One day of a campaign's chart. All numbers are cumulative, at the end of that day, in the target's measure. */
export interface PaceDay {
  readonly day: Day
  /** Paid net of cancellations; null for days to come. */
  readonly reached: number | null
  /** Where an even pace would be, rounded down. */
  readonly even: number
  /** From today on, where the bar must be to meet the target on time; null before today, once met, and after the end. */
  readonly needed: number | null
}

/** The campaign day by day in its zone, from its start to its end, and beyond while cancellations go on. */
export function cumulativeByDay(campaign: Campaign, tally: Tally, at: Instant): readonly PaceDay[] {
  const { zone, target } = campaign
  const today = dayOf(at, zone)
  const goal = targetNumber(target)
  const need = neededFrom(campaign, tally, at)
  let reached = 0
  return daysOf(campaign, tally).map((day): PaceDay => {
    const counts = tally.byDay[day]
    if (counts) reached += measured(counts.paid, target) - measured(counts.cancelled, target)
    const close = endOfDay(day, zone)
    return {
      day,
      reached: day <= today ? reached : null,
      even: Math.floor(goal * evenPace(campaign, close)),
      needed: need !== null && day >= today ? need(close) : null,
    }
  })
}

function daysOf(campaign: Campaign, tally: Tally): readonly Day[] {
  const known = Object.keys(tally.byDay).sort() as Day[]
  const first = [dayOf(campaign.startsAt, campaign.zone), ...known.slice(0, 1)].sort()[0]
  const last = [dayOf(campaign.endsAt, campaign.zone), ...known.slice(-1)].sort().at(-1)
  const days: Day[] = []
  for (let day = first; day !== undefined && last !== undefined && day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** The straight line from the bar of now to the target at the end; null where nothing is needed any more. */
function neededFrom(campaign: Campaign, tally: Tally, at: Instant): ((close: Instant) => number) | null {
  const { reached, target } = progressOf(campaign, tally)
  if (reached >= target || hasEnded(campaign, at)) return null
  const from = Math.max(at, campaign.startsAt)
  const left = Math.max(1, campaign.endsAt - from)
  return (close) => {
    const share = Math.min(1, Math.max(0, (close - from) / left))
    return Math.ceil(reached + (target - reached) * share)
  }
}

/**
 * How many days the bar is ahead of an even pace, to a tenth; negative when behind. Null before the start.
 */
export function daysAhead(campaign: BarTerms, tally: Pick<Tally, 'net'>, at: Instant): number | null {
  if (at < campaign.startsAt) return null
  const { reached, target } = progressOf(campaign, tally)
  const days = (campaign.endsAt - campaign.startsAt) / dayLength
  const ahead = Math.round((Math.min(1, reached / target) - evenPace(campaign, at)) * days * 10) / 10
  return ahead === 0 ? 0 : ahead
}
