import { Alert, Anchor, Drawer, SegmentedControl, Stack } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RefundId } from '../../shared/ids'
import { formatMoney } from '../../shared/money'
import type { RefundRow } from '../../shared/refunds/requests'
import type { RefundAction } from '../../shared/refunds/transitions'
import type { Instant } from '../../shared/time'
import { CopyButton } from '../ui/CopyButton'
import { Facts } from '../ui/Facts'
import { StatusBadge } from '../ui/StatusBadge'
import { When } from '../ui/When'
import { RefundActionForm } from './RefundActionForm'
import { RefundHistory } from './RefundHistory'
import { BatchNotice, DoubtNotice } from './RefundNotices'
import { actionsOn } from './RefundRowActions'
import classes from './refunds.module.css'

export interface ChosenRefund {
  readonly refundId: RefundId
  /** What it was opened for; null to look at it. */
  readonly action: RefundAction | null
}

interface RefundDrawerProps {
  readonly row: RefundRow | null
  readonly action: RefundAction | null
  readonly mayAct: boolean
  readonly at: Instant
  readonly onClose: () => void
}

/** One refund: its identity, what happened to it, and the step that comes next. */
export function RefundDrawer({ row, action, mayAct, at, onClose }: RefundDrawerProps) {
  const title =
    row === null ? '' : `Refund of ${formatMoney(row.refund.amount, row.currency)} for order ${row.orderNumber}`
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {row !== null && (
        <Stack gap="md">
          <DoubtNotice row={row} onDone={onClose} />
          <BatchNotice row={row} />
          {mayAct && <NextStep key={row.state} row={row} action={action} at={at} onDone={onClose} />}
          <RouteWarning row={row} />
          <RefundDetails row={row} at={at} />
          <RefundHistory refund={row.refund} zone={row.zone} />
        </Stack>
      )}
    </Drawer>
  )
}

const choiceWords: Record<RefundAction, string> = {
  send: 'Sent',
  settle: 'It is settled',
  fail: 'It has failed',
  retry: 'Owe again',
  release: 'Release now',
}

function NextStep({
  row,
  action,
  at,
  onDone,
}: {
  readonly row: RefundRow
  readonly action: RefundAction | null
  readonly at: Instant
  readonly onDone: () => void
}) {
  const legal = actionsOn(row, at)
  const [wished, setWished] = useState(action)
  const chosen = legal.find((each) => each === wished) ?? legal[0]
  if (chosen === undefined) return null
  return (
    <div className={classes.action}>
      {legal.length > 1 && (
        <SegmentedControl
          fullWidth
          mb="sm"
          aria-label="What happened to this refund"
          value={chosen}
          onChange={(next) => setWished(legal.find((each) => each === next) ?? null)}
          data={legal.map((each) => ({ value: each, label: choiceWords[each] }))}
        />
      )}
      <RefundActionForm key={chosen} row={row} action={chosen} onDone={onDone} />
    </div>
  )
}

function RouteWarning({ row }: { readonly row: RefundRow }) {
  if (row.route === 'gateway' || row.state === 'settled') return null
  return (
    <Alert color="yellow" variant="light" icon={<IconBuildingBank size={18} aria-hidden />}>
      {row.route === 'bank transfer'
        ? 'The payment is older than six months, so the gateway refuses to give it back. Pay it by bank transfer and record the transfer’s reference.'
        : 'The payment is older than five months. From six months on the gateway refuses it and a bank transfer is needed.'}
    </Alert>
  )
}

function RefundDetails({ row, at }: { readonly row: RefundRow; readonly at: Instant }) {
  const { refund, zone } = row
  return (
    <Facts
      of={[
        ['State', <StatusBadge key="state" kind="refund" state={row.state} />],
        [
          'Due by',
          row.dueBy !== null && (
            <>
              <When at={row.dueBy} zone={zone} form="day" />
              {row.dueBy < at && <span className={classes.overdue}> · overdue</span>}
            </>
          ),
        ],
        ['Identity', <Copied key="key" text={refund.key} what="identity" />],
        [
          'Order',
          <Anchor
            key="order"
            size="sm"
            renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: row.orderId }} {...props} />}
          >
            {row.orderNumber}
          </Anchor>,
        ],
        ['Supporter', row.supporterName],
        ['Product', row.productName],
        ['Cause', refund.cause],
        ['Payment', <Copied key="payment" text={row.paymentReference} what="payment reference" before={row.mode} />],
        ['Paid', <When key="paid" at={row.paidAt} zone={zone} form="day" />],
        ['Failed', row.failures > 0 && `${row.failures} ${row.failures === 1 ? 'time' : 'times'}`],
      ]}
    />
  )
}

interface CopiedProps {
  readonly text: string
  readonly what: string
  readonly before?: string
}

function Copied({ text, what, before }: CopiedProps) {
  return (
    <span className={classes.identity}>
      {before}
      <code>{text}</code>
      <CopyButton value={text} what={what} />
    </span>
  )
}
