import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconCheck } from '@tabler/icons-react'
import type { OrderId } from '../../shared/ids'
import type { Currency, Minor } from '../../shared/money'
import type { Instant, Zone } from '../../shared/time'
import { CopyButton } from '../ui/CopyButton'
import { Money } from '../ui/Money'
import { ToneBadge } from '../ui/ToneBadge'
import { When } from '../ui/When'
import classes from './order.module.css'

export interface PlacedOrder {
  readonly id: OrderId
  readonly number: string
  readonly payBy: Instant
  readonly total: Minor
  readonly currency: Currency
  readonly zone: Zone
}

interface OrderPlacedProps {
  readonly placed: PlacedOrder
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** What is read out to the supporter: the number, the amount, and until when it can be paid. */
export function OrderPlaced({ placed, onAnother, onClose }: OrderPlacedProps) {
  const { id, number, payBy, total, currency, zone } = placed
  return (
    <Stack gap="lg" align="flex-start" role="status">
      <ToneBadge tone="teal" icon={IconCheck}>
        Placed, awaiting payment
      </ToneBadge>
      <div>
        <Text size="sm" c="dimmed">
          Order number
        </Text>
        <Group gap="xs">
          <span className={classes.large}>{number}</span>
          <CopyButton value={number} what="order number" />
        </Group>
      </div>
      <div>
        <Text size="sm" c="dimmed">
          To be paid
        </Text>
        <Text size="xl" fw={600}>
          <Money amount={total} currency={currency} />
        </Text>
      </div>
      <div>
        <Text size="sm" c="dimmed">
          Pay by, this moment included
        </Text>
        <Text fw={600}>
          <When at={payBy} zone={zone} form="full" />
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          Unpaid after that the order lapses. Money that comes later does not count and is owed back.
        </Text>
      </div>
      <Group>
        <Button
          data-autofocus
          renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: id }} {...props} />}
        >
          Open the order
        </Button>
        <Button variant="default" onClick={onAnother}>
          Place another
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  )
}
