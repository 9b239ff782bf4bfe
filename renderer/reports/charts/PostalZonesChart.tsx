import { useMemo } from 'react'
import { postalZoneParts, type Part } from '../../../shared/reports/campaign/parts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { behindNet } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { PartsChart } from './PartsChart'
import { leader } from './partWords'

/** Paid units, net of cancellations, by postal zone: the first digit of the postal code. */
export function PostalZonesChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <PostalZones facts={facts} />}</OfCampaign>
}

function PostalZones({ facts }: { readonly facts: CampaignFacts }) {
  const parts = useMemo(() => postalZoneParts(facts), [facts])
  const india = facts.campaign.market === 'IN'
  return (
    <PartsChart
      facts={facts}
      name={india ? 'PIN zones' : 'Postal zones'}
      title={titleOf(parts, india)}
      empty="Nothing was paid from any postal zone yet"
      head={india ? 'PIN zone' : 'First digit'}
      parts={parts}
      behind={({ key }) => (key === null ? undefined : behindNet(facts.campaign.id, { postalZone: key }))}
    />
  )
}

function titleOf(parts: readonly Part[], india: boolean): string {
  const first = leader(parts)
  if (first === null) return 'No paid units in any postal zone'
  return /^\d/u.test(first) ? `${india ? 'PIN zone' : 'Postal zone'} ${first}` : first
}
