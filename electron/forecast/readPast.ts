import { marketFacts } from '../../shared/campaigns/market'
import { spanOf, type PastCampaign, type SeenDay } from '../../shared/reports/forecast/seen'
import { instant, timeOfDay } from '../../shared/time'
import type { RecordedCampaign } from '../replay/recordedCampaign'
import { recordedCampaigns } from '../replay/replayFile'

/** The zone in which the recorded days are dates. */
const zone = marketFacts.BR.zone

const centavos = (major: number): number => Math.round(major * 100)

/**
 * A recorded campaign as forecasts see it, amounts in centavos. Its result is everything that was paid, also what cleared after the deadline, and it was
 * funded where the site says so. Until 2012 the site recorded no start: a start in the day's last minute was reckoned from the deadline,
 * and the first contribution came weeks later.
 */
export function pastCampaignOf(recorded: RecordedCampaign): PastCampaign {
  const startsAt = instant(Date.parse(recorded.launchedAt))
  const days = recorded.days
    .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([day, orders, amount]): SeenDay => ({ ...spanOf(day, zone, startsAt), orders, amount: centavos(amount) }))
  return {
    target: centavos(recorded.goal),
    measure: 'BRL',
    startsAt,
    endsAt: instant(Date.parse(recorded.deadline)),
    startIsKnown: !timeOfDay(startsAt, zone).startsWith('23:59'),
    days,
    zone,
    funded: recorded.state === 'successful',
    result: days.reduce((sum, { amount }) => sum + amount, 0),
  }
}

/** All campaigns of a file. Throws where a line is no campaign. */
export async function readPast(file: string): Promise<readonly PastCampaign[]> {
  const past: PastCampaign[] = []
  for await (const recorded of recordedCampaigns(file, null)) past.push(pastCampaignOf(recorded))
  return past
}
