import { useMemo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, type DotItemDotProps } from 'recharts'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { targetNumber } from '../../../shared/campaigns/progress'
import type { Tally } from '../../../shared/campaigns/tally'
import { chartTable, type ChartPoint } from '../../../shared/reports/chartTable'
import type { FanDay } from '../../../shared/reports/forecast/fan'
import { dayOf, type Day, type Instant } from '../../../shared/time'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import {
  axisLook,
  bandLook,
  chartColours,
  dayLook,
  gridLook,
  labelLook,
  lineLook,
  plotLook,
  targetLook,
} from '../../ui/chart/chartTheme'
import { axisWords, dayTick } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { targetWords } from '../campaignWords'
import { barColour } from './barColour'
import { dayColumns, measureOf } from './chartColumns'
import { chartDays, openerOf, progressTitle } from './chartDays'

interface ProgressChartProps {
  readonly campaign: Campaign
  readonly productName: string
  readonly tally: Tally
  readonly at: Instant
  /** Opens the orders of a day; undefined for those who may not see orders. */
  readonly onDay: ((day: Day) => void) | undefined
  /** Where the bar may go from today on; empty or left out where nothing is forecast. */
  readonly fan?: readonly FanDay[]
}

const noFan: readonly FanDay[] = []

/** How the bar has grown, against an even pace, what is needed from now on, and the target; with a forecast, where it may go. */
export function ProgressChart({ campaign, productName, tally, at, onDay, fan = noFan }: ProgressChartProps) {
  const days = useMemo(() => chartDays(campaign, tally, at), [campaign, tally, at])
  const table = useMemo(() => {
    const columns = dayColumns(campaign, told)
    if (fan.length === 0) return chartTable(columns, days)
    const expected = new Map(fan.map((day) => [day.day, day]))
    return chartTable(
      [...columns, ...fanTold.map(([head, key]) => ({ ...measureOf(campaign), key, head }))],
      days.map((day) => ({ ...noForecast, ...expected.get(day.day), ...day })),
    )
  }, [campaign, days, fan])
  const colour = barColour(campaign)
  const target = targetNumber(campaign.target)
  const needed = days.some((day) => day.needed !== null)
  return (
    <ChartFrame
      name="Progress"
      title={progressTitle(campaign, tally, at)}
      words={[productName]}
      table={table}
      legend={[
        { label: 'Paid, net of cancellations', colour, look: 'line' },
        { label: 'Even pace', colour: chartColours.pace, look: 'thin' },
        ...(needed ? [{ label: 'Pace needed from now', colour: chartColours.pace, look: 'dotted' as const }] : []),
        ...(fan.length === 0 ? [] : fanKey),
      ]}
      onOpen={openerOf(days, onDay)}
      leadsTo="orders paid that day"
    >
      {(points) => (
        <ComposedChart data={[...points]} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayTick} {...dayLook} {...axisLook} />
          <ValueAxis of={drawn} also={target} words={axisWords(measureOf(campaign))} wholeNumbers />
          <ChartTip />
          {todayLine(points, dayOf(at, campaign.zone))}
          <ReferenceLine
            y={target}
            label={{
              ...labelLook,
              value: `target ${targetWords(campaign.target, campaign.currency)}`,
              // A forecast's bands rise where its words usually stand.
              position: fan.length === 0 ? 'insideBottomRight' : 'insideBottomLeft',
              fill: chartColours.target,
            }}
            {...targetLook}
          />
          {fan.length > 0 && (
            <>
              <Area dataKey={between('low', 'high')} {...bandLook.outer} activeDot={false} />
              <Area dataKey={between('low50', 'high50')} {...bandLook.inner} activeDot={false} />
              <Line dataKey="median" stroke={chartColours.forecast} {...lineLook} />
            </>
          )}
          <Line dataKey="even" stroke={chartColours.pace} {...lineLook} strokeWidth={1} />
          <Line dataKey="needed" stroke={chartColours.pace} {...lineLook} strokeWidth={1.5} strokeDasharray="2 4" />
          <Line dataKey="reached" stroke={colour} {...lineLook} strokeWidth={2.5} dot={lastDot(points, colour)} />
        </ComposedChart>
      )}
    </ChartFrame>
  )
}

const told = [
  ['Paid, net', 'reached'],
  ['Even pace', 'even'],
  ['Needed', 'needed'],
] as const

const drawn = ['reached', 'even', 'needed', 'median', 'high']

const fanTold = [
  ['Forecast, 80 % from', 'low'],
  ['Forecast, 50 % from', 'low50'],
  ['Forecast, median', 'median'],
  ['Forecast, 50 % to', 'high50'],
  ['Forecast, 80 % to', 'high'],
] as const

const noForecast = { low: null, low50: null, median: null, high50: null, high: null }

const fanKey = [
  { label: 'Forecast, median', colour: chartColours.forecast, look: 'line' },
  { label: 'within 50 %, and 80 %', colour: chartColours.forecast, look: 'band' },
] as const

/** The two edges of a band; none where either is missing. */
const between =
  (from: string, to: string) =>
  (point: ChartPoint): [number, number] | null => {
    const [low, high] = [point[from], point[to]]
    return typeof low === 'number' && typeof high === 'number' ? [low, high] : null
  }

/** Only where the bar stands now, so that a campaign's first day shows something too. */
const lastDot = (points: readonly ChartPoint[], colour: string) => {
  const last = points.findLastIndex((point) => point['reached'] !== null)
  return function Dot({ cx, cy, index, key }: DotItemDotProps) {
    return index === last ? <circle key={key} cx={cx} cy={cy} r={4} fill={colour} /> : <g key={key} />
  }
}

/** Its word below the target's; towards the end, where a forecast rises, at the bottom. */
function todayLine(points: readonly ChartPoint[], today: Day) {
  const place = points.findIndex((point) => point['day'] === today)
  if (place === -1) return null
  const late = place > points.length * 0.75
  const label = late ? ({ position: 'insideBottomRight' } as const) : ({ position: 'insideTopLeft', dy: 18 } as const)
  return <ReferenceLine x={today} stroke={chartColours.today} label={{ ...labelLook, value: 'today', ...label }} />
}
