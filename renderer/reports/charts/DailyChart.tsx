import { useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceArea, ReferenceLine, XAxis } from 'recharts'
import { daysOf, type CampaignDay } from '../../../shared/reports/campaign/days'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { offerDays } from '../../../shared/reports/campaign/offerDays'
import type { OrderEvent } from '../../../shared/orders/details'
import { chartTable, type ChartColumn } from '../../../shared/reports/chartTable'
import { barColour } from '../../campaigns/page/barColour'
import { measureOf } from '../../campaigns/page/chartColumns'
import { measureWords } from '../../campaigns/campaignWords'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, barLook, chartColours, dayLook, gridLook, plotLook, spanLook } from '../../ui/chart/chartTheme'
import { axisWords, dayTick } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { openingBar } from '../../ui/chart/openingBar'
import { useNow } from '../../ui/useNow'
import { behindEvent } from './behind'
import { below } from './below'
import { eventOf, shownEvents } from './shownEvents'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { useOrdersBehind } from './useOrdersBehind'

/** Paid, cancelled and lapsed day by day, with the days of each offer marked. */
export function DailyChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Daily facts={facts} />}</OfCampaign>
}

function Daily({ facts }: { readonly facts: CampaignFacts }) {
  const { campaign, productName } = facts
  const now = useNow()
  const days = useMemo(() => daysOf(facts, now), [facts, now])
  const table = useMemo(() => chartTable(columnsOf(facts), days), [facts, days])
  const open = useOrdersBehind((row: number, event: OrderEvent) => {
    const day = days[row]?.day
    return day && behindEvent(campaign.id, event, day)
  })
  const opening = (event: OrderEvent) => openingBar((row) => open(row, event))
  const offers = offerDays(campaign)
  const colour = barColour(campaign)
  const words = axisWords(measureOf(campaign))
  return (
    <ChartFrame
      name="Day by day"
      title={titleOf(days, facts)}
      words={[productName]}
      table={table}
      legend={[
        { label: 'Paid', colour, look: 'bar' },
        { label: 'Cancelled after payment', colour: chartColours.cancelled, look: 'bar' },
        { label: 'Lapsed unpaid', colour: chartColours.lapsed, look: 'bar' },
        ...(offers.length === 0 ? [] : [{ label: 'Offer', colour: chartColours.late, look: 'band' as const }]),
      ]}
      onOpen={(row) => open(row, 'paid')}
      leadsTo="orders paid that day"
      cells={{ keys: shownEvents, onOpen: (row, key) => open(row, eventOf(key)) }}
    >
      {(points) => (
        <BarChart data={[...points]} stackOffset="sign" {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={dayTick} {...dayLook} {...axisLook} />
          <ValueAxis
            of={['paid']}
            below={['cancelled', 'lapsed']}
            words={(value) => words(Math.abs(value))}
            wholeNumbers
          />
          {offers.map(({ offer, from, to }) => (
            <ReferenceArea key={offer.id} x1={from} x2={to} fill={chartColours.late} {...spanLook} />
          ))}
          <ChartTip />
          <ReferenceLine y={0} stroke={chartColours.today} />
          <Bar dataKey="paid" stackId="day" fill={colour} {...barLook} {...opening('paid')} />
          <Bar
            dataKey={below('cancelled')}
            stackId="day"
            fill={chartColours.cancelled}
            {...barLook}
            {...opening('cancelled')}
          />
          <Bar dataKey={below('lapsed')} stackId="day" fill={chartColours.lapsed} {...barLook} {...opening('lapsed')} />
        </BarChart>
      )}
    </ChartFrame>
  )
}

const columnsOf = ({ campaign }: CampaignFacts): readonly ChartColumn<keyof CampaignDay>[] => [
  { kind: 'day', zone: campaign.zone, key: 'day', head: 'Day' },
  { ...measureOf(campaign), key: 'paid', head: 'Paid' },
  { ...measureOf(campaign), key: 'cancelled', head: 'Cancelled' },
  { ...measureOf(campaign), key: 'lapsed', head: 'Lapsed' },
]

function titleOf(days: readonly CampaignDay[], { campaign }: CampaignFacts): string {
  const sum = (key: 'paid' | 'cancelled' | 'lapsed'): number => days.reduce((all, day) => all + (day[key] ?? 0), 0)
  const best = days.toSorted((left, right) => (right.paid ?? 0) - (left.paid ?? 0))[0]
  const lost = `${measureWords(sum('cancelled'), campaign)} cancelled, ${measureWords(sum('lapsed'), campaign)} lapsed`
  if (best === undefined || (best.paid ?? 0) <= 0) return `Nothing paid yet, ${lost}`
  return `Best day ${dayTick(best.day)} with ${measureWords(best.paid ?? 0, campaign)} paid; ${lost} in all`
}
