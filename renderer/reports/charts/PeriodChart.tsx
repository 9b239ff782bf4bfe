import { useMemo } from 'react'
import { CartesianGrid, Line, LineChart, XAxis } from 'recharts'
import { chartTable } from '../../../shared/reports/chartTable'
import type { PeriodMeasure, PeriodReport } from '../../../shared/reports/portfolio/periodReport'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, chartColours, dayLook, gridLook, lineLook, plotLook } from '../../ui/chart/chartTheme'
import { axisWords, dayTick, missing, valueWords } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { LoadedView } from '../../ui/LoadedView'
import { periodLooks } from '../periodLooks'
import { changeWords, spanWords } from '../periodWords'
import { behindPeriodDay } from './behind'
import { ChartSkeleton } from './ChartSkeleton'
import { useOrdersBehind } from './useOrdersBehind'
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
  const open = useOrdersBehind((row: number, which: string) => {
    const opened = days[row]
    return opened && behindPeriodDay(report, measure, which === 'before' ? opened.earlierDay : opened.day)
  })
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
      onOpen={(row) => open(row, 'now')}
      leadsTo="orders of that day"
      cells={{ keys: ['now', 'before'], onOpen: open }}
    >
      {(points) => (
        <LineChart data={[...points]} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayTick} {...dayLook} {...axisLook} />
          <ValueAxis of={['now', 'before']} count={4} words={axisWords(column)} wholeNumbers />
          <ChartTip />
          <Line dataKey="before" stroke={chartColours.pace} {...lineLook} strokeWidth={1} />
          <Line dataKey="now" stroke={colour} {...lineLook} dot={days.length === 1} />
        </LineChart>
      )}
    </ChartFrame>
  )
}
