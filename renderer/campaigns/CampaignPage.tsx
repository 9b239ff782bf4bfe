import { IconTargetOff } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useAsk } from '../api'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { CampaignStory } from './page/CampaignStory'

/** One campaign: its bar, its numbers, what has been decided and what may be done now. */
export function CampaignPage() {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' })
  const view = useAsk('campaigns.one', { id: campaignId })
  return (
    <LoadedView of={view}>
      {(found) =>
        found === null ? (
          <PageShell title="No such campaign" crumbs={[{ label: 'Campaigns', link: { to: '/campaigns' } }]}>
            <EmptyState icon={IconTargetOff} title="There is no campaign at this address">
              The address may be incomplete, or the draft was discarded.
            </EmptyState>
          </PageShell>
        ) : (
          <CampaignStory key={campaignId} view={found} />
        )
      }
    </LoadedView>
  )
}
