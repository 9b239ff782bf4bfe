import { useReducedMotion } from '@mantine/hooks'
import { IconChartBar } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { add, formatMoney, formatMoneyShort, minor, nothing, type Currency } from '../../shared/money'
import type { OverviewDay } from '../../shared/overview/requests'
import { day } from '../../shared/time'
import { ChartFrame } from '../ui/chart/ChartFrame'
import { ChartTooltip } from '../ui/chart/ChartTooltip'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'
import { axisLook, chartColours, gridLook } from '../ui/chart/chartTheme'
import { unitCount } from '../ui/counts'

interface PaidPerDayProps {
  readonly days: readonly OverviewDay[]
  readonly currency: Currency
}

const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const shownDay = (of: string): string => dayWords.format(new Date(`${of}T00:00:00Z`))

/** What was paid on each of the last thirty days; a click leads to the orders of that day. */
export function PaidPerDay({ days, currency }: PaidPerDayProps) {
  const paid = days.some(({ paidUnits, cancelledUnits }) => paidUnits > 0 || cancelledUnits > 0)
  if (paid) return <DaysChart days={days} currency={currency} />
  return (
    <Panel title="Paid per day" flush>
      <EmptyState icon={IconChartBar} title={`Nothing was paid in the last ${days.length} days`}>
        Each day's payments show here as soon as there are any.
      </EmptyState>
    </Panel>
  )
}

function DaysChart({ days, currency }: PaidPerDayProps) {
  const navigate = useNavigate()
  const still = useReducedMotion()
  const total = add(nothing, ...days.map(({ paidAmount }) => paidAmount))
  const openDay = (position: number | undefined) => {
    const clicked = position === undefined ? undefined : days[position]
    if (clicked === undefined) return
    const placed = day(clicked.day)
    void navigate({ to: '/orders', search: { placedFrom: placed, placedTo: placed } })
  }
  return (
    <ChartFrame
      title={`${formatMoney(total, currency)} paid in the last ${days.length} days`}
      table={{
        heads: ['Day', 'Paid', 'Units paid', 'Units cancelled'],
        rows: days
          .toReversed()
          .map((each) => [
            shownDay(each.day),
            formatMoney(each.paidAmount, currency),
            each.paidUnits,
            each.cancelledUnits,
          ]),
      }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...days]}
          margin={{ top: 8, right: 4, bottom: 0, left: 4 }}
          barCategoryGap={2}
          style={{ cursor: 'pointer' }}
          onClick={({ activeTooltipIndex }) => openDay(Number(activeTooltipIndex ?? Number.NaN))}
        >
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" {...axisLook} tickFormatter={shownDay} minTickGap={32} />
          <YAxis
            {...axisLook}
            width={84}
            tickCount={4}
            tickFormatter={(value: number) => formatMoneyShort(minor(Math.round(value)), currency)}
          />
          <Tooltip
            cursor={{ fill: chartColours.hover }}
            isAnimationActive={false}
            content={
              <ChartTooltip<OverviewDay>
                title={({ day: of }) => shownDay(of)}
                lines={({ paidAmount, paidUnits, cancelledUnits }) => [
                  ['Paid', formatMoney(paidAmount, currency)],
                  ['Units', unitCount(paidUnits)],
                  ...(cancelledUnits > 0 ? [['Cancelled', unitCount(cancelledUnits)] as const] : []),
                ]}
              />
            }
          />
          <Bar dataKey="paidAmount" fill={chartColours.reached} radius={[2, 2, 0, 0]} isAnimationActive={!still} />
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}
