import { useMemo } from 'react'
import type { Wait } from '../../../shared/orders/grouping'
import { waitParts, type Part } from '../../../shared/reports/campaign/parts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { shareWords } from '../../ui/chart/chartWords'
import { behindWait } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { PartsChart } from './PartsChart'
import { unitsOf } from './partWords'

/** How long supporters took from placing an order to paying it. */
export function PaymentWaitsChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Waits facts={facts} />}</OfCampaign>
}

function Waits({ facts }: { readonly facts: CampaignFacts }) {
  const parts = useMemo(() => waitParts(facts), [facts])
  return (
    <PartsChart
      facts={facts}
      name="From order to payment"
      title={titleOf(parts)}
      empty="Nothing was paid yet"
      head="Time to payment"
      parts={parts}
      behind={({ key }) => (key === null ? undefined : behindWait(facts.campaign.id, key as Wait))}
    />
  )
}

/** How many steps make five minutes: those up to 1, 2 and 5. */
const withinFive = 3

const titleOf = (parts: readonly Part[]): string =>
  `${shareWords(unitsOf(parts.slice(0, withinFive)), unitsOf(parts))} of units are paid within five minutes`
