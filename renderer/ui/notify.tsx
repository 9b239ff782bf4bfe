import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { doorRefusals } from '../../shared/requests'
import type { Refusal } from '../../shared/result'

interface Undo {
  readonly label?: string
  readonly run: () => void
}

/** Says briefly that something was done, with the way back where there is one. */
export function notifySaved(message: string, undo?: Undo): void {
  const shown = notifications.show({
    color: 'teal',
    icon: <IconCheck size={18} aria-hidden />,
    autoClose: undo === undefined ? 4000 : 8000,
    message:
      undo === undefined ? (
        message
      ) : (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="default"
            flex="none"
            onClick={() => {
              notifications.hide(shown)
              undo.run()
            }}
          >
            {undo.label ?? 'Undo'}
          </Button>
        </Group>
      ),
  })
}

/** Says why something was not done; what could not be saved stays until it is read. */
export function notifyRefused(refusal: Refusal): void {
  const unsaved = refusal.code === doorRefusals.notSaved
  notifications.show({
    color: 'red',
    title: unsaved ? 'Not saved' : undefined,
    icon: unsaved ? <IconAlertTriangle size={18} aria-hidden /> : <IconX size={18} aria-hidden />,
    message: refusal.message,
    autoClose: unsaved ? false : 8000,
    role: 'alert',
  })
}
