import { createContext, use } from 'react'
import type { ChartPoint, ChartTable } from '../../../shared/reports/chartTable'

/** What the parts inside a chart know of its frame. */
interface ChartScene {
  readonly table: ChartTable
  /** What is drawn, in order. */
  readonly points: readonly ChartPoint[]
  /** Takes note of the row that the pointer or the arrow keys are at; null where they are at none. */
  readonly noteAt: (row: number | null) => void
  /** Where a point leads, in words; null where it leads nowhere. */
  readonly leads: string | null
  /** Of the place for the chart, in pixels. */
  readonly width: number
}

export const ChartContext = createContext<ChartScene | null>(null)

export function useChart(): ChartScene {
  const scene = use(ChartContext)
  if (scene === null) throw new Error('A chart stands in its frame.')
  return scene
}
