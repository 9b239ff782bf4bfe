import { useNavigate } from '@tanstack/react-router'
import { marketFacts } from '../../../shared/campaigns/market'
import type { BatchView } from '../../../shared/refunds/batches/requests'
import { useAsk } from '../../api'
import type { Column } from '../../ui/column'
import { grouped } from '../../ui/counts'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { LoadedView } from '../../ui/LoadedView'
import { Money } from '../../ui/Money'
import { PageShell } from '../../ui/PageShell'
import { StatusBadge } from '../../ui/StatusBadge'
import { ToneBadge } from '../../ui/ToneBadge'
import { When } from '../../ui/When'

const { zone } = marketFacts.IN

const columns: readonly Column<BatchView>[] = [
  { id: 'name', head: 'Batch', width: '100px', cell: ({ name }) => name, sort: ({ number }) => number },
  { id: 'route', head: 'Goes to', width: '120px', cell: ({ route }) => (route === 'gateway' ? 'gateway' : 'bank') },
  { id: 'state', head: 'State', width: '130px', cell: ({ state }) => <StatusBadge kind="batch" state={state} /> },
  { id: 'count', head: 'Refunds', width: '90px', align: 'right', cell: ({ count }) => grouped(count) },
  {
    id: 'total',
    head: 'Amount',
    width: '130px',
    align: 'right',
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    sort: ({ total }) => total,
    descendingFirst: true,
  },
  {
    id: 'answered',
    head: 'Answered',
    width: '100px',
    align: 'right',
    cell: ({ answered, sentAt }) => (sentAt === null ? null : grouped(answered)),
  },
  {
    id: 'doubted',
    head: 'To look into',
    width: '110px',
    cell: ({ doubted }) => (doubted === 0 ? null : <ToneBadge tone="red">{grouped(doubted)}</ToneBadge>),
    sort: ({ doubted }) => doubted,
    descendingFirst: true,
  },
  { id: 'madeAt', head: 'Made', width: '130px', cell: ({ madeAt }) => <When at={madeAt} zone={zone} /> },
  { id: 'madeBy', head: 'By', width: 'minmax(100px, 1fr)', cell: ({ madeBy }) => madeBy },
  {
    id: 'sentAt',
    head: 'Sent',
    width: '130px',
    cell: ({ sentAt }) => (sentAt === null ? null : <When at={sentAt} zone={zone} />),
  },
]

/** Every batch of refunds, newest first. */
export function BatchesPage() {
  const batches = useAsk('batches.list', {})
  const navigate = useNavigate()
  return (
    <PageShell title="Batches" crumbs={[{ label: 'Refunds', link: { to: '/refunds' } }]} fill>
      <LoadedView of={batches}>
        {(rows) => (
          <DataTable
            ariaLabel="Batches of refunds"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: '/refunds/batches/$batchId', params: { batchId: id } })}
            toneOf={({ doubted }) => (doubted > 0 ? 'red' : undefined)}
            empty={
              <EmptyState title="No batches yet">
                Choose refunds that are owed in Refunds, with their boxes or the x key, to send them together.
              </EmptyState>
            }
          />
        )}
      </LoadedView>
    </PageShell>
  )
}
