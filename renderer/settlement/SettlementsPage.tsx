import { Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useId, useMemo } from 'react'
import type { CampaignView } from '../../shared/campaigns/requests'
import { useAsk } from '../api'
import type { Column } from '../ui/column'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { useNow } from '../ui/useNow'
import { closedColumns, dueColumns, runningColumns } from './settlementColumns'
import classes from './settlement.module.css'

/** Settlements to decide, those under way, and those closed lately. */
export function SettlementsPage() {
  const list = useAsk('settlement.list', {})
  return (
    <PageShell title="Settlement">
      <LoadedView of={list}>{(views) => <Settlements views={views} />}</LoadedView>
    </PageShell>
  )
}

function Settlements({ views }: { readonly views: readonly CampaignView[] }) {
  const at = useNow()
  const due = useMemo(() => dueColumns(at), [at])
  const running = useMemo(() => runningColumns(at), [at])
  const inState = (...states: readonly CampaignView['state'][]) => views.filter(({ state }) => states.includes(state))
  const settling = inState('settling')
  if (views.length === 0)
    return (
      <EmptyState title="Nothing to settle">
        A campaign appears here when it ends. Its settlement decides from the stored facts whether it succeeded, and
        owes the money back where it failed.
      </EmptyState>
    )
  return (
    <>
      <SettlementList
        title="To be settled"
        views={inState('ended, to be settled')}
        columns={due}
        empty="No campaign waits for its settlement."
      />
      {settling.length > 0 && <SettlementList title="Settling" views={settling} columns={running} empty="" />}
      <SettlementList
        title="Closed in the last 90 days"
        views={inState('succeeded', 'failed')}
        columns={closedColumns}
        empty="No settlement was closed lately."
      />
    </>
  )
}

interface SettlementListProps {
  readonly title: string
  readonly views: readonly CampaignView[]
  readonly columns: readonly Column<CampaignView>[]
  readonly empty: string
}

const listHeight = 480

function SettlementList({ title, views, columns, empty }: SettlementListProps) {
  const navigate = useNavigate()
  const heading = useId()
  return (
    <section aria-labelledby={heading} className={classes.section}>
      <Title order={2} size="h3" id={heading}>
        {title} <span className={classes.count}>{views.length > 0 && views.length}</span>
      </Title>
      {views.length === 0 ? (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      ) : (
        <DataTable
          ariaLabel={title}
          columns={columns}
          rows={views}
          rowKey={({ campaign }) => campaign.id}
          maxHeight={listHeight}
          empty={null}
          onOpen={({ campaign }) =>
            void navigate({ to: '/settlement/$campaignId', params: { campaignId: campaign.id } })
          }
        />
      )}
    </section>
  )
}
