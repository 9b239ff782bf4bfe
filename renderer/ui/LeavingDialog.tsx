import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface LeavingDialogProps {
  /** What the router holds back: its `status`, and how it goes on. */
  readonly blocker: {
    readonly status: string
    readonly reset?: (() => void) | undefined
    readonly proceed?: (() => void) | undefined
  }
  readonly title: string
  /** What would be lost, or why it could not be saved. */
  readonly children: ReactNode
}

/** Asks before something that is not saved is left behind; staying is the safe choice. */
export function LeavingDialog({ blocker, title, children }: LeavingDialogProps) {
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={title}>
      <Stack>
        <Text size="sm">{children}</Text>
        <Group justify="end">
          <Button variant="default" data-autofocus onClick={() => blocker.reset?.()}>
            Stay here
          </Button>
          <Button color="red" onClick={() => blocker.proceed?.()}>
            Leave without saving
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
