import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulkJobView } from '../../shared/bulk/requests'
import { timeLeft } from '../../shared/time'
import { ask } from '../api'
import { useMay } from '../session/useSession'
import { FieldError } from '../ui/FieldError'
import { useNow } from '../ui/useNow'
import { deedTitle } from './deedWords'
import { RehearsedDialog } from './RehearsedDialog'
import { Rehearsing } from './Rehearsing'
import { useRehearsal } from './useRehearsal'

/** Takes back what the job has cancelled, while any of it can still be undone. */
export function UndoJob({ job }: { readonly job: BulkJobView }) {
  const mayAct = useMay('support')
  const at = useNow()
  const [opened, setOpened] = useState(false)
  const { undoUntil, end, undoneBy } = job
  const possible = mayAct && end !== null && undoneBy === null && undoUntil !== undefined && at <= undoUntil
  if (!possible && !opened) return null
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setOpened(true)}>
        Undo the cancellations…{undoUntil !== undefined && ` (${timeLeft(undoUntil, at)})`}
      </Button>
      {opened && <UndoJobDialog job={job} onClose={() => setOpened(false)} />}
    </>
  )
}

function UndoJobDialog({ job, onClose }: { readonly job: BulkJobView; readonly onClose: () => void }) {
  const { phase, refusal, running, rehearse, start, leave } = useRehearsal()
  const navigate = useNavigate()
  if (phase.step === 'rehearsed') {
    const { rehearsal } = phase
    const begin = async () => {
      const jobId = await start(rehearsal.id, deedTitle.undo(rehearsal.possible))
      if (jobId === null) return
      onClose()
      void navigate({ to: '/bulk/$jobId', params: { jobId } })
    }
    return (
      <RehearsedDialog
        kind="undo"
        rehearsal={rehearsal}
        filters={null}
        running={running}
        error={refusal?.message}
        onClose={onClose}
        onConfirm={() => void begin()}
      />
    )
  }
  const close = () => {
    leave()
    onClose()
  }
  return (
    <Modal opened onClose={close} title={deedTitle.undo(job.done)} size="lg" closeOnClickOutside={false}>
      {phase.step === 'rehearsing' ? (
        <Rehearsing />
      ) : (
        <UndoAsked
          message={refusal?.message}
          onClose={onClose}
          onRehearse={() => void rehearse(() => ask('bulk.rehearseUndo', { id: job.id }))}
        />
      )}
    </Modal>
  )
}

interface UndoAskedProps {
  readonly message: string | undefined
  readonly onClose: () => void
  readonly onRehearse: () => void
}

function UndoAsked({ message, onClose, onRehearse }: UndoAskedProps) {
  return (
    <Stack gap="md">
      <FieldError>{message}</FieldError>
      <Text size="sm">
        Each order that this job cancelled comes back as it was, as far as its own cancellation can still be undone. The
        rehearsal comes first: it says what this comes to and changes nothing.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Not now
        </Button>
        <Button onClick={onRehearse}>Rehearse</Button>
      </Group>
    </Stack>
  )
}
