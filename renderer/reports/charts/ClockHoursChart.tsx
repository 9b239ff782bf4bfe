import { useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis } from 'recharts'
import type { OrderEvent } from '../../../shared/orders/details'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { clockHours, hoursOf, type ClockHour } from '../../../shared/reports/campaign/hours'
import { chartTable, type ChartColumn } from '../../../shared/reports/chartTable'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, barLook, chartColours, gridLook, plotLook } from '../../ui/chart/chartTheme'
import { shareWords } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { openingBar } from '../../ui/chart/openingBar'
import { useNow } from '../../ui/useNow'
import { behindHour } from './behind'
import { below, withoutSign } from './below'
import { clockSpan } from './clockWords'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { eventOf, shownEvents } from './shownEvents'
import { useOrdersBehind } from './useOrdersBehind'

/** At which hours of the clock supporters pay, and orders are cancelled or lapse. */
export function ClockHoursChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <ClockHours facts={facts} />}</OfCampaign>
}

function ClockHours({ facts }: { readonly facts: CampaignFacts }) {
  const { campaign, productName } = facts
  const now = useNow()
  const hours = useMemo(() => clockHours(hoursOf(facts, now)), [facts, now])
  const table = useMemo(
    () =>
      chartTable(
        columns,
        hours.map((each) => ({ ...each, hour: clockSpan(each.clock) })),
      ),
    [hours],
  )
  const open = useOrdersBehind((row: number, event: OrderEvent) => {
    const hour = hours[row]
    return hour && behindHour(campaign.id, event, { clock: hour.clock })
  })
  const opening = (event: OrderEvent) => openingBar((row) => open(row, event))
  return (
    <ChartFrame
      name="Hours of the clock"
      title={titleOf(hours)}
      words={[productName, campaign.zone]}
      table={table}
      onOpen={(row) => open(row, 'paid')}
      leadsTo="orders paid at that hour"
      cells={{ keys: shownEvents, onOpen: (row, key) => open(row, eventOf(key)) }}
      legend={[
        { label: 'Paid', colour: chartColours.paid, look: 'bar' },
        { label: 'Cancelled after payment', colour: chartColours.cancelled, look: 'bar' },
        { label: 'Lapsed unpaid', colour: chartColours.lapsed, look: 'bar' },
      ]}
    >
      {(points) => (
        <BarChart data={[...points]} stackOffset="sign" {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="hour" tickFormatter={(hour: string) => hour.slice(0, 5)} minTickGap={16} {...axisLook} />
          <ValueAxis of={['paid']} below={['cancelled', 'lapsed']} words={withoutSign} wholeNumbers />
          <ChartTip />
          <ReferenceLine y={0} stroke={chartColours.today} />
          <Bar dataKey="paid" stackId="hour" fill={chartColours.paid} {...barLook} {...opening('paid')} />
          <Bar
            dataKey={below('cancelled')}
            stackId="hour"
            fill={chartColours.cancelled}
            {...barLook}
            {...opening('cancelled')}
          />
          <Bar
            dataKey={below('lapsed')}
            stackId="hour"
            fill={chartColours.lapsed}
            {...barLook}
            {...opening('lapsed')}
          />
        </BarChart>
      )}
    </ChartFrame>
  )
}

const unit = { kind: 'count', unit: 'unit' } as const

const columns: readonly ChartColumn<'hour' | Exclude<keyof ClockHour, 'clock'>>[] = [
  { kind: 'text', key: 'hour', head: 'Hour' },
  { ...unit, key: 'paid', head: 'Paid' },
  { kind: 'figure', unit: 'units', decimals: 2, key: 'paidEach', head: 'Paid each time' },
  { ...unit, key: 'cancelled', head: 'Cancelled' },
  { ...unit, key: 'lapsed', head: 'Lapsed' },
]

function titleOf(hours: readonly ClockHour[]): string {
  const paid = hours.reduce((sum, each) => sum + (each.paid ?? 0), 0)
  const best = hours.toSorted((left, right) => (right.paid ?? 0) - (left.paid ?? 0))[0]
  if (best === undefined || paid === 0) return 'Nothing paid yet at any hour'
  return `${shareWords(best.paid, paid)} of units are paid from ${clockSpan(best.clock)}, more than in any other hour`
}
