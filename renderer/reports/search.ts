import { z } from 'zod'
import { currencies } from '../../shared/money'
import { periodNames, type Against, type Period } from '../../shared/reports/period'
import { periodMeasures, type PeriodMeasure } from '../../shared/reports/portfolio/periodReport'
import { daySchema } from '../../shared/request'

/** What the portfolio's chart shows: a measure day by day, or how long supporters took to pay. */
const shownMeasures = [...periodMeasures, 'waits'] as const
export type ShownMeasure = PeriodMeasure | 'waits'

/**
 * What the address of the portfolio holds: which days, which earlier ones, whose currency. A part that cannot be read is left out. Days
 * are days of the main market.
 */
export const portfolioSearch = z.object({
  period: z.enum(periodNames).optional().catch(undefined),
  /** Both, instead of a named period. */
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  against: z.enum(['period before', 'year before']).optional().catch(undefined),
  /** Instead of those. */
  againstFrom: daySchema.optional().catch(undefined),
  measure: z.enum(shownMeasures).optional().catch(undefined),
  currency: z.enum(currencies).optional().catch(undefined),
})

export type PortfolioSearch = z.output<typeof portfolioSearch>

export const usualPeriod: Period = { kind: 'last 30 days' }
export const usualAgainst: Against = { kind: 'period before' }

export function periodOf({ period, from, to }: PortfolioSearch): Period {
  if (from !== undefined && to !== undefined) return { kind: 'days', from, to }
  return period === undefined ? usualPeriod : { kind: period }
}

export function againstOf({ against, againstFrom }: PortfolioSearch): Against {
  if (againstFrom !== undefined) return { kind: 'from', from: againstFrom }
  return against === undefined ? usualAgainst : { kind: against }
}
