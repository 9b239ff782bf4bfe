import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { OrderRow } from '../../shared/orders/row'
import { Money } from '../ui/Money'
import { Panel } from '../ui/Panel'
import { StatusBadge } from '../ui/StatusBadge'
import { When } from '../ui/When'
import { unitCount } from '../ui/counts'
import classes from './order.module.css'

interface OtherOrdersProps {
  readonly phone: string
  /** Newest first, at most ten. */
  readonly others: readonly OrderRow[]
}

/** The other orders of the same phone number. */
export function OtherOrders({ phone, others }: OtherOrdersProps) {
  const title = 'Other orders of this phone number'
  if (others.length === 0)
    return (
      <Panel title={title}>
        <Text size="sm" c="dimmed">
          None.
        </Text>
      </Panel>
    )
  return (
    <Panel
      title={title}
      side={
        <Anchor size="sm" renderRoot={(props) => <Link to="/orders" search={{ text: phone }} {...props} />}>
          All of them
        </Anchor>
      }
    >
      <ul className={classes.others}>
        {others.map((row) => (
          <li key={row.id}>
            <Anchor
              size="sm"
              renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: row.id }} {...props} />}
            >
              {row.number}
            </Anchor>
            <StatusBadge kind="order" state={row.state} />
            <span className={classes.otherProduct}>
              {unitCount(row.units)} {row.productName}
            </span>
            <When at={row.placedAt} zone={row.zone} />
            <Money amount={row.total} currency={row.currency} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
