import { useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis } from 'recharts'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { measured } from '../../../shared/campaigns/progress'
import type { Tally } from '../../../shared/campaigns/tally'
import { chartTable, type ChartPoint } from '../../../shared/reports/chartTable'
import type { Day, Instant } from '../../../shared/time'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, barLook, chartColours, dayLook, gridLook, plotLook } from '../../ui/chart/chartTheme'
import { axisWords, dayTick } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { openingBar } from '../../ui/chart/openingBar'
import { measureWords } from '../campaignWords'
import { barColour } from './barColour'
import { dayColumns, measureOf } from './chartColumns'
import { chartDays, dayEvents, openerOf, type ChartDay, type DayEvent } from './chartDays'

interface PaidPerDayChartProps {
  readonly campaign: Campaign
  readonly productName: string
  readonly tally: Tally
  readonly at: Instant
  readonly onDay: ((day: Day, what?: DayEvent) => void) | undefined
}

/** What was paid on each day, with cancellations apart below the line. */
export function PaidPerDayChart({ campaign, productName, tally, at, onDay }: PaidPerDayChartProps) {
  // All days, so that both charts of the page share their days' places.
  const days = useMemo(() => chartDays(campaign, tally, at), [campaign, tally, at])
  const table = useMemo(() => chartTable(dayColumns(campaign, told), days), [campaign, days])
  const colour = barColour(campaign)
  const words = axisWords(measureOf(campaign))
  const open = (row: number, key: string) => {
    const [day, what] = [days[row]?.day, dayEvents.find((event) => event === key)]
    if (day !== undefined && what !== undefined) onDay?.(day, what)
  }
  return (
    <ChartFrame
      name="Paid per day"
      title={perDayTitle(days, campaign, tally)}
      words={[productName]}
      table={table}
      height={180}
      legend={[
        { label: 'Paid', colour, look: 'bar' },
        { label: 'Cancelled after payment', colour: chartColours.cancelled, look: 'bar' },
      ]}
      onOpen={openerOf(days, onDay)}
      leadsTo="orders paid that day"
      cells={onDay && { keys: dayEvents, onOpen: open }}
    >
      {(points) => (
        <BarChart data={[...points]} stackOffset="sign" {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayTick} {...dayLook} {...axisLook} />
          <ValueAxis of={['paid']} below={['cancelled']} words={(value) => words(Math.abs(value))} wholeNumbers />
          <ChartTip />
          <ReferenceLine y={0} stroke={chartColours.today} />
          <Bar dataKey="paid" stackId="day" fill={colour} {...barLook} />
          <Bar
            dataKey={belowTheLine}
            stackId="day"
            fill={chartColours.cancelled}
            {...barLook}
            {...(onDay && openingBar((row) => open(row, 'cancelled')))}
          />
        </BarChart>
      )}
    </ChartFrame>
  )
}

const belowTheLine = ({ cancelled }: ChartPoint): number | null =>
  typeof cancelled === 'number' ? 0 - cancelled : null

const told = [
  ['Placed', 'placed'],
  ['Paid', 'paid'],
  ['Cancelled', 'cancelled'],
] as const

function perDayTitle(days: readonly ChartDay[], campaign: Campaign, tally: Tally): string {
  const paidOn = (day: ChartDay | null): number => day?.paid ?? 0
  const best = days.reduce<ChartDay | null>((most, day) => (paidOn(day) > paidOn(most) ? day : most), null)
  if (best === null) return 'Nothing paid yet'
  const paid = measureWords(measured(tally.paid, campaign.target), campaign)
  return `${paid} paid in all, most on ${dayTick(best.day)}: ${measureWords(paidOn(best), campaign)}`
}
