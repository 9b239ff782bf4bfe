import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Area, AreaChart, CartesianGrid, XAxis } from 'recharts'
import { marketOf } from '../../../shared/campaigns/market'
import { formatMoney } from '../../../shared/money'
import { chartTable } from '../../../shared/reports/chartTable'
import type { HeldReport } from '../../../shared/reports/portfolio/held'
import { useAsk } from '../../api'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { areaLook, axisLook, chartColours, dayLook, gridLook, plotLook } from '../../ui/chart/chartTheme'
import { axisWords, dayTick } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { LoadedView } from '../../ui/LoadedView'
import { spanWords } from '../periodWords'
import { usualPeriod } from '../search'
import { ChartSkeleton } from './ChartSkeleton'
import type { PeriodProps } from './usePeriodReport'

/** Whose the captured money was at the end of each day: held for supporters, owed back to them, kept. */
export function HeldChart({ period = usualPeriod, currency }: Omit<PeriodProps, 'against'>) {
  const report = useAsk('reports.held', { period, currency: currency ?? null }, { keep: true })
  return (
    <LoadedView of={report} skeleton={<ChartSkeleton />}>
      {(value) => <HeldAreas report={value} />}
    </LoadedView>
  )
}

const parts = [
  { key: 'held', head: 'Held', label: 'Held for supporters', colour: chartColours.forecast },
  { key: 'owed', head: 'Owed', label: 'Owed back', colour: chartColours.cancelled },
  { key: 'kept', head: 'Kept', label: 'Kept of campaigns that succeeded', colour: chartColours.funded },
] as const

function HeldAreas({ report }: { readonly report: HeldReport }) {
  const navigate = useNavigate()
  const { currency, zone, days, now, span } = report
  const table = useMemo(
    () =>
      chartTable(
        [
          { kind: 'day', zone, key: 'day', head: 'Day' },
          ...parts.map(({ key, head }) => ({ kind: 'money' as const, currency, key, head })),
        ],
        days,
      ),
    [zone, currency, days],
  )
  const said = { held: 'held for supporters', owed: 'owed back', kept: 'kept' }
  return (
    <ChartFrame
      name="Money held"
      title={`Now ${parts.map(({ key }) => `${formatMoney(now[key], currency)} ${said[key]}`).join(', ')}`}
      words={[spanWords(span)]}
      table={table}
      empty="No money was captured yet"
      leadsTo="each campaign’s money that day"
      onOpen={(row) => {
        const to = days[row]?.day
        if (to !== undefined) void navigate({ to: '/reports/money', search: { market: marketOf(currency), to } })
      }}
      legend={parts.map(({ label, colour }) => ({ label, colour, look: 'band' }))}
    >
      {(points) => (
        <AreaChart data={[...points]} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayTick} {...dayLook} {...axisLook} />
          <ValueAxis
            of={parts.map(({ key }) => key)}
            stacked
            count={4}
            words={axisWords({ kind: 'money', currency })}
          />
          <ChartTip />
          {parts.map(({ key, colour }) => (
            <Area
              key={key}
              dataKey={key}
              stackId="money"
              stroke={colour}
              fill={colour}
              fillOpacity={0.3}
              strokeWidth={1.5}
              {...areaLook}
            />
          ))}
        </AreaChart>
      )}
    </ChartFrame>
  )
}
