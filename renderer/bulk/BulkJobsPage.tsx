import { useNavigate } from '@tanstack/react-router'
import { marketFacts } from '../../shared/campaigns/market'
import type { BulkJobView } from '../../shared/bulk/requests'
import { useAsk } from '../api'
import type { Column } from '../ui/column'
import { grouped } from '../ui/counts'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'
import { deedTitle, jobTones } from './deedWords'

const { zone } = marketFacts.IN

const columns: readonly Column<BulkJobView>[] = [
  {
    id: 'startedAt',
    head: 'Started',
    width: '130px',
    cell: ({ startedAt }) => <When at={startedAt} zone={zone} />,
    sort: ({ startedAt }) => startedAt,
    descendingFirst: true,
  },
  {
    id: 'what',
    head: 'What',
    width: 'minmax(180px, 2fr)',
    cell: ({ deed, possible }) => deedTitle[deed.kind](possible),
  },
  { id: 'by', head: 'By', width: 'minmax(120px, 1fr)', cell: ({ byName }) => byName },
  {
    id: 'state',
    head: 'State',
    width: '120px',
    cell: ({ state }) => <ToneBadge tone={jobTones[state]}>{state}</ToneBadge>,
  },
  { id: 'done', head: 'Done', width: '100px', align: 'right', cell: ({ done }) => grouped(done) },
  { id: 'refused', head: 'Refused', width: '100px', align: 'right', cell: ({ refused }) => grouped(refused) },
]

/** What was done in bulk, and what is being done. */
export function BulkJobsPage() {
  const jobs = useAsk('bulk.list', {})
  const navigate = useNavigate()
  return (
    <PageShell title="Bulk jobs" crumbs={[{ label: 'Orders', link: { to: '/orders' } }]} fill>
      <LoadedView of={jobs}>
        {(rows) => (
          <DataTable
            ariaLabel="Bulk jobs"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: '/bulk/$jobId', params: { jobId: id } })}
            empty={
              <EmptyState title="No bulk jobs yet">
                Choose orders in a list, with their boxes or the x key, to do something to all of them.
              </EmptyState>
            }
          />
        )}
      </LoadedView>
    </PageShell>
  )
}
