import { useMemo } from 'react'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { dayGrid, hoursOf, weekdayGrid, type CampaignHour } from '../../../shared/reports/campaign/hours'
import { weekdays } from '../../../shared/weekday'
import { HeatMap } from '../../ui/chart/HeatMap'
import { dayTick } from '../../ui/chart/chartWords'
import { unitCount } from '../../ui/counts'
import { useNow } from '../../ui/useNow'
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
  const open = useOrdersBehind((line) => {
    const day = days[line]?.day
    return day && { campaignId: campaign.id, placedFrom: day, placedTo: day }
  })
  return (
    <HeatMap
      name={byDay ? 'Days and hours' : 'Weekdays and hours'}
      title={titleOf(hours)}
      words={[productName, campaign.zone]}
      head={`${byDay ? 'Day' : 'Weekday'}, units paid by hour (${campaign.zone})`}
      lines={byDay ? days.map(({ day }) => dayTick(day)) : weekdays}
      columns={clockColumns}
      value={{ kind: 'count', unit: 'unit' }}
      cells={byDay ? days.map(({ cells }) => cells) : weekdayGrid(hours)}
      onOpen={byDay ? ({ line }) => open(line) : undefined}
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
