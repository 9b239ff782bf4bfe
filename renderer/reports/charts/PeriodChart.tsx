import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import { useMemo } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import { chartTable } from '../../../shared/reports/chartTable'
import type { PeriodDay, PeriodMeasure, PeriodReport } from '../../../shared/reports/portfolio/periodReport'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, chartColours, gridLook, lineLook, plotLook } from '../../ui/chart/chartTheme'
import { axisWords, dayTick, missing, valueWords } from '../../ui/chart/chartWords'
import { LoadedView } from '../../ui/LoadedView'
import { periodLooks } from '../periodLooks'
import { changeWords, spanWords } from '../periodWords'
import { ChartSkeleton } from './ChartSkeleton'
import { usePeriodReport, type PeriodProps } from './usePeriodReport'

interface PeriodChartProps extends PeriodProps {
  readonly measure?: PeriodMeasure | undefined
}

/** One measure day by day, with the earlier days thin beneath. */
export function PeriodChart({ measure = 'paid', ...props }: PeriodChartProps) {
  const report = usePeriodReport(props)
  return (
    <LoadedView of={report} skeleton={<ChartSkeleton />}>
      {(value) => <PeriodLines report={value} measure={measure} />}
    </LoadedView>
  )
}

interface PeriodLinesProps {
  readonly report: PeriodReport
  readonly measure: PeriodMeasure
}

function PeriodLines({ report, measure }: PeriodLinesProps) {
  const navigate = useNavigate()
  const { currency, zone, days, span, earlier } = report
  const { head, words, colour, kind } = periodLooks[measure]
  const column = useMemo(() => kind(currency), [kind, currency])
  const table = useMemo(
    () =>
      chartTable(
        [
          { kind: 'day', zone, key: 'day', head: 'Day' },
          { ...column, key: 'now', head },
          { kind: 'day', zone, key: 'earlierDay', head: 'Earlier day' },
          { ...column, key: 'before', head: `${head} then` },
        ],
        days.map(({ day, earlierDay, now, before }) => ({
          day,
          now: now[measure],
          earlierDay,
          before: before[measure],
        })),
      ),
    [zone, column, head, days, measure],
  )
  const { now, before } = report.totals[measure]
  const total = now === null ? missing : valueWords({ ...column, key: 'now', head }, now)
  return (
    <ChartFrame
      name={`${head} by day`}
      title={`${total} ${words}${before === null ? '' : `, ${changeWords({ now, before }).replace(missing, 'nothing before')}`}`}
      words={[spanWords(span), `beside ${spanWords(earlier)}`]}
      table={table}
      empty="Nothing is known of these days"
      legend={[
        { label: spanWords(span), colour, look: 'line' },
        { label: spanWords(earlier), colour: chartColours.pace, look: 'thin' },
      ]}
      onOpen={(row) => {
        const opened = days[row]
        if (opened !== undefined) void navigate(behind(measure, opened))
      }}
    >
      {(points) => (
        <LineChart data={[...points]} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayTick} minTickGap={32} {...axisLook} />
          <YAxis width="auto" tickCount={4} allowDecimals={false} tickFormatter={axisWords(column)} {...axisLook} />
          <ChartTip />
          <Line dataKey="before" stroke={chartColours.pace} {...lineLook} strokeWidth={1} />
          <Line dataKey="now" stroke={colour} {...lineLook} dot={days.length === 1} />
        </LineChart>
      )}
    </ChartFrame>
  )
}

/** What is behind a day: orders placed on it, or the refunds that cancellations and repayments are. */
function behind(measure: PeriodMeasure, { day }: PeriodDay): NavigateOptions {
  if (measure === 'cancelled') return { to: '/refunds', search: { cause: 'cancelled' } }
  if (measure === 'refunded') return { to: '/refunds', search: { states: ['settled'] } }
  const placed = { placedFrom: day, placedTo: day }
  return { to: '/orders', search: measure === 'lapsed' ? { ...placed, states: ['lapsed'] } : placed }
}
