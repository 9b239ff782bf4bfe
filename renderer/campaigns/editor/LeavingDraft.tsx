import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'

/** Asks before a form that was changed is left without saving. */
export function LeavingDraft({ dirty }: { readonly dirty: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: false, withResolver: true })
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title="The draft is not saved">
      <Stack>
        <Text size="sm">What you changed since you opened it would be lost.</Text>
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
