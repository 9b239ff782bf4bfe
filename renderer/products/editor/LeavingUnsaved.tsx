import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import type { DraftSaver, DraftStatus } from './draftSaver'

interface LeavingUnsavedProps {
  readonly saver: DraftSaver
  readonly status: DraftStatus
}

/** Asks before what was typed and could not be saved is left behind. */
export function LeavingUnsaved({ saver, status }: LeavingUnsavedProps) {
  const blocker = useBlocker({
    shouldBlockFn: async () => {
      await saver.flush()
      return saver.state().status.kind !== 'saved'
    },
    enableBeforeUnload: false,
    withResolver: true,
  })
  const why = status.kind === 'failed' ? status.refusal.message : 'The product was changed elsewhere meanwhile.'
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title="What you typed is not saved">
      <Stack>
        <Text size="sm">{why}</Text>
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
