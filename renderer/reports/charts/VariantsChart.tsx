import { useMemo } from 'react'
import { variantParts } from '../../../shared/reports/campaign/parts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { behindNet } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { PartsChart } from './PartsChart'
import { leader } from './partWords'

/** Which variants supporters chose: paid units, net of cancellations. */
export function VariantsChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Variants facts={facts} />}</OfCampaign>
}

function Variants({ facts }: { readonly facts: CampaignFacts }) {
  const parts = useMemo(() => variantParts(facts), [facts])
  return (
    <PartsChart
      facts={facts}
      name="Variants"
      title={leader(parts) ?? 'No variant has sold yet'}
      empty="The product has no variants"
      head="Variant"
      parts={parts}
      behind={({ key }) => (key === null ? undefined : behindNet(facts.campaign.id, { variantId: key }))}
    />
  )
}
