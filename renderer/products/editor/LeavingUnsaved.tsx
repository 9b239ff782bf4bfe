import { useBlocker } from '@tanstack/react-router'
import { LeavingDialog } from '../../ui/LeavingDialog'
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
    <LeavingDialog blocker={blocker} title="What you typed is not saved">
      {why}
    </LeavingDialog>
  )
}
