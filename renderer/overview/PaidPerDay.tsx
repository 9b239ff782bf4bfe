import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, XAxis } from 'recharts'
import { marketFacts, marketOf } from '../../shared/campaigns/market'
import { add, formatMoney, nothing, type Currency } from '../../shared/money'
import type { OverviewDay } from '../../shared/overview/requests'
import { chartTable, type ChartColumn } from '../../shared/reports/chartTable'
import { day } from '../../shared/time'
import { ChartFrame } from '../ui/chart/ChartFrame'
import { ChartTip } from '../ui/chart/ChartTip'
import { axisLook, barLook, chartColours, dayLook, gridLook, plotLook } from '../ui/chart/chartTheme'
import { axisWords, dayTick } from '../ui/chart/chartWords'
import { ValueAxis } from '../ui/chart/ValueAxis'

interface PaidPerDayProps {
  readonly days: readonly OverviewDay[]
  readonly currency: Currency
}

/** What was paid on each of the last thirty days; a click leads to the orders of that day. */
export function PaidPerDay({ days, currency }: PaidPerDayProps) {
  const navigate = useNavigate()
  const table = useMemo(() => chartTable(columnsIn(currency), days), [days, currency])
  const total = add(nothing, ...days.map(({ paidAmount }) => paidAmount))
  const anything = days.some(({ paidUnits, cancelledUnits }) => paidUnits > 0 || cancelledUnits > 0)
  return (
    <ChartFrame
      name="Paid per day"
      title={`${formatMoney(total, currency)} paid in the last ${days.length} days`}
      table={anything ? table : { ...table, rows: [] }}
      empty={`Nothing was paid in the last ${days.length} days`}
      onOpen={(row) => {
        const opened = days[row]
        if (opened === undefined) return
        const on = day(opened.day)
        const search = { market: marketOf(currency), event: 'paid', eventFrom: on, eventTo: on } as const
        void navigate({ to: '/orders', search })
      }}
      leadsTo="orders paid that day"
    >
      {(points) => (
        <BarChart data={[...points]} barCategoryGap={2} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" {...axisLook} tickFormatter={dayTick} {...dayLook} />
          <ValueAxis of={['paidAmount']} count={4} words={axisWords({ kind: 'money', currency })} />
          <ChartTip />
          <Bar dataKey="paidAmount" fill={chartColours.paid} radius={[2, 2, 0, 0]} {...barLook} />
        </BarChart>
      )}
    </ChartFrame>
  )
}

const columnsIn = (currency: Currency): readonly ChartColumn<keyof OverviewDay>[] => [
  { kind: 'day', zone: marketFacts.IN.zone, key: 'day', head: 'Day' },
  { kind: 'money', currency, key: 'paidAmount', head: 'Paid' },
  { kind: 'count', unit: 'unit', key: 'paidUnits', head: 'Paid' },
  { kind: 'count', unit: 'unit', key: 'cancelledUnits', head: 'Cancelled' },
]
