import { useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, XAxis } from 'recharts'
import { waitWords } from '../../../shared/orders/grouping'
import { chartTable } from '../../../shared/reports/chartTable'
import type { PeriodReport } from '../../../shared/reports/portfolio/periodReport'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, barLook, chartColours, gridLook, plotLook } from '../../ui/chart/chartTheme'
import { axisWords, shareWords } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { openingBar } from '../../ui/chart/openingBar'
import { LoadedView } from '../../ui/LoadedView'
import { spanWords } from '../periodWords'
import { behindPeriodWait } from './behind'
import { ChartSkeleton } from './ChartSkeleton'
import { useOrdersBehind } from './useOrdersBehind'
import { usePeriodReport, type PeriodProps } from './usePeriodReport'

/** How long supporters took from placing to paying, of the campaigns that started in the period and in the earlier one. */
export function WaitsChart(props: PeriodProps) {
  const report = usePeriodReport(props)
  return (
    <LoadedView of={report} skeleton={<ChartSkeleton />}>
      {(value) => <WaitBars report={value} />}
    </LoadedView>
  )
}

function WaitBars({ report }: { readonly report: PeriodReport }) {
  const { span, earlier, paidQuickly } = report
  const open = useOrdersBehind((row: number, which: string) => {
    const wait = report.waits[row]?.wait
    return wait && behindPeriodWait(report, wait, which === 'before' ? earlier : span)
  })
  const table = useMemo(
    () =>
      chartTable(
        [
          { kind: 'text', key: 'wait', head: 'Paid after' },
          { kind: 'count', unit: 'order', key: 'now', head: 'Paid' },
          { kind: 'count', unit: 'order', key: 'before', head: 'Paid then' },
        ],
        report.waits.map((each) => ({ ...each, wait: waitWords(each.wait) })),
      ),
    [report.waits],
  )
  return (
    <ChartFrame
      name="Waits"
      title={
        paidQuickly.now === null
          ? 'No campaign that started in these days was paid for'
          : `${shareWords(paidQuickly.now, 1)} of orders were paid within 5 minutes, in campaigns that started in these days`
      }
      words={[spanWords(span), `beside ${spanWords(earlier)}`]}
      table={table}
      onOpen={(row) => open(row, 'now')}
      leadsTo="orders paid after that time"
      cells={{ keys: ['now', 'before'], onOpen: open }}
      empty="No campaign started in these days, or in those before"
      legend={[
        { label: spanWords(span), colour: chartColours.paid, look: 'bar' },
        { label: spanWords(earlier), colour: chartColours.placed, look: 'bar' },
      ]}
    >
      {(points) => (
        <BarChart data={[...points]} barGap={1} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="wait" interval="preserveStartEnd" {...axisLook} />
          <ValueAxis
            of={['before', 'now']}
            count={4}
            words={axisWords({ kind: 'count', unit: 'order' })}
            wholeNumbers
          />
          <ChartTip />
          <Bar
            dataKey="before"
            fill={chartColours.placed}
            {...barLook}
            maxBarSize={8}
            {...openingBar((row) => open(row, 'before'))}
          />
          <Bar dataKey="now" fill={chartColours.paid} {...barLook} />
        </BarChart>
      )}
    </ChartFrame>
  )
}
