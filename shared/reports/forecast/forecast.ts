import type { ForecastModel } from './model'
import { oddsOf } from './odds'
import { ordersOf, type SeenCampaign } from './seen'

/** What managers are told about a running campaign. Results are in the target's measure, whole, ranges rounded outwards. */
export type Forecast =
  | { readonly kind: 'cannot know'; readonly why: 'not started' | 'no order yet'; readonly restsOn: RestsOn }
  | {
      readonly kind: 'forecast'
      /** Of being funded, 0 to 1; 1 once the bar has reached 100 %. */
      readonly probability: number
      readonly median: number
      /** The result lies in it with 80 %. */
      readonly low: number
      readonly high: number
      /** The result lies in it with 50 %. */
      readonly low50: number
      readonly high50: number
      readonly restsOn: RestsOn
    }

/** How many past campaigns a forecast rests on. `own` is 0 while the shop has too few of its own. */
export type RestsOn = ForecastModel['restsOn']

/**
 * Forecasts a running campaign. Before the first paid order it says that it cannot know: what can be said then holds for any
 * campaign. `most` is the most that the result can be, in the target's measure, where the campaign has a cap.
 */
export function forecast(model: ForecastModel, seen: SeenCampaign, most: number | null): Forecast {
  const { restsOn } = model
  if (seen.until < seen.startsAt) return { kind: 'cannot know', why: 'not started', restsOn }
  if (ordersOf(seen) <= 0 && !seen.reachedTarget) return { kind: 'cannot know', why: 'no order yet', restsOn }
  const { probability, median, range80, range50 } = oddsOf(model, seen)
  // A binary fraction just above a whole number is that number.
  const capped = (share: number, round: (value: number) => number): number =>
    Math.min(most ?? Infinity, round(Math.round(share * seen.target * 1e6) / 1e6))
  return {
    kind: 'forecast',
    probability,
    median: capped(median, Math.round),
    low: capped(range80.low, Math.floor),
    high: capped(range80.high, Math.ceil),
    low50: capped(range50.low, Math.floor),
    high50: capped(range50.high, Math.ceil),
    restsOn,
  }
}
