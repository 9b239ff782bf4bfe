import { Alert, Button, Group, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { OrderView } from '../../shared/orders/requests'
import { undoable } from '../../shared/orders/undoCancellation'
import { timeLeft, type Instant } from '../../shared/time'
import { unitCount } from '../ui/counts'
import { useUndoCancel } from './useUndoCancel'

/** The cancellation that can still be undone, and for how long; nothing where there is none. */
export function UndoLine({ view, at }: { readonly view: OrderView; readonly at: Instant }) {
  const { order, campaign } = view
  const undo = useUndoCancel(order)
  const cancellation = undoable(order, campaign.campaign, at)
  if (cancellation === null || cancellation.undoUntil === null) return null
  return (
    <Alert color="blue" variant="light" p="xs" icon={<IconArrowBackUp size={18} aria-hidden />}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {unitCount(cancellation.units)} cancelled: {cancellation.reason}. Can be undone,{' '}
          {timeLeft(cancellation.undoUntil, at)}, until the refund is released or others take the units.
        </Text>
        <Button
          size="xs"
          variant="default"
          flex="none"
          loading={undo.running}
          onClick={() => void undo.run(cancellation.id)}
        >
          Undo the cancellation
        </Button>
      </Group>
    </Alert>
  )
}
