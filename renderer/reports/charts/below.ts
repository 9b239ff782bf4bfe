import type { ChartPoint } from '../../../shared/reports/chartTable'
import { grouped } from '../../ui/counts'

/** What was lost hangs below the line; missing stays missing. */
export const below =
  (key: string) =>
  (point: ChartPoint): number | null => {
    const value = point[key]
    return typeof value === 'number' ? 0 - value : null
  }

/** An axis on which what hangs below the line is no less a count. */
export const withoutSign = (value: number): string => grouped(Math.abs(value))
