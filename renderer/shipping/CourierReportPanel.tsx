import { Button, SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkJobId } from '../../shared/ids'
import { courierVerdicts, type CourierReport, type CourierRow, type CourierVerdict } from '../../shared/sheets/requests'
import { ask } from '../api'
import { deedTitle } from '../bulk/deedWords'
import { tellRefused } from '../sheets/ExportMenu'
import { useSlices } from '../slices'
import type { Column } from '../ui/column'
import { counted, grouped, orderCount } from '../ui/counts'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { notifySaved } from '../ui/notify'
import { Panel } from '../ui/Panel'
import { ToneBadge } from '../ui/ToneBadge'
import type { Tone } from '../ui/tones'
import classes from './shipping.module.css'

interface CourierReportPanelProps {
  readonly report: CourierReport
  readonly busy: boolean
  readonly onStart: (rehearsalId: BulkJobId, orders: number) => void
}

const tones: Record<CourierVerdict, Tone> = {
  ships: 'violet',
  'gets its number': 'blue',
  delivered: 'violet',
  known: 'grey',
  refused: 'yellow',
  'no such order': 'yellow',
}

const columns: readonly Column<CourierRow>[] = [
  { id: 'line', head: 'Line', width: '72px', align: 'right', cell: ({ line }) => grouped(line) },
  { id: 'order', head: 'Order', width: '120px', cell: ({ order }) => order },
  { id: 'trackingNumber', head: 'Tracking number', width: '160px', cell: ({ trackingNumber }) => trackingNumber },
  {
    id: 'verdict',
    head: 'Outcome',
    width: '140px',
    cell: ({ verdict }) => <ToneBadge tone={tones[verdict]}>{verdict}</ToneBadge>,
  },
  { id: 'says', head: 'What it would do', width: 'minmax(220px, 3fr)', cell: ({ says }) => says },
]

/** What the file would do is what was asked for: it is not left below the edge of a small window. */
const intoView = (panel: HTMLElement | null): void => panel?.scrollIntoView()

const every = 'all'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What each row of a courier's file would do, before any of it is done. */
export function CourierReportPanel({ report, busy, onStart }: CourierReportPanelProps) {
  const { rehearsalId, rows, orders, counts } = report
  const [shown, setShown] = useState<CourierVerdict | null>(null)
  const navigate = useNavigate()
  const told = useSlices('sheets.courierRows', { rehearsalId, verdict: shown })
  const save = async () => {
    try {
      const saved = await ask('sheets.saveCourierRows', { rehearsalId, verdict: shown })
      if (saved !== null) notifySaved(`${counted(saved.rows, 'row')} in ${saved.file}.`)
    } catch (error) {
      tellRefused(error)
    }
  }
  const choices = [
    { value: every, label: `All ${grouped(rows)}` },
    ...courierVerdicts.flatMap((verdict) =>
      counts[verdict] === 0 ? [] : [{ value: verdict, label: `${capital(verdict)} ${grouped(counts[verdict])}` }],
    ),
  ]
  return (
    <div ref={intoView}>
      <Panel
        title={orders === 0 ? 'The file changes nothing' : `What it would do to ${orderCount(orders)}`}
        flush
        side={
          <>
            <Button size="xs" variant="default" disabled={busy} onClick={() => void save()}>
              Save these rows as CSV
            </Button>
            <Button size="xs" disabled={busy || orders === 0} onClick={() => onStart(rehearsalId, orders)}>
              {orders === 0 ? 'Nothing to do' : deedTitle.track(orders)}
            </Button>
          </>
        }
      >
        <div className={classes.verdicts} role="status">
          <SegmentedControl
            size="xs"
            aria-label="Outcome"
            data={choices}
            value={shown ?? every}
            onChange={(value) => setShown(courierVerdicts.find((verdict) => verdict === value) ?? null)}
          />
        </div>
        <DataTable
          ariaLabel="Rows of the file"
          columns={columns}
          rows={told.rows}
          total={told.total}
          loading={told.loading}
          onRange={told.onRange}
          rowKey={({ line }) => String(line)}
          onOpen={({ orderId }) => {
            if (orderId !== null) void navigate({ to: '/orders/$orderId', params: { orderId } })
          }}
          maxHeight={480}
          empty={<EmptyState title="No such row">The file has none with this outcome.</EmptyState>}
        />
      </Panel>
    </div>
  )
}
