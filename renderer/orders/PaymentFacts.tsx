import type { Market } from '../../shared/campaigns/market'
import type { Order, Payment, Refund } from '../../shared/orders/order'
import { dueBy, routeOf } from '../../shared/refunds/dueClock'
import { heldUntil } from '../../shared/refunds/held'
import { refundState } from '../../shared/refunds/refundState'
import type { Instant, Zone } from '../../shared/time'
import { refundReferences } from '../../shared/refunds/refundReferences'
import { useDaysOff } from '../settings/useDaysOff'
import { CopyButton } from '../ui/CopyButton'
import { Money } from '../ui/Money'
import { StatusBadge } from '../ui/StatusBadge'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'
import classes from './order.module.css'

interface PaymentFactsProps {
  readonly payment: Payment
  readonly order: Order
  readonly market: Market
  readonly zone: Zone
  readonly at: Instant
}

const causeWords: Record<Refund['cause'], string> = {
  cancelled: 'for cancelled units',
  'campaign failed': 'because the campaign failed',
  'late money': 'because it came late',
}

/** One payment with what was promised back of it. */
export function PaymentFacts({ payment, order, market, zone, at }: PaymentFactsProps) {
  const refunds = order.refunds.filter(({ paymentId }) => paymentId === payment.id)
  return (
    <div className={classes.payment}>
      <div className={classes.paymentHead}>
        <span className={classes.mode}>{payment.mode}</span>
        <span>
          confirmed <When at={payment.paidAt} zone={zone} />
        </span>
        {payment.late !== null && <ToneBadge tone="yellow">{payment.late}</ToneBadge>}
        <span className={classes.amount}>
          <Money amount={payment.amount} currency={order.currency} />
        </span>
      </div>
      <Reference name="Gateway reference" text={payment.reference} />
      {refunds.map((refund) => (
        <RefundFacts
          key={refund.id}
          refund={refund}
          payment={payment}
          order={order}
          market={market}
          zone={zone}
          at={at}
        />
      ))}
    </div>
  )
}

function RefundFacts({ refund, payment, order, market, zone, at }: PaymentFactsProps & { readonly refund: Refund }) {
  const { gateway, bank, failure } = refundReferences(refund)
  const state = refundState(refund)
  const held = heldUntil(order, refund.id)
  const due = dueBy(refund, payment.mode, zone, useDaysOff(market))
  const byTransfer = state === 'owed' && routeOf(payment, at) === 'bank transfer'
  return (
    <div className={classes.refund} data-withdrawn={state === 'withdrawn' || undefined}>
      <StatusBadge kind="refund" state={state} />
      <span>Back {causeWords[refund.cause]}</span>
      <span className={classes.amount}>
        <Money amount={refund.amount} currency={order.currency} />
      </span>
      <Reference name="Identity" text={refund.key} />
      {gateway !== null && <Reference name="Gateway reference" text={gateway} />}
      {bank !== null && <Reference name="Bank reference" text={bank} />}
      {state === 'failed' && failure !== null && <span className={classes.failure}>Failed: {failure}</span>}
      {byTransfer && (
        <span className={classes.failure}>Needs a bank transfer: the payment is older than six months</span>
      )}
      {held !== null && at <= held && (
        <span className={classes.reference}>
          Its cancellation can be undone, so it waits until <When at={held} zone={zone} />
        </span>
      )}
      {due !== null && (
        <span className={due < at ? classes.failure : classes.reference}>
          Due with the supporter by <When at={due} zone={zone} form="day" />
          {due < at && ': overdue'}
        </span>
      )}
    </div>
  )
}

function Reference({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <span className={classes.reference}>
      {name} {text} <CopyButton value={text} what={name.toLocaleLowerCase()} />
    </span>
  )
}
