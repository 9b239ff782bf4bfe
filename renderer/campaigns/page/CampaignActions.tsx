import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CampaignState } from '../../../shared/campaigns/campaign'
import type { CampaignView } from '../../../shared/campaigns/requests'
import type { Instant } from '../../../shared/time'
import { useMay } from '../../session/useSession'
import { CallOffButton } from './CallOffButton'
import { DiscardButton } from './DiscardButton'
import { LaunchButton } from './LaunchButton'
import classes from './page.module.css'

interface CampaignActionsProps {
  readonly view: CampaignView
  readonly at: Instant
}

/** What may be done with the campaign now by whoever is signed in; a line says why the expected deed is not there. */
export function CampaignActions({ view, at }: CampaignActionsProps) {
  const byState: Record<CampaignState, () => ReactNode> = {
    draft: () => <DraftActions view={view} at={at} />,
    scheduled: () => <RunningActions view={view} />,
    live: () => <RunningActions view={view} />,
    funded: () => <Why>Funded stays: this campaign can no longer be called off.</Why>,
    'ended, to be settled': () => <SettlementActions view={view} words="Settle" waits />,
    settling: () => <SettlementActions view={view} words="Settlement" />,
    succeeded: () => <SettlementActions view={view} words="Settlement" />,
    failed: () => <SettlementActions view={view} words="Settlement" />,
  }
  return byState[view.state]()
}

function Why({ children }: { readonly children: string }) {
  return <span className={classes.note}>{children}</span>
}

function DraftActions({ view, at }: CampaignActionsProps) {
  const { campaign } = view
  const mayDraft = useMay('merchandiser')
  const mayLaunch = useMay('manager')
  return (
    <>
      {mayDraft && (
        <>
          <DiscardButton view={view} />
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link to="/campaigns/$campaignId/edit" params={{ campaignId: campaign.id }} {...props} />
            )}
          >
            Edit draft
          </Button>
        </>
      )}
      {mayLaunch && <LaunchButton view={view} at={at} />}
    </>
  )
}

function RunningActions({ view }: { readonly view: CampaignView }) {
  return useMay('manager') ? <CallOffButton view={view} /> : <Why>Only a manager can call it off.</Why>
}

interface SettlementActionsProps {
  readonly view: CampaignView
  readonly words: string
  readonly waits?: boolean
}

function SettlementActions({ view, words, waits = false }: SettlementActionsProps) {
  const maySettle = useMay('manager')
  const maySee = useMay('support')
  if (!maySettle && !maySee) return waits ? <Why>It waits for a manager to settle it.</Why> : null
  return (
    <>
      {waits && !maySettle && <Why>It waits for a manager to settle it.</Why>}
      <Button
        variant={waits && maySettle ? 'filled' : 'default'}
        renderRoot={(props) => (
          <Link to="/settlement/$campaignId" params={{ campaignId: view.campaign.id }} {...props} />
        )}
      >
        {maySettle ? words : 'Settlement'}
      </Button>
    </>
  )
}
