import { createContext } from 'react'
import type { ChartTable } from '../../../shared/reports/chartTable'

/** Hears of every chart below it, with its numbers as they stand: for whoever takes a whole page away. Null where nobody does. */
export const CollectCharts = createContext<((name: string, table: ChartTable) => void) | null>(null)
