import { measured } from '../../campaigns/progress'
import { addDays, dayOf, type Day, type Instant } from '../../time'
import type { CampaignFacts } from './facts'

/** What one day of the campaign's zone brought, in the target's measure; null for days to come. */
export interface CampaignDay {
  readonly day: Day
  readonly paid: number | null
  /** Paid before, given up on this day. */
  readonly cancelled: number | null
  /** Orders whose payment window closed unpaid. */
  readonly lapsed: number | null
}

/** A campaign day by day, from its start to its end and for as long as anything happens after it. */
export function daysOf({ campaign, tally, breakdown }: CampaignFacts, at: Instant): readonly CampaignDay[] {
  const { zone, startsAt, endsAt, target } = campaign
  const known = [
    ...Object.keys(tally.byDay),
    ...Object.keys(breakdown.days).filter((day) => lapsedOn(breakdown.days[day])),
  ]
  const ordered = [dayOf(startsAt, zone), dayOf(endsAt, zone), ...known].sort() as Day[]
  const last = ordered.at(-1) as Day
  const today = dayOf(at, zone)
  const days: CampaignDay[] = []
  for (let day = ordered[0] as Day; day <= last; day = addDays(day, 1)) {
    const counts = tally.byDay[day]
    const lapsed = breakdown.days[day]?.lapsed
    const of = (count: typeof lapsed): number | null => {
      if (count !== undefined) return measured(count, target)
      return day > today ? null : 0
    }
    days.push({ day, paid: of(counts?.paid), cancelled: of(counts?.cancelled), lapsed: of(lapsed) })
  }
  return days
}

const lapsedOn = (day: CampaignFacts['breakdown']['days'][string] | undefined): boolean => (day?.lapsed.orders ?? 0) > 0
