import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkJobView, BulkOutcome, BulkReportRow } from '../../shared/bulk/requests'
import { useSlices } from '../slices'
import type { Column } from '../ui/column'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { Money } from '../ui/Money'
import { Panel } from '../ui/Panel'
import type { Tone } from '../ui/tones'
import { ToneBadge } from '../ui/ToneBadge'
import { moneyLabel } from './deedWords'

const tones: Record<BulkOutcome, Tone> = { done: 'teal', refused: 'yellow', 'not reached': 'grey' }

const owedColumn = (kind: 'cancel' | 'undo'): Column<BulkReportRow> => ({
  id: 'owed',
  head: moneyLabel(kind),
  width: '140px',
  align: 'right',
  cell: ({ owed, currency, outcome }) => outcome === 'done' && owed > 0 && <Money amount={owed} currency={currency} />,
})

const trackingColumn: Column<BulkReportRow> = {
  id: 'trackingNumber',
  head: 'Tracking number',
  width: '180px',
  cell: ({ trackingNumber }) => trackingNumber,
}

const columnsOf = ({ deed }: BulkJobView): readonly Column<BulkReportRow>[] => [
  { id: 'number', head: 'Order', width: '110px', cell: ({ number }) => number },
  {
    id: 'outcome',
    head: 'Outcome',
    width: '130px',
    cell: ({ outcome }) => <ToneBadge tone={tones[outcome]}>{outcome}</ToneBadge>,
  },
  ...(deed.kind === 'cancel' || deed.kind === 'undo' ? [owedColumn(deed.kind)] : []),
  ...(deed.kind === 'track' ? [trackingColumn] : []),
  { id: 'why', head: 'Why', width: 'minmax(220px, 3fr)', cell: ({ why }) => why },
]

type Shown = 'all' | BulkOutcome

const choices: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Refused' },
  { value: 'not reached', label: 'Not reached' },
]

/** What came of each order. */
export function BulkReport({ job }: { readonly job: BulkJobView }) {
  const [shown, setShown] = useState<Shown>('all')
  const navigate = useNavigate()
  const report = useSlices('bulk.report', { id: job.id, outcome: shown === 'all' ? null : shown })
  return (
    <Panel
      title="Order by order"
      flush
      side={
        <SegmentedControl
          size="xs"
          aria-label="Outcome"
          data={choices.map((choice) => ({ ...choice }))}
          value={shown}
          onChange={(value) => setShown(value)}
        />
      }
    >
      <DataTable
        ariaLabel="Outcomes"
        columns={columnsOf(job)}
        rows={report.rows}
        from={report.from}
        total={report.total}
        loading={report.loading}
        onRange={report.onRange}
        rowKey={({ orderId }) => orderId}
        onOpen={({ orderId }) => void navigate({ to: '/orders/$orderId', params: { orderId } })}
        maxHeight={480}
        empty={
          <EmptyState title="None of the orders">
            {job.end !== null ? 'The job has ended.' : 'The job is still under way.'}
          </EmptyState>
        }
      />
    </Panel>
  )
}
