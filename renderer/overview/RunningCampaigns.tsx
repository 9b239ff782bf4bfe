import { Anchor } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CampaignView } from '../../shared/campaigns/requests'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'
import { ProgressBar } from '../ui/ProgressBar'
import { StatusBadge } from '../ui/StatusBadge'
import { useNow } from '../ui/useNow'
import classes from './OverviewPage.module.css'

/** The bars of what runs, the one that ends first on top. */
export function RunningCampaigns({ campaigns }: { readonly campaigns: readonly CampaignView[] }) {
  const now = useNow()
  return (
    <Panel
      title="Running campaigns"
      flush
      side={
        <Anchor size="sm" renderRoot={(props) => <Link to="/campaigns" {...props} />}>
          All campaigns
        </Anchor>
      }
    >
      {campaigns.length === 0 && (
        <EmptyState icon={IconSpeakerphone} title="No campaign is running">
          Launched campaigns show here how far they are, the one that ends first on top.
        </EmptyState>
      )}
      {campaigns.map(({ campaign, tally, state, productName }) => (
        <Link
          key={campaign.id}
          to="/campaigns/$campaignId"
          params={{ campaignId: campaign.id }}
          className={classes.running}
        >
          <span className={classes.runningName}>
            {productName}
            <StatusBadge kind="campaign" state={state} />
          </span>
          <ProgressBar campaign={campaign} tally={tally} state={state} at={now} size="card" />
        </Link>
      ))}
    </Panel>
  )
}
