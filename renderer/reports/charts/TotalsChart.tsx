import { useMemo } from 'react'
import type { CampaignId } from '../../../shared/ids'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { totals } from '../../../shared/reports/campaign/parts'
import type { OrdersSearch } from '../../orders/search'
import { grouped } from '../../ui/counts'
import { behindEvent, behindNet } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { PartsChart } from './PartsChart'

/** The three totals that are never mixed up: placed, paid in time, and paid net of cancellations. */
export function TotalsChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Totals facts={facts} />}</OfCampaign>
}

function Totals({ facts }: { readonly facts: CampaignFacts }) {
  const parts = useMemo(() => totals(facts), [facts])
  const [placed = 0, paid = 0, net = 0] = parts.map(({ units }) => units)
  return (
    <PartsChart
      facts={facts}
      name="The three totals"
      title={`${grouped(placed)} units placed, ${grouped(paid)} paid in time, ${grouped(net)} left after cancellations`}
      empty="No order was placed yet"
      head="Total"
      parts={parts}
      behind={({ key }) => totalBehind(facts.campaign.id, key)}
    />
  )
}

function totalBehind(campaignId: CampaignId, key: string | null): OrdersSearch {
  if (key === 'net') return behindNet(campaignId)
  return key === 'paid' ? behindEvent(campaignId, 'paid') : { campaignId }
}
