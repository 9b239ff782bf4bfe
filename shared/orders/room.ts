import type { Campaign } from '../campaigns/campaign'
import type { Tally } from '../campaigns/tally'
import { refuse, type Refused } from '../result'

const pieces = (count: number): string => `${String(count)} ${count === 1 ? 'unit' : 'units'}`

/** Units of the campaign that are placed and in time, or paid, and not cancelled: these use up its cap. */
export const unitsTaken = (tally: Tally): number => tally.awaiting.units + tally.net.units

/** Why `units` more would be beyond the campaign's cap, or null. `taken` counts placed and paid units, not these. */
export function beyondCap(campaign: Campaign, taken: number, units: number): Refused | null {
  if (campaign.cap === null || taken + units <= campaign.cap) return null
  const left = Math.max(0, campaign.cap - taken)
  const message =
    left === 0
      ? `All ${pieces(campaign.cap)} of this campaign are taken.`
      : `Only ${pieces(left)} of this campaign ${left === 1 ? 'is' : 'are'} left.`
  return refuse('beyond-cap', message, 'units')
}

/** Why `units` more would be beyond what one phone number may have, or null. `held` counts its placed and paid units, not these. */
export function beyondLimit(campaign: Campaign, held: number, units: number): Refused | null {
  const limit = campaign.perSupporterLimit
  if (limit === null || held + units <= limit) return null
  const message =
    held === 0
      ? `One supporter may order at most ${pieces(limit)}.`
      : `One supporter may order at most ${pieces(limit)}; this phone number already has ${pieces(held)}.`
  return refuse('beyond-limit', message, 'units')
}
