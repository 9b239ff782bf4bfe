import { useMemo } from 'react'
import { postalAreaParts } from '../../../shared/reports/campaign/parts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { shareWords } from '../../ui/chart/chartWords'
import { behindNet } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { PartsChart } from './PartsChart'
import { unitsOf } from './partWords'

/** More areas than anyone compares by eye; the others stand together at the end. */
const mostAreas = 15

/** Paid units, net of cancellations, by postal area: the first three digits of the postal code. */
export function PostalAreasChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <PostalAreas facts={facts} />}</OfCampaign>
}

function PostalAreas({ facts }: { readonly facts: CampaignFacts }) {
  const parts = useMemo(() => postalAreaParts(facts, mostAreas), [facts])
  const known = parts.flatMap(({ key }) => key ?? [])
  const top = parts.slice(0, 3)
  const all = unitsOf(parts)
  const title =
    all === 0
      ? 'No paid units in any postal area'
      : `${shareWords(unitsOf(top), all)} of units go to ${top.length === 1 ? 'postal area' : 'postal areas'} ${top.map(({ name }) => name).join(', ')}`
  return (
    <PartsChart
      facts={facts}
      name="Postal areas"
      title={title}
      empty="Nothing was paid from any postal area yet"
      head="First three digits"
      parts={parts}
      behind={({ key }) => behindNet(facts.campaign.id, key === null ? { postalAreasBut: known } : { postalArea: key })}
    />
  )
}
