import { useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis, type DotItemDotProps } from 'recharts'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { targetNumber } from '../../../shared/campaigns/progress'
import type { Tally } from '../../../shared/campaigns/tally'
import { chartTable, type ChartPoint } from '../../../shared/reports/chartTable'
import { dayOf, type Day, type Instant } from '../../../shared/time'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, chartColours, gridLook, labelLook, lineLook, plotLook, targetLook } from '../../ui/chart/chartTheme'
import { axisWords, dayTick } from '../../ui/chart/chartWords'
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
}

/** How the bar has grown, against an even pace, what is needed from now on, and the target. */
export function ProgressChart({ campaign, productName, tally, at, onDay }: ProgressChartProps) {
  const days = useMemo(() => chartDays(campaign, tally, at), [campaign, tally, at])
  const table = useMemo(() => chartTable(dayColumns(campaign, told), days), [campaign, days])
  const colour = barColour(campaign)
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
      ]}
      onOpen={openerOf(days, onDay)}
    >
      {(points) => (
        <ComposedChart data={[...points]} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayTick} minTickGap={32} {...axisLook} />
          <YAxis width="auto" allowDecimals={false} tickFormatter={axisWords(measureOf(campaign))} {...axisLook} />
          <ChartTip />
          {todayLine(points, dayOf(at, campaign.zone))}
          <ReferenceLine
            y={targetNumber(campaign.target)}
            ifOverflow="extendDomain"
            label={{
              ...labelLook,
              value: `target ${targetWords(campaign.target, campaign.currency)}`,
              position: 'insideBottomRight',
              fill: chartColours.target,
            }}
            {...targetLook}
          />
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

/** Only where the bar stands now, so that a campaign's first day shows something too. */
const lastDot = (points: readonly ChartPoint[], colour: string) => {
  const last = points.findLastIndex((point) => point['reached'] !== null)
  return function Dot({ cx, cy, index, key }: DotItemDotProps) {
    return index === last ? <circle key={key} cx={cx} cy={cy} r={4} fill={colour} /> : <g key={key} />
  }
}

/** Its word beside it where the target's own is not: below the target, towards the end at the bottom. */
function todayLine(points: readonly ChartPoint[], today: Day) {
  const place = points.findIndex((point) => point['day'] === today)
  if (place === -1) return null
  const late = place > points.length * 0.75
  const label = late ? ({ position: 'insideBottomRight' } as const) : ({ position: 'insideTopLeft', dy: 18 } as const)
  return <ReferenceLine x={today} stroke={chartColours.today} label={{ ...labelLook, value: 'today', ...label }} />
}
