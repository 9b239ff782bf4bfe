import { useMemo } from 'react'
import { useAsk } from '../api'
import { campaignLabel } from '../../shared/campaigns/campaignLabel'
import type { CampaignView } from '../../shared/campaigns/requests'

/** States in which a campaign can have orders. */
const launched = ['live', 'funded', 'ended, to be settled', 'settling', 'succeeded', 'failed'] as const

/** The campaigns that orders may belong to, for filters. Empty until they are known. */
export function useOrderCampaigns() {
  const campaigns = useAsk('campaigns.list', launchedCampaigns)
  const views = campaigns.state === 'loaded' ? campaigns.value : none
  return useMemo(
    () => views.map((view) => ({ id: view.campaign.id, label: campaignLabel(view), zone: view.campaign.zone })),
    [views],
  )
}

const launchedCampaigns = { text: '', states: [...launched], productId: null }
const none: readonly CampaignView[] = []

export type OrderCampaign = ReturnType<typeof useOrderCampaigns>[number]
