import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { campaignState } from '../../shared/campaigns/campaignState'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { Instant } from '../../shared/time'
import { Panel } from '../ui/Panel'
import { ProgressBar } from '../ui/ProgressBar'
import { StatusBadge } from '../ui/StatusBadge'
import { campaignLabel } from '../../shared/campaigns/campaignLabel'
import classes from './order.module.css'

/** How the order's campaign stands, in one glance. */
export function CampaignGlance({ view, at }: { readonly view: CampaignView; readonly at: Instant }) {
  const { campaign, tally } = view
  const state = campaignState(campaign, at)
  return (
    <Panel title="Campaign" side={<StatusBadge kind="campaign" state={state} />}>
      <Anchor
        size="sm"
        className={classes.campaignName}
        renderRoot={(props) => <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} {...props} />}
      >
        {campaignLabel(view)}
      </Anchor>
      <ProgressBar campaign={campaign} tally={tally} state={state} at={at} size="card" />
    </Panel>
  )
}
