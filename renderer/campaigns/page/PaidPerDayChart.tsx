import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { measured } from '../../../shared/campaigns/progress'
import type { Tally } from '../../../shared/campaigns/tally'
import type { Day, Instant } from '../../../shared/time'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { axisLook, chartColours, gridLook } from '../../ui/chart/chartTheme'
import { measureWords } from '../campaignWords'
import { axisWords } from './axisWords'
import { barColour } from './barColour'
import { ChartKey } from '../../ui/chart/ChartKey'
import { chartDays, dayLabel, daysSoFar, type ChartDay } from './chartDays'
import { tipOf } from './tipOf'
import { openDay } from './ProgressChart'

interface PaidPerDayChartProps {
  readonly campaign: Campaign
  readonly tally: Tally
  readonly at: Instant
  readonly onDay: ((day: Day) => void) | undefined
}

/** What was paid on each day, with cancellations apart below the line. */
export function PaidPerDayChart({ campaign, tally, at, onDay }: PaidPerDayChartProps) {
  // All days, so that both charts of the page share their days' places.
  const days = chartDays(campaign, tally, at)
  const colour = barColour(campaign)
  return (
    <ChartFrame
      title={perDayTitle(days, campaign, tally)}
      table={{
        heads: ['Day', 'Placed', 'Paid', 'Cancelled'],
        rows: daysSoFar(days, campaign, at).map(({ day, placed, paid, cancelled }) => [
          dayLabel(day),
          ...[placed, paid, -cancelled].map((value) => measureWords(Math.abs(value), campaign)),
        ]),
      }}
      height={180}
      legend={
        <ChartKey
          of={[
            { label: 'Paid', colour, look: 'bar' },
            { label: 'Cancelled after payment', colour: chartColours.cancelled, look: 'bar' },
          ]}
        />
      }
    >
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 180 }}>
        <BarChart
          data={[...days]}
          stackOffset="sign"
          margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
          onClick={(state) => openDay(state, days, onDay)}
          {...(onDay === undefined ? {} : { style: { cursor: 'pointer' } })}
        >
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayLabel} minTickGap={32} {...axisLook} />
          <YAxis
            width="auto"
            allowDecimals={false}
            tickFormatter={(value: number) => axisWords(campaign)(Math.abs(value))}
            {...axisLook}
          />
          <Tooltip content={tipOf(campaign, told)} cursor={{ fill: chartColours.hover }} isAnimationActive={false} />
          <ReferenceLine y={0} stroke={chartColours.today} />
          <Bar dataKey="paid" stackId="day" fill={colour} maxBarSize={28} isAnimationActive={false} />
          <Bar
            dataKey="cancelled"
            stackId="day"
            fill={chartColours.cancelled}
            maxBarSize={28}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}

const told = [
  ['Placed', 'placed'],
  ['Paid', 'paid'],
  ['Cancelled', 'cancelled'],
] as const

function perDayTitle(days: readonly ChartDay[], campaign: Campaign, tally: Tally): string {
  const best = days.reduce<ChartDay | null>((most, day) => (day.paid > (most?.paid ?? 0) ? day : most), null)
  if (best === null) return 'Nothing paid yet'
  const paid = measureWords(measured(tally.paid, campaign.target), campaign)
  return `${paid} paid in all, most on ${dayLabel(best.day)}: ${measureWords(best.paid, campaign)}`
}
