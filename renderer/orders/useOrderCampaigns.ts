import { useMemo } from 'react'
import { useAsk } from '../api'
import { campaignLabel } from '../../shared/campaigns/campaignLabel'

/** States in which a campaign can have orders. */
const launched = ['live', 'funded', 'ended, to be settled', 'settling', 'succeeded', 'failed'] as const

/** The campaigns that orders may belong to, for filters. Empty until they are known. */
export function useOrderCampaigns() {
  const campaigns = useAsk('campaigns.list', { text: '', states: [...launched], productId: null })
  return useMemo(
    () =>
      campaigns.state === 'loaded'
        ? campaigns.value.map((view) => ({
            id: view.campaign.id,
            label: campaignLabel(view),
            zone: view.campaign.zone,
          }))
        : [],
    [campaigns],
  )
}

export type OrderCampaign = ReturnType<typeof useOrderCampaigns>[number]
