import type { Currency } from '../../../shared/money'
import type { Against, Period } from '../../../shared/reports/period'
import { useAsk } from '../../api'
import { usualAgainst, usualPeriod } from '../search'

/** What charts of a period are told; without anything they show the last 30 days of the main market beside the 30 before. */
export interface PeriodProps {
  readonly period?: Period | undefined
  readonly against?: Against | undefined
  readonly currency?: Currency | undefined
}

/** One answer for every chart and number of the same period. */
export const usePeriodReport = ({ period = usualPeriod, against = usualAgainst, currency }: PeriodProps) =>
  useAsk('reports.period', { period, against, currency: currency ?? null }, { keep: true })
