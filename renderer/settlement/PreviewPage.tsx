import { Alert, Button, List, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { SettlementPreview } from '../../shared/settlement/requests'
import { useAsk } from '../api'
import { Money } from '../ui/Money'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { Panel } from '../ui/Panel'
import { ProgressBar } from '../ui/ProgressBar'
import { StatusBadge } from '../ui/StatusBadge'
import { useNow } from '../ui/useNow'
import { ApproveDialog } from './ApproveDialog'
import { MoneyByMode } from './MoneyByMode'
import { outcomeFollows, outcomeWords } from './outcomeWords'
import { Proof } from './Proof'
import classes from './settlement.module.css'

/** What settling would come to, and its approval. */
export function PreviewPage({ view }: { readonly view: CampaignView }) {
  const at = useNow()
  const { campaign, tally, state, productName } = view
  const preview = useAsk('settlement.preview', { id: campaign.id }, { keep: true })
  const [approving, setApproving] = useState(false)
  const ready = preview.state === 'loaded' && preview.value.blockedBy.length === 0
  return (
    <PageShell
      title={`Settlement of ${productName}`}
      crumbs={[{ label: 'Settlement', link: { to: '/settlement' } }]}
      mark={<StatusBadge kind="campaign" state={state} />}
      action={ready && <Button onClick={() => setApproving(true)}>Approve the settlement</Button>}
    >
      <Panel title="Campaign">
        <ProgressBar campaign={campaign} tally={tally} state={state} at={at} size="page" />
      </Panel>
      <LoadedView of={preview}>
        {(value) => (
          <>
            <PreviewDetails preview={value} />
            {approving && <ApproveDialog preview={value} onClose={() => setApproving(false)} />}
          </>
        )}
      </LoadedView>
    </PageShell>
  )
}

function PreviewDetails({ preview }: { readonly preview: SettlementPreview }) {
  const { outcome, reason, ordersToVoid, newlyOwed, lines, total, blockedBy } = preview
  const { campaign, tally } = preview.campaign
  return (
    <>
      {blockedBy.length > 0 && (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconHandStop size={18} aria-hidden />}
          title="This cannot be settled yet"
        >
          <List size="sm">
            {blockedBy.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Panel title="Preview: nothing is decided yet" side={<StatusBadge kind="campaign" state={outcome} />}>
        <Text size="sm">{outcomeWords(campaign, tally, reason)}</Text>
        <Text size="sm" mb="md">
          {outcomeFollows[outcome]}
        </Text>
        <dl className={classes.numbers}>
          <div>
            <dt>Orders to be voided</dt>
            <dd>{ordersToVoid}</dd>
          </div>
          <div>
            <dt>Newly owed</dt>
            <dd>
              <Money amount={newlyOwed} currency={campaign.currency} />
            </dd>
          </div>
          <div>
            <dt>Owed in all, afterwards</dt>
            <dd>
              <Money amount={total.owed} currency={campaign.currency} />
            </dd>
          </div>
          <div>
            <dt>Kept</dt>
            <dd>
              <Money amount={total.kept} currency={campaign.currency} />
            </dd>
          </div>
        </dl>
      </Panel>
      <Panel title="Money after the run, by payment mode" flush>
        <MoneyByMode lines={lines} total={total} currency={campaign.currency} />
        <Proof total={total} currency={campaign.currency} />
      </Panel>
    </>
  )
}
