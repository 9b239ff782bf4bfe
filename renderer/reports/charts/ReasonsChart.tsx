import { useMemo } from 'react'
import { reasonParts } from '../../../shared/reports/campaign/parts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { unitCount } from '../../ui/counts'
import { behindReason } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { PartsChart } from './PartsChart'
import { unitsOf } from './partWords'

/** Why units were cancelled, before payment or after. */
export function ReasonsChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Reasons facts={facts} />}</OfCampaign>
}

function Reasons({ facts }: { readonly facts: CampaignFacts }) {
  const parts = useMemo(() => reasonParts(facts), [facts])
  return (
    <PartsChart
      facts={facts}
      name="Reasons for cancelling"
      title={`${unitCount(unitsOf(parts))} cancelled, most often: ${parts[0]?.name ?? ''}`}
      empty="Nothing was cancelled"
      head="Reason"
      parts={parts}
      behind={({ key }) => (key === null ? undefined : behindReason(facts.campaign.id, key))}
      counts="cancellation"
    />
  )
}
