import { useMemo } from 'react'
import { regionParts } from '../../../shared/reports/campaign/parts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { behindNet } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { PartsChart } from './PartsChart'
import { leader } from './partWords'

/** Paid units, net of cancellations, by the state or province they go to. */
export function RegionsChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Regions facts={facts} />}</OfCampaign>
}

function Regions({ facts }: { readonly facts: CampaignFacts }) {
  const parts = useMemo(() => regionParts(facts), [facts])
  const count = parts.length === 1 ? '1 state' : `${parts.length} states`
  return (
    <PartsChart
      facts={facts}
      name="States"
      title={`${leader(parts) ?? 'No paid units'}; ${count} in all`}
      empty="Nothing was paid from any state yet"
      head="State"
      parts={parts}
      behind={({ key }) => (key === null ? undefined : behindNet(facts.campaign.id, { region: key }))}
    />
  )
}
