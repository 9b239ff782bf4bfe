import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OrderView } from '../../shared/orders/requests'
import { useCommand } from '../api'
import { notifyRefused, notifySaved } from '../ui/notify'
import { CancelOrderDialog } from './CancelOrderDialog'
import type { OrderActionName, OrderActions } from './orderActions'
import { RecordPaymentDialog } from './RecordPaymentDialog'
import { ShipOrderDialog } from './ShipOrderDialog'
import { TrackOrderDialog } from './TrackOrderDialog'

interface OrderActionBarProps {
  readonly view: OrderView
  readonly actions: OrderActions
}

const words: Record<OrderActionName, string> = {
  'record payment': 'Record payment',
  'record late money': 'Record late money',
  ship: 'Ship',
  track: 'Tracking number',
  deliver: 'Mark as delivered',
  cancel: 'Cancel units',
}

/** The actions that are legal now: the usual next one filled, the others beside it. */
export function OrderActionBar({ view, actions }: OrderActionBarProps) {
  const [opened, setOpened] = useState<OrderActionName | null>(null)
  const { run, running } = useCommand('orders.deliver')
  const close = () => setOpened(null)
  const deliver = async () => {
    const result = await run({ id: view.order.id })
    if (result.ok) notifySaved(`Order ${view.order.number} is delivered.`)
    else notifyRefused(result.refusal)
  }
  const press = (name: OrderActionName) => (name === 'deliver' ? void deliver() : setOpened(name))
  const paying = opened === 'record payment' || opened === 'record late money'
  return (
    <>
      {actions.others.map((name) => (
        <Button key={name} variant="default" onClick={() => press(name)}>
          {words[name]}
        </Button>
      ))}
      {actions.key !== null && (
        <Button loading={running} onClick={() => actions.key !== null && press(actions.key)}>
          {words[actions.key]}
        </Button>
      )}
      {paying && <RecordPaymentDialog view={view} onClose={close} />}
      {opened === 'cancel' && <CancelOrderDialog view={view} onClose={close} />}
      {opened === 'ship' && <ShipOrderDialog view={view} onClose={close} />}
      {opened === 'track' && <TrackOrderDialog view={view} onClose={close} />}
    </>
  )
}
