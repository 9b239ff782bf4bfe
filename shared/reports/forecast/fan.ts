import { addDays, dayOf, earlierOf, endOfDay, type Day, type Instant, type Zone } from '../../time'
import type { Forecast } from './forecast'
import { curveShares, interpolate, type ForecastModel } from './model'
import { elapsedShare, reachedShare, type SeenCampaign } from './seen'

/** What the bar may be at the end of a day to come, in the target's measure. */
export interface FanDay {
  readonly day: Day
  readonly low: number
  readonly low50: number
  readonly median: number
  readonly high50: number
  readonly high: number
}

/**
 * From today to the last day, for the chart. Each line goes from what is paid now to its end in the forecast as the money of past campaigns
 * came: slow in the middle, faster towards the end. Never falls; its last day is the forecast's own range.
 */
export function fanOf(
  model: ForecastModel,
  seen: SeenCampaign,
  { median, low, high, low50, high50 }: Extract<Forecast, { kind: 'forecast' }>,
  zone: Zone,
): readonly FanDay[] {
  const paid = Math.max(0, reachedShare(seen) * seen.target)
  const had = interpolate(curveShares, model.curve, elapsedShare(seen))
  const lastDay = dayOf(seen.endsAt, zone)
  const days: FanDay[] = []
  for (let day = dayOf(seen.until, zone); day <= lastDay; day = addDays(day, 1)) {
    const close: Instant = earlierOf(endOfDay(day, zone), seen.endsAt)
    const share = day === lastDay ? 1 : elapsedShare({ ...seen, until: close })
    const come = share === 1 || had >= 1 ? 1 : (interpolate(curveShares, model.curve, share) - had) / (1 - had)
    const at = (end: number): number => (come === 1 ? end : Math.round(paid + (end - paid) * Math.max(0, come)))
    days.push({ day, low: at(low), low50: at(low50), median: at(median), high50: at(high50), high: at(high) })
  }
  return days
}
