import { useMemo } from 'react'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { dayGrid, hoursOf, weekdayGrid, type CampaignHour } from '../../../shared/reports/campaign/hours'
import { weekdays } from '../../../shared/weekday'
import type { HeatPlace } from '../../ui/chart/HeatGrid'
import { HeatMap } from '../../ui/chart/HeatMap'
import { dayTick } from '../../ui/chart/chartWords'
import { unitCount } from '../../ui/counts'
import { useNow } from '../../ui/useNow'
import { behindHour } from './behind'
import { clockColumns, clockSpan } from './clockWords'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { useOrdersBehind } from './useOrdersBehind'

/** Up to four weeks stand day by day; what is longer is told by weekday. */
const mostDays = 28

/** When supporters pay: a tint for every day and hour of the campaign's zone. */
export function HourMapChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <HourMap facts={facts} />}</OfCampaign>
}

function HourMap({ facts }: { readonly facts: CampaignFacts }) {
  const { campaign, productName } = facts
  const now = useNow()
  const hours = useMemo(() => hoursOf(facts, now), [facts, now])
  const days = useMemo(() => dayGrid(hours), [hours])
  const byDay = days.length <= mostDays
  const cells = byDay ? days.map((day) => day.cells) : weekdayGrid(hours)
  const open = useOrdersBehind(({ line, column: clock }: HeatPlace) =>
    (cells[line]?.[clock] ?? null) === null
      ? undefined
      : behindHour(campaign.id, 'paid', byDay ? { day: days[line]?.day, clock } : { weekday: line, clock }),
  )
  return (
    <HeatMap
      name={byDay ? 'Days and hours' : 'Weekdays and hours'}
      title={titleOf(hours)}
      words={[productName, campaign.zone]}
      head={`${byDay ? 'Day' : 'Weekday'}, units paid by hour (${campaign.zone})`}
      lines={byDay ? days.map(({ day }) => dayTick(day)) : weekdays}
      columns={clockColumns}
      value={{ kind: 'count', unit: 'unit' }}
      cells={cells}
      onOpen={open}
    />
  )
}

function titleOf(hours: readonly CampaignHour[]): string {
  const busiest = hours.reduce<CampaignHour | null>(
    (best, hour) => ((hour.paid ?? 0) > (best?.paid ?? 0) ? hour : best),
    null,
  )
  if (busiest === null) return 'No hour has brought a paid unit yet'
  return `Busiest hour: ${dayTick(busiest.day)}, ${clockSpan(busiest.clock)}, ${unitCount(busiest.paid ?? 0)} paid`
}
