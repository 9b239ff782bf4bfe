import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { CampaignId } from '../../shared/ids'
import { useMay } from '../session/useSession'

interface CampaignTabsProps {
  readonly campaignId: CampaignId
  readonly tab: 'overview' | 'charts'
}

/** The pages of one launched campaign, for those who see more than one. */
export function CampaignTabs({ campaignId, tab }: CampaignTabsProps) {
  const navigate = useNavigate()
  if (!useMay('manager')) return null
  const open = (next: string | null) =>
    void navigate({
      to: next === 'charts' ? '/campaigns/$campaignId/charts' : '/campaigns/$campaignId',
      params: { campaignId },
    })
  return (
    <Tabs value={tab} onChange={open} activateTabWithKeyboard={false}>
      <Tabs.List aria-label="This campaign">
        <Tabs.Tab value="overview">Overview</Tabs.Tab>
        <Tabs.Tab value="charts">Charts</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}
