import { Anchor, Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CampaignView } from '../../shared/campaigns/requests'
import { useAsk } from '../api'
import { useMay } from '../session/useSession'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { Panel } from '../ui/Panel'
import { ProgressBar } from '../ui/ProgressBar'
import { StatusBadge } from '../ui/StatusBadge'
import { useNow } from '../ui/useNow'
import { ClosedSettlement } from './ClosedSettlement'
import { PreviewPage } from './PreviewPage'
import { RunPanel } from './RunPanel'

const route = getRouteApi('/settlement/$campaignId')
const crumbs = [{ label: 'Settlement', link: { to: '/settlement' } }] as const

/** One campaign's settlement, wherever it stands: to be decided, running, or closed. */
export function SettlementPage() {
  const { campaignId } = route.useParams()
  const campaign = useAsk('campaigns.one', { id: campaignId })
  return (
    <LoadedView of={campaign}>
      {(view) =>
        view === null ? (
          <PageShell title="Settlement" crumbs={crumbs}>
            <EmptyState
              title="There is no such campaign"
              action={<Anchor renderRoot={(props) => <Link to="/settlement" {...props} />}>All settlements</Anchor>}
            />
          </PageShell>
        ) : (
          <OneSettlement view={view} />
        )
      }
    </LoadedView>
  )
}

function OneSettlement({ view }: { readonly view: CampaignView }) {
  const at = useNow()
  const mayApprove = useMay('manager')
  const { campaign, tally, state, productName } = view
  const { settlement } = campaign
  if (settlement === null && mayApprove) return <PreviewPage view={view} />
  return (
    <PageShell
      title={`Settlement of ${productName}`}
      crumbs={crumbs}
      mark={<StatusBadge kind="campaign" state={state} />}
      action={
        settlement?.statement && (
          <Button
            leftSection={<IconFileText size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link to="/settlement/$campaignId/statement" params={{ campaignId: campaign.id }} {...props} />
            )}
          >
            Statement
          </Button>
        )
      }
    >
      <Panel title="Campaign">
        <ProgressBar campaign={campaign} tally={tally} state={state} at={at} size="page" />
      </Panel>
      {settlement === null ? (
        <EmptyState title="Not decided yet">
          A manager looks at the preview and approves the settlement. Until then nothing is owed because of it.
        </EmptyState>
      ) : settlement.statement === null ? (
        <RunPanel settlement={settlement} zone={campaign.zone} />
      ) : (
        <ClosedSettlement view={view} settlement={settlement} statement={settlement.statement} />
      )}
    </PageShell>
  )
}
