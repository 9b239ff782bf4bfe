import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { BatchView } from '../../../shared/refunds/batches/requests'
import type { RefundRow } from '../../../shared/refunds/requests'
import { useAsk } from '../../api'
import { useMay } from '../../session/useSession'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { LoadedView } from '../../ui/LoadedView'
import { PageShell } from '../../ui/PageShell'
import { StatusBadge } from '../../ui/StatusBadge'
import { useNow } from '../../ui/useNow'
import { RefundDrawer, type ChosenRefund } from '../RefundDrawer'
import { BatchActions } from './BatchActions'
import { BatchFacts } from './BatchFacts'
import { batchColumns } from './batchColumns'
import { LineTabs, linesOn, type LineTab } from './LineTabs'

const route = getRouteApi('/refunds/batches/$batchId')

const crumbs = [
  { label: 'Refunds', link: { to: '/refunds' } },
  { label: 'Batches', link: { to: '/refunds/batches' } },
] as const

/** One batch: where it stands, its file, the answers to it, and what became of each of its refunds. */
export function BatchPage() {
  const { batchId } = route.useParams()
  const found = useAsk('batches.one', { id: batchId })
  return (
    <LoadedView of={found}>
      {(value) =>
        value === null ? (
          <PageShell title="Batch" crumbs={crumbs}>
            <EmptyState title="There is no such batch">The address may be of another shop.</EmptyState>
          </PageShell>
        ) : (
          <Batch {...value} />
        )
      }
    </LoadedView>
  )
}

interface BatchProps {
  readonly batch: BatchView
  readonly rows: readonly RefundRow[]
}

function Batch({ batch, rows }: BatchProps) {
  const at = useNow()
  const mayAct = useMay('support')
  const [tab, setTab] = useState<LineTab>('all')
  const [chosen, setChosen] = useState<ChosenRefund | null>(null)
  const columns = useMemo(() => batchColumns(at), [at])
  const shown = useMemo(() => linesOn(tab, rows, batch), [tab, rows, batch])
  return (
    <PageShell
      title={batch.name}
      crumbs={crumbs}
      fill
      mark={<StatusBadge kind="batch" state={batch.state} />}
      secondary={mayAct && <BatchActions batch={batch} />}
    >
      <BatchFacts batch={batch} />
      <LineTabs tab={tab} rows={rows} batch={batch} onTab={setTab} />
      <DataTable
        ariaLabel={`Refunds of ${batch.name}`}
        columns={columns}
        rows={shown}
        rowKey={({ refund }) => refund.id}
        onOpen={({ refund }) => setChosen({ refundId: refund.id, action: null })}
        toneOf={({ state, doubt, dueBy }) =>
          doubt !== null || state === 'failed' || (dueBy !== null && dueBy < at) ? 'red' : undefined
        }
        empty={<EmptyState title="Nothing here">No refund of this batch is in that state.</EmptyState>}
      />
      <RefundDrawer
        row={rows.find(({ refund }) => refund.id === chosen?.refundId) ?? null}
        action={null}
        mayAct={mayAct}
        at={at}
        onClose={() => setChosen(null)}
      />
    </PageShell>
  )
}
