import { z } from 'zod'
import type { CampaignState } from '../../campaigns/campaign'
import type { Market } from '../../campaigns/market'
import type { BarTerms } from '../../campaigns/progress'
import type { Count } from '../../campaigns/tally'
import type { CampaignId } from '../../ids'
import { currencies } from '../../money'
import { output, query } from '../../request'
import type { Forecast } from '../forecast/forecast'
import { againstSchema, periodSchema } from '../period'
import type { HeldReport } from './held'
import type { PeriodReport } from './periodReport'
import type { Promises } from './promises'

/** Something at a campaign that waits for someone. */
export interface Need {
  readonly what: 'refunds failed' | 'shipping overdue' | 'ends unfunded' | 'refunds owed'
  readonly count: number
}

/** A running campaign in the portfolio. Paces are in its target's measure. */
export interface RunningRow {
  readonly id: CampaignId
  readonly productName: string
  readonly market: Market
  readonly state: CampaignState
  readonly bar: BarTerms
  readonly net: Count
  /** Of an even pace; negative when behind. */
  readonly daysAhead: number | null
  readonly neededPerDay: number | null
  readonly latelyPerDay: number | null
  readonly needs: readonly Need[]
}

/** What is to be expected of a running campaign. */
export interface RunningForecast {
  readonly id: CampaignId
  readonly forecast: Forecast
}

/** Null is the main market's currency. */
const currency = z.enum(currencies).nullable()

export const portfolioRequests = {
  'reports.running': query(['manager'], z.strictObject({}), output<readonly RunningRow[]>()),
  /** By itself: what past campaigns teach may have to be learnt first, which the table does not wait for. */
  'reports.forecasts': query(['manager'], z.strictObject({}), output<readonly RunningForecast[]>()),
  /** What happened in a period, day by day, and in an earlier one. */
  'reports.period': query(
    ['manager'],
    z.strictObject({ period: periodSchema, against: againstSchema, currency }),
    output<PeriodReport>(),
  ),
  /** Whose the captured money was at the end of each day. */
  'reports.held': query(['manager'], z.strictObject({ period: periodSchema, currency }), output<HeldReport>()),
  'reports.promises': query(['manager'], z.strictObject({}), output<Promises>()),
}
