import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { marketFacts } from '../../../shared/campaigns/market'
import type { CampaignView } from '../../../shared/campaigns/requests'
import type { Product } from '../../../shared/products/product'
import { shortDay } from '../../../shared/time'
import { Panel } from '../../ui/Panel'
import { ProgressBar } from '../../ui/ProgressBar'
import { StatusBadge } from '../../ui/StatusBadge'
import { useNow } from '../../ui/useNow'
import classes from './editor.module.css'

interface ProductCampaignsProps {
  readonly product: Product
  readonly campaigns: readonly CampaignView[] | undefined
  readonly mayDraft: boolean
}

/** The product's campaigns, with how each stands. */
export function ProductCampaigns({ product, campaigns, mayDraft }: ProductCampaignsProps) {
  if (campaigns === undefined) return null
  const draft = mayDraft && product.archivedAt === null && (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/campaigns/new" search={{ productId: product.id }} {...props} />}
    >
      New campaign
    </Anchor>
  )
  return (
    <Panel title="Campaigns" side={draft}>
      {campaigns.length === 0 ? (
        <Text size="sm" c="dimmed">
          No campaign yet.
        </Text>
      ) : (
        <Stack gap="sm">
          {campaigns.map((view) => (
            <CampaignLine key={view.campaign.id} view={view} />
          ))}
        </Stack>
      )}
    </Panel>
  )
}

function CampaignLine({ view }: { readonly view: CampaignView }) {
  const now = useNow()
  const { campaign, tally, state } = view
  const { market, zone, startsAt, endsAt } = campaign
  return (
    <div>
      <div className={classes.campaignLine}>
        <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
          {marketFacts[market].name}, {shortDay(startsAt, zone)} – {shortDay(endsAt, zone)}
        </Link>
        <StatusBadge kind="campaign" state={state} />
      </div>
      {state !== 'draft' && <ProgressBar campaign={campaign} tally={tally} state={state} at={now} size="card" />}
    </div>
  )
}
