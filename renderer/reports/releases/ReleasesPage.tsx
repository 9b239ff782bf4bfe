import { useNavigate } from '@tanstack/react-router'
import type { ReleaseChoice } from '../../../shared/campaigns/releaseDecision'
import type { ReleaseRow } from '../../../shared/reports/release/releaseReport'
import { useAsk } from '../../api'
import type { Column } from '../../ui/column'
import { grouped } from '../../ui/counts'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { Money } from '../../ui/Money'
import { PageShell } from '../../ui/PageShell'
import { StatusBadge } from '../../ui/StatusBadge'
import { ToneBadge } from '../../ui/ToneBadge'
import { When } from '../../ui/When'
import { ReportTabs } from '../ReportTabs'
import { decisionWords } from './decisionWords'
import { shareWords } from './shareWords'

const columns: readonly Column<ReleaseRow>[] = [
  {
    id: 'campaign',
    head: 'Campaign',
    width: 'minmax(150px, 2fr)',
    sort: ({ label }) => label,
    cell: ({ label }) => label,
  },
  {
    id: 'ended',
    head: 'Ended',
    width: '116px',
    sort: ({ endedAt }) => endedAt,
    descendingFirst: true,
    cell: ({ endedAt, zone }) => <When at={endedAt} zone={zone} />,
  },
  {
    id: 'outcome',
    head: 'Outcome',
    width: '124px',
    cell: ({ outcome }) => <StatusBadge kind="campaign" state={outcome} />,
  },
  {
    id: 'share',
    head: 'Of its target',
    width: '102px',
    align: 'right',
    sort: ({ share }) => share ?? -1,
    descendingFirst: true,
    cell: ({ share }) => shareWords(share),
  },
  {
    id: 'units',
    head: 'Units',
    width: '72px',
    align: 'right',
    sort: ({ units }) => units,
    cell: ({ units }) => grouped(units),
  },
  {
    id: 'amount',
    head: 'Paid, net',
    width: '112px',
    align: 'right',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
  },
  {
    id: 'cancelled',
    head: 'Cancelled',
    width: '92px',
    align: 'right',
    cell: ({ cancelledShare }) => shareWords(cancelledShare),
  },
  {
    id: 'decision',
    head: 'Decision',
    width: '128px',
    cell: ({ decision }) => <Decision choice={decision?.choice ?? null} />,
  },
]

function Decision({ choice }: { readonly choice: ReleaseChoice | null }) {
  return choice === null ? <ToneBadge tone="yellow">to be decided</ToneBadge> : decisionWords[choice].past
}

/** Campaigns that are over, and what was decided about their products. */
export function ReleasesPage() {
  const navigate = useNavigate()
  const list = useAsk('reports.releases', {})
  return (
    <PageShell title="After the end" crumbs={[{ label: 'Reports', link: { to: '/reports' } }]} fill>
      <ReportTabs />
      {list.state === 'failed' ? (
        <ErrorState message={list.message} retry={list.retry} />
      ) : (
        <DataTable
          ariaLabel="Ended campaigns"
          columns={columns}
          rows={list.state === 'loaded' ? list.value : []}
          loading={list.state === 'loading'}
          rowKey={({ campaignId }) => campaignId}
          onOpen={({ campaignId }) => void navigate({ to: '/reports/releases/$campaignId', params: { campaignId } })}
          toneOf={({ decision }) => (decision === null ? 'yellow' : undefined)}
          empty={
            <EmptyState title="No campaign has ended">
              What a campaign showed, and what was decided about its product, stands here once it is over.
            </EmptyState>
          }
        />
      )}
    </PageShell>
  )
}
