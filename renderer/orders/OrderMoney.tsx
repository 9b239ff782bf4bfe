import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Market } from '../../shared/campaigns/market'
import { add, nothing, type Minor } from '../../shared/money'
import type { Order, Payment } from '../../shared/orders/order'
import { amountLeft, orderState } from '../../shared/orders/orderState'
import { balances, type Balance } from '../../shared/refunds/balances'
import type { Instant, Zone } from '../../shared/time'
import { Money } from '../ui/Money'
import { Panel } from '../ui/Panel'
import { PaymentFacts } from './PaymentFacts'
import classes from './order.module.css'

interface OrderMoneyProps {
  readonly order: Order
  readonly market: Market
  readonly zone: Zone
  readonly at: Instant
}

const sumOf = (of: readonly Balance[], what: 'paid' | 'owed' | 'sent' | 'settled' | 'failed' | 'remaining'): Minor =>
  add(nothing, ...of.map((balance) => balance[what]))

/** The order's money by payment: what counted, and apart from it what came late and never counts. */
export function OrderMoney({ order, market, zone, at }: OrderMoneyProps) {
  const money = balances(order)
  const balanceOf = ({ id }: Payment) => money.find(({ paymentId }) => paymentId === id)
  const inTime = order.payments.filter(({ late }) => late === null)
  const late = order.payments.filter((payment) => payment.late !== null)
  const counted = inTime.flatMap((payment) => balanceOf(payment) ?? [])
  const returned = late.flatMap((payment) => balanceOf(payment) ?? [])
  const all = order.refunds.length > 0 && (
    <Anchor size="sm" renderRoot={(props) => <Link to="/refunds" search={{ text: order.number }} {...props} />}>
      In the refund queue
    </Anchor>
  )
  return (
    <>
      <Panel title="Money" side={all}>
        {inTime.length === 0 ? (
          <NothingPaid order={order} at={at} />
        ) : (
          <>
            <Sums of={counted} order={order} />
            {inTime.map((payment) => (
              <PaymentFacts key={payment.id} payment={payment} order={order} market={market} zone={zone} at={at} />
            ))}
          </>
        )}
      </Panel>
      {late.length > 0 && (
        <Panel title="Late money">
          <Text size="sm" mb="xs">
            This money does not count towards the campaign and is owed back in full.
          </Text>
          <Sums of={returned} order={order} late />
          {late.map((payment) => (
            <PaymentFacts key={payment.id} payment={payment} order={order} market={market} zone={zone} at={at} />
          ))}
        </Panel>
      )}
    </>
  )
}

function NothingPaid({ order, at }: { readonly order: Order; readonly at: Instant }) {
  if (orderState(order, at) !== 'awaiting payment')
    return (
      <Text size="sm" c="dimmed">
        Nothing was paid in time.
      </Text>
    )
  return (
    <Text size="sm">
      Nothing paid yet. Due: <Money amount={amountLeft(order)} currency={order.currency} />
    </Text>
  )
}

interface SumsProps {
  readonly of: readonly Balance[]
  readonly order: Order
  readonly late?: boolean
}

function Sums({ of, order, late = false }: SumsProps) {
  const failed = sumOf(of, 'failed')
  const sums = [
    [late ? 'Arrived' : 'Paid', sumOf(of, 'paid')],
    // Late money is never kept.
    ...(late ? [] : [['Kept', sumOf(of, 'remaining')] as const]),
    ['Owed', sumOf(of, 'owed')],
    ['Sent', sumOf(of, 'sent')],
    ['Settled', sumOf(of, 'settled')],
    ...(failed > 0 ? [['Failed', failed] as const] : []),
  ] as const
  return (
    <dl className={classes.sum}>
      {sums.map(([name, amount]) => (
        <div key={name} data-wrong={name === 'Failed' || undefined}>
          <dt>{name}</dt>
          <dd>
            <Money amount={amount} currency={order.currency} muted={amount === 0} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
