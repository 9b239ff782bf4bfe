import { IconAlertTriangle, IconBuildingBank, IconClockExclamation } from '@tabler/icons-react'
import { Tooltip } from '@mantine/core'
import { refundListColumns, type RefundColumnId } from '../../shared/refunds/columns'
import type { RefundRow } from '../../shared/refunds/requests'
import type { Instant } from '../../shared/time'
import { CellShown } from '../ui/CellShown'
import type { Column } from '../ui/column'
import { CopyButton } from '../ui/CopyButton'
import { StatusBadge } from '../ui/StatusBadge'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'
import { RefundMarks } from './RefundMarks'
import { RefundRowActions, type ChooseAction } from './RefundRowActions'
import type { RefundTab } from './refundTabs'
import classes from './refunds.module.css'

type Look = Partial<Omit<Column<RefundRow>, 'id' | 'head'>>

/** How the queue draws what the column tells; what it tells is the same in exports. */
const column = (id: RefundColumnId, look: Look): Column<RefundRow> => {
  const { head, cell } = refundListColumns[id]
  return { id, head, cell: (row) => <CellShown cell={cell(row)} />, ...look }
}

const order = column('order', {
  width: '92px',
  cell: (row) => <span className={classes.number}>{row.orderNumber}</span>,
})
const supporter = column('supporter', { width: 'minmax(96px, 1fr)' })
const product = column('product', { width: 'minmax(96px, 1.2fr)' })
const cause = column('cause', { width: '125px' })
const late = column('late', { width: 'minmax(120px, 1fr)' })
const amount = column('amount', { width: '96px', align: 'right' })
const mode = column('mode', { width: '107px', cell: (row) => <Mode row={row} /> })
const since = column('since', { width: '112px' })
const state = column('state', {
  width: '116px',
  cell: (row) => (
    <span className={classes.mode}>
      <StatusBadge kind="refund" state={row.state} />
      <RefundMarks row={row} />
      {row.failures > 0 && (
        <span className={classes.quiet} title={failureWords(row.failures)}>
          <span aria-hidden>×{row.failures}</span>
          <span className="out-of-sight">{failureWords(row.failures)}</span>
        </span>
      )}
    </span>
  ),
})
const failures = column('failures', {
  width: '72px',
  align: 'right',
  cell: (row) => (
    <span className={classes.mode}>
      <RefundMarks row={row} />
      {row.failures === 0 ? <span className={classes.quiet}>0</span> : <strong>{row.failures}</strong>}
    </span>
  ),
})
const identity = column('identity', {
  width: '220px',
  cell: ({ refund }) => (
    <span className={classes.identity}>
      <code>{refund.key}</code>
      <CopyButton value={refund.key} what="identity" />
    </span>
  ),
})
const gateway = column('gateway', { width: 'minmax(150px, 1fr)' })
const bank = column('bank', { width: 'minmax(140px, 1fr)' })
const batch = column('batch', { width: '88px' })
const reason = column('reason', { width: 'minmax(120px, 1.4fr)' })

const dueBy = (at: Instant): Column<RefundRow> =>
  column('dueBy', { width: '132px', cell: (row) => <DueBy row={row} at={at} /> })

const actions = (choose: ChooseAction, at: Instant, width: string): Column<RefundRow> => ({
  id: 'actions',
  head: 'Actions',
  width,
  cell: (row) => <RefundRowActions row={row} at={at} choose={choose} />,
})

const failureWords = (count: number): string => `failed ${count} ${count === 1 ? 'time' : 'times'}`

/** What the queue shows on each tab: what its work needs and nothing that says the same on every line. */
export function refundColumns(tab: RefundTab, at: Instant, choose: ChooseAction | null): readonly Column<RefundRow>[] {
  const who = [order, supporter, product]
  const last = (width: string) => (choose === null ? [] : [actions(choose, at, width)])
  const byTab: Record<RefundTab, readonly Column<RefundRow>[]> = {
    all: [...who, cause, amount, mode, since, state, dueBy(at), ...last('152px')],
    owed: [...who, cause, amount, mode, since, failures, batch, identity, ...last('84px')],
    sent: [...who, amount, mode, since, gateway, dueBy(at), ...last('152px')],
    settled: [...who, cause, amount, mode, since, gateway, bank],
    failed: [...who, cause, amount, mode, since, reason, failures, ...last('112px')],
    'late money': [...who, late, amount, mode, since, state, dueBy(at), ...last('152px')],
  }
  return byTab[tab]
}

function DueBy({ row, at }: { readonly row: RefundRow; readonly at: Instant }) {
  if (row.dueBy === null) return null
  if (row.dueBy >= at) return <When at={row.dueBy} zone={row.zone} form="day" />
  return (
    <ToneBadge tone="red" icon={IconClockExclamation}>
      <span className="out-of-sight">Overdue: </span>
      <When at={row.dueBy} zone={row.zone} form="day" />
    </ToneBadge>
  )
}

const routeWords: Record<RefundRow['route'], string | null> = {
  gateway: null,
  'gateway, soon too old': 'The gateway refuses payments older than six months. This one is older than five.',
  'bank transfer': 'The payment is older than six months: the gateway refuses it, a bank transfer is needed.',
}

/** The payment's mode; where the gateway will not do, that. */
function Mode({ row }: { readonly row: RefundRow }) {
  const words = row.state === 'settled' ? null : routeWords[row.route]
  if (words === null) return row.mode
  const transfer = row.route === 'bank transfer'
  return (
    <Tooltip label={words}>
      <span>
        <ToneBadge tone="yellow" icon={transfer ? IconBuildingBank : IconAlertTriangle}>
          {transfer ? 'transfer' : row.mode}
        </ToneBadge>
        <span className="out-of-sight">{words}</span>
      </span>
    </Tooltip>
  )
}
