import { useMemo } from 'react'
import { getNiceTickValues, YAxis } from 'recharts'
import type { ChartPoint } from '../../../shared/reports/chartTable'
import { useChart } from './chartContext'
import { axisLook } from './chartTheme'
import { axisWidth } from './axisWidth'

interface ValueAxisProps {
  /** Keys of the columns that are drawn along it. */
  readonly of?: readonly string[] | undefined
  /** They stand on each other. */
  readonly stacked?: boolean | undefined
  /** Keys of those that are drawn below its zero, on each other. */
  readonly below?: readonly string[] | undefined
  /** A value that is on the axis whatever is drawn: a target. */
  readonly also?: number | undefined
  /** How its numbers are written. */
  readonly words: (value: number) => string
  /** About so many of them. */
  readonly count?: number | undefined
  readonly wholeNumbers?: boolean | undefined
  /** These numbers and no others, from the lowest to the highest. */
  readonly ticks?: number[] | undefined
}

/** The upright axis of a chart's numbers, as wide as they are. Stands inside a recharts chart of a ChartFrame. */
export function ValueAxis({
  of = noKeys,
  stacked = false,
  below = noKeys,
  also = 0,
  words,
  count = usualCount,
  wholeNumbers = false,
  ticks,
}: ValueAxisProps) {
  const { points } = useChart()
  const shown = useMemo(() => {
    if (ticks) return ticks
    const up = points.flatMap((point) => (stacked ? sumOf(point, of) : of.map((key) => numberAt(point, key))))
    const down = points.map((point) => -sumOf(point, below))
    return getNiceTickValues([least([...up, ...down]), Math.max(also, most(up))], count, !wholeNumbers)
  }, [points, of, stacked, below, also, count, wholeNumbers, ticks])
  return (
    <YAxis
      domain={[shown[0] ?? 0, shown.at(-1) ?? 0]}
      ticks={shown}
      width={axisWidth(shown.map(words))}
      tickFormatter={words}
      {...axisLook}
    />
  )
}

const noKeys: readonly string[] = []

/** What recharts takes. */
const usualCount = 5

function numberAt(point: ChartPoint, key: string): number {
  const value = point[key]
  return typeof value === 'number' ? value : 0
}

const sumOf = (point: ChartPoint, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + numberAt(point, key), 0)

const most = (values: readonly number[]): number => values.reduce((known, value) => Math.max(known, value), 0)
const least = (values: readonly number[]): number => values.reduce((known, value) => Math.min(known, value), 0)
