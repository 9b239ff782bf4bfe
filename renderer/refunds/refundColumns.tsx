import { IconAlertTriangle, IconBuildingBank, IconClockExclamation } from '@tabler/icons-react'
import { Tooltip } from '@mantine/core'
import type { RefundRow } from '../../shared/refunds/requests'
import type { Instant } from '../../shared/time'
import type { Column } from '../ui/column'
import { CopyButton } from '../ui/CopyButton'
import { Money } from '../ui/Money'
import { StatusBadge } from '../ui/StatusBadge'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'
import { refundReferences } from './refundReferences'
import { RefundMarks } from './RefundMarks'
import { RefundRowActions, type ChooseAction } from './RefundRowActions'
import type { RefundTab } from './refundTabs'
import classes from './refunds.module.css'

const order: Column<RefundRow> = {
  id: 'order',
  head: 'Order',
  width: '92px',
  cell: (row) => <span className={classes.number}>{row.orderNumber}</span>,
}
const supporter: Column<RefundRow> = {
  id: 'supporter',
  head: 'Supporter',
  width: 'minmax(96px, 1fr)',
  cell: (row) => row.supporterName,
}
const product: Column<RefundRow> = {
  id: 'product',
  head: 'Product',
  width: 'minmax(96px, 1.2fr)',
  cell: (row) => row.productName,
}
const cause: Column<RefundRow> = { id: 'cause', head: 'Cause', width: '125px', cell: (row) => row.refund.cause }
const amount: Column<RefundRow> = {
  id: 'amount',
  head: 'Amount',
  width: '96px',
  align: 'right',
  cell: (row) => <Money amount={row.refund.amount} currency={row.currency} />,
}
const mode: Column<RefundRow> = { id: 'mode', head: 'Paid by', width: '107px', cell: (row) => <Mode row={row} /> }
const since: Column<RefundRow> = {
  id: 'since',
  head: 'Since',
  width: '112px',
  cell: ({ refund, zone }) => <When at={refund.events.at(-1)?.at ?? refund.owedAt} zone={zone} />,
}
const state: Column<RefundRow> = {
  id: 'state',
  head: 'State',
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
}
const failures: Column<RefundRow> = {
  id: 'failures',
  head: 'Failures',
  width: '72px',
  align: 'right',
  cell: (row) => (
    <span className={classes.mode}>
      <RefundMarks row={row} />
      {row.failures === 0 ? <span className={classes.quiet}>0</span> : <strong>{row.failures}</strong>}
    </span>
  ),
}
const identity: Column<RefundRow> = {
  id: 'identity',
  head: 'Identity',
  width: '220px',
  cell: ({ refund }) => (
    <span className={classes.identity}>
      <code>{refund.key}</code>
      <CopyButton value={refund.key} what="identity" />
    </span>
  ),
}
const gateway: Column<RefundRow> = {
  id: 'gateway',
  head: 'Gateway reference',
  width: 'minmax(150px, 1fr)',
  cell: ({ refund }) => refundReferences(refund).gateway,
}
const bank: Column<RefundRow> = {
  id: 'bank',
  head: 'Bank reference',
  width: 'minmax(140px, 1fr)',
  cell: ({ refund }) => refundReferences(refund).bank,
}
const batch: Column<RefundRow> = {
  id: 'batch',
  head: 'Batch',
  width: '88px',
  cell: (row) => (row.batch?.waits === true ? row.batch.name : null),
}
const reason: Column<RefundRow> = {
  id: 'reason',
  head: 'Why it failed',
  width: 'minmax(120px, 1.4fr)',
  cell: ({ refund }) => refundReferences(refund).failure,
}

const dueBy = (at: Instant): Column<RefundRow> => ({
  id: 'dueBy',
  head: 'Due by',
  width: '132px',
  cell: (row) => <DueBy row={row} at={at} />,
})

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
    'late money': [...who, amount, mode, since, state, dueBy(at), ...last('152px')],
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
