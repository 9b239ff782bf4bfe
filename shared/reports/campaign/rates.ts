import { ratio } from '../chartTable'
import type { CampaignFacts } from './facts'

/** How many orders are lost on the way, as shares of 1; null where there is nothing to divide by. */
export interface LossRates {
  /** Lapsed orders of all that were placed and no longer await payment. */
  readonly lapse: number | null
  /** Units given up after payment, of all that were paid in time. */
  readonly cancellation: number | null
}

/** Orders that still await payment are neither lapsed nor not, so they are left out. */
export function lossRates({ tally }: CampaignFacts): LossRates {
  return {
    lapse: ratio(tally.lapsed.orders, tally.placed.orders - tally.awaiting.orders),
    cancellation: ratio(tally.paid.units - tally.net.units, tally.paid.units),
  }
}
