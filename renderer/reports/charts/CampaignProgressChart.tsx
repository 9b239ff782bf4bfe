import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import type { Day } from '../../../shared/time'
import { useAsk } from '../../api'
import { ProgressChart } from '../../campaigns/page/ProgressChart'
import { useNow } from '../../ui/useNow'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { behindEvent } from './behind'
import { useOrdersBehind } from './useOrdersBehind'

/** The bar against its target and paces, with the forecast's fan as soon as that is there. */
export function CampaignProgressChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Progress facts={facts} />}</OfCampaign>
}

function Progress({ facts }: { readonly facts: CampaignFacts }) {
  const { campaign, productName, tally } = facts
  const now = useNow()
  const outlook = useAsk('reports.outlook', { id: campaign.id })
  const known = outlook.state === 'loaded' ? outlook.value : null
  return (
    <ProgressChart
      campaign={campaign}
      productName={productName}
      tally={tally}
      at={now}
      onDay={useOrdersBehind((day: Day) => behindEvent(campaign.id, 'paid', day))}
      {...(known === null ? {} : { fan: known.fan })}
    />
  )
}
