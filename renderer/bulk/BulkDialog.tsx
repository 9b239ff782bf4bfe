import { Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { AskedDeed } from '../../shared/bulk/requests'
import { ask } from '../api'
import type { AskedScope } from './BulkBar'
import { BulkFields } from './BulkFields'
import { deedTitle, type ChosenDeed } from './deedWords'
import { RehearsedDialog } from './RehearsedDialog'
import { Rehearsing } from './Rehearsing'
import { useRehearsal } from './useRehearsal'

interface BulkDialogProps {
  readonly kind: ChosenDeed
  readonly scope: AskedScope
  readonly count: number
  readonly filters: readonly string[]
  readonly onClose: () => void
  readonly onStarted: () => void
}

/** Asks what the deed needs to know, rehearses it, and starts the job. */
export function BulkDialog({ kind, scope, count, filters, onClose, onStarted }: BulkDialogProps) {
  const { phase, refusal, running, rehearse, start, leave } = useRehearsal()
  const navigate = useNavigate()

  if (phase.step === 'rehearsed') {
    const { id, possible } = phase.rehearsal
    const begin = async () => {
      const jobId = await start(id, deedTitle[kind](possible))
      if (jobId === null) return
      onStarted()
      onClose()
      void navigate({ to: '/bulk/$jobId', params: { jobId } })
    }
    return (
      <RehearsedDialog
        kind={kind}
        rehearsal={phase.rehearsal}
        filters={scope.kind === 'matching' ? filters : null}
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
    <Modal opened onClose={close} title={deedTitle[kind](count)} size="lg" closeOnClickOutside={false}>
      {phase.step === 'asking' ? (
        <BulkFields
          kind={kind}
          refusal={refusal}
          onClose={onClose}
          onRehearse={(deed: AskedDeed) => void rehearse(() => ask('bulk.rehearse', { scope, deed }))}
        />
      ) : (
        <Rehearsing />
      )}
    </Modal>
  )
}
