import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkOutcome, BulkReportRow } from '../../shared/bulk/requests'
import type { BulkJobId } from '../../shared/ids'
import { useSlices } from '../slices'
import type { Column } from '../ui/column'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { Money } from '../ui/Money'
import { Panel } from '../ui/Panel'
import type { Tone } from '../ui/tones'
import { ToneBadge } from '../ui/ToneBadge'

const tones: Record<BulkOutcome, Tone> = { done: 'teal', refused: 'yellow', 'not reached': 'grey' }

const columns: readonly Column<BulkReportRow>[] = [
  { id: 'number', head: 'Order', width: '110px', cell: ({ number }) => number },
  {
    id: 'outcome',
    head: 'Outcome',
    width: '130px',
    cell: ({ outcome }) => <ToneBadge tone={tones[outcome]}>{outcome}</ToneBadge>,
  },
  {
    id: 'owed',
    head: 'Owed back',
    width: '130px',
    align: 'right',
    cell: ({ owed, currency, outcome }) =>
      outcome === 'done' && owed > 0 && <Money amount={owed} currency={currency} />,
  },
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
export function BulkReport({ jobId, ended }: { readonly jobId: BulkJobId; readonly ended: boolean }) {
  const [shown, setShown] = useState<Shown>('all')
  const navigate = useNavigate()
  const report = useSlices('bulk.report', { id: jobId, outcome: shown === 'all' ? null : shown })
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
        columns={columns}
        rows={report.rows}
        total={report.total}
        loading={report.loading}
        onRange={report.onRange}
        rowKey={({ orderId }) => orderId}
        onOpen={({ orderId }) => void navigate({ to: '/orders/$orderId', params: { orderId } })}
        maxHeight={480}
        empty={
          <EmptyState title="None of the orders">
            {ended ? 'The job has ended.' : 'The job is still under way.'}
          </EmptyState>
        }
      />
    </Panel>
  )
}
