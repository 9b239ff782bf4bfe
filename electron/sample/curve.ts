import { marketFacts } from '../../shared/campaigns/market'
import { hour, instant, later, timeOfDay, type Instant } from '../../shared/time'
import type { Chance } from './chance'

/** How many people order in each hour of an Indian day, from midnight on: quiet nights, a busy noon and a busier evening. */
const hoursOfDay = [3, 1.5, 0.8, 0.5, 0.5, 0.8, 2, 4, 6, 8, 9, 10, 10, 9, 8, 7, 7, 8, 9, 11, 13, 14, 11, 7]

/** How lively a campaign is when that share of its time is over: a strong start, a slow middle, a strong end. */
const liveliness = (share: number): number => 6 * Math.exp(-share / 0.07) + 1 + 3.2 * Math.exp((share - 1) / 0.06)

interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Orders until then only: the campaign may still run. */
  readonly until: Instant
}

/** Instants of `count` orders of a campaign, in their order, along the curve that campaigns usually follow. */
export function orderTimes({ startsAt, endsAt, until }: Span, count: number, chance: Chance): readonly Instant[] {
  const slots: (readonly [Instant, number])[] = []
  for (let from = startsAt; from < until; from = later(from, hour)) {
    const clock = Number(timeOfDay(from, marketFacts.IN.zone).slice(0, 2))
    const share = (from - startsAt) / (endsAt - startsAt)
    const length = Math.min(hour, until - from) / hour
    slots.push([from, (hoursOfDay[clock] ?? 1) * liveliness(share) * length])
  }
  const within = (slot: Instant): Instant => instant(Math.floor(slot + chance.next() * Math.min(hour, until - slot)))
  return Array.from({ length: count }, () => within(chance.weighted(slots))).sort((left, right) => left - right)
}
