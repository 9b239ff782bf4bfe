import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type DotItemDotProps,
  type MouseHandlerDataParam,
} from 'recharts'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { targetNumber } from '../../../shared/campaigns/progress'
import type { Tally } from '../../../shared/campaigns/tally'
import { dayOf, type Day, type Instant } from '../../../shared/time'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { axisLook, chartColours, gridLook } from '../../ui/chart/chartTheme'
import { measureWords, targetWords } from '../campaignWords'
import { axisWords } from './axisWords'
import { barColour } from './barColour'
import { ChartKey } from '../../ui/chart/ChartKey'
import { chartDays, dayLabel, progressTitle, type ChartDay } from './chartDays'
import { tipOf } from './tipOf'

interface CampaignChartProps {
  readonly campaign: Campaign
  readonly tally: Tally
  readonly at: Instant
  /** Opens the orders of a day; undefined for those who may not see orders. */
  readonly onDay: ((day: Day) => void) | undefined
}

/** How the bar has grown, against an even pace, what is needed from now on, and the target. */
export function ProgressChart({ campaign, tally, at, onDay }: CampaignChartProps) {
  const days = chartDays(campaign, tally, at)
  const today = dayOf(at, campaign.zone)
  const colour = barColour(campaign)
  const todayAt = days.findIndex(({ day }) => day === today)
  return (
    <ChartFrame
      title={progressTitle(campaign, tally, at)}
      table={tableOf(days, campaign)}
      legend={
        <ChartKey
          of={[
            { label: 'Paid, net of cancellations', colour, look: 'line' },
            { label: 'Even pace', colour: chartColours.pace, look: 'thin' },
            ...(days.some(({ needed }) => needed !== null)
              ? [{ label: 'Pace needed from now', colour: chartColours.pace, look: 'dotted' as const }]
              : []),
          ]}
        />
      }
    >
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 240 }}>
        <ComposedChart
          data={[...days]}
          margin={{ top: 16, right: 24, bottom: 0, left: 0 }}
          onClick={(state) => openDay(state, days, onDay)}
          {...(onDay === undefined ? {} : { style: { cursor: 'pointer' } })}
        >
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayLabel} minTickGap={32} {...axisLook} />
          <YAxis width="auto" allowDecimals={false} tickFormatter={axisWords(campaign)} {...axisLook} />
          <Tooltip content={tipOf(campaign, told)} isAnimationActive={false} />
          {todayAt !== -1 && (
            <ReferenceLine x={today} stroke={chartColours.today} label={todayLabel(todayAt, days.length)} />
          )}
          <ReferenceLine
            y={targetNumber(campaign.target)}
            stroke={chartColours.target}
            strokeDasharray="6 4"
            ifOverflow="extendDomain"
            label={{
              value: `target ${targetWords(campaign.target, campaign.currency)}`,
              position: 'insideBottomRight',
              fill: chartColours.target,
              fontSize: 12,
            }}
          />
          <Line dataKey="even" stroke={chartColours.pace} strokeWidth={1} dot={false} isAnimationActive={false} />
          <Line
            dataKey="needed"
            stroke={chartColours.pace}
            strokeWidth={1.5}
            strokeDasharray="2 4"
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="reached"
            stroke={colour}
            strokeWidth={2.5}
            dot={lastDot(days, colour)}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}

/** Only where the bar stands now, so that a campaign's first day shows something too. */
const lastDot = (days: readonly ChartDay[], colour: string) => {
  const last = days.findLastIndex(({ reached }) => reached !== null)
  return function Dot({ cx, cy, index, key }: DotItemDotProps) {
    return index === last ? <circle key={key} cx={cx} cy={cy} r={4} fill={colour} /> : <g key={key} />
  }
}

/** Beside its line where the target's own label is not: below the target, towards the end at the bottom. */
const todayLabel = (place: number, days: number) =>
  place > days * 0.75
    ? ({ value: 'today', position: 'insideBottomRight', fill: chartColours.axis, fontSize: 12 } as const)
    : ({ value: 'today', position: 'insideTopLeft', dy: 18, fill: chartColours.axis, fontSize: 12 } as const)

const told = [
  ['Paid, net', 'reached'],
  ['Even pace', 'even'],
  ['Needed', 'needed'],
] as const

function tableOf(days: readonly ChartDay[], campaign: Campaign) {
  const words = (value: number | null): string => (value === null ? '–' : measureWords(value, campaign))
  return {
    heads: ['Day', 'Paid, net', 'Even pace', 'Needed'],
    rows: days.map(({ day, reached, even, needed }) => [dayLabel(day), words(reached), words(even), words(needed)]),
  }
}

/** A click anywhere above a day means that day. */
export function openDay(
  { activeTooltipIndex }: MouseHandlerDataParam,
  days: readonly ChartDay[],
  onDay: ((day: Day) => void) | undefined,
): void {
  const day = days[Number(activeTooltipIndex ?? Number.NaN)]?.day
  if (day !== undefined) onDay?.(day)
}
