import { useBlocker } from '@tanstack/react-router'
import { LeavingDialog } from '../../ui/LeavingDialog'

/** Asks before a form that was changed is left without saving. */
export function LeavingDraft({ dirty }: { readonly dirty: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: false, withResolver: true })
  return (
    <LeavingDialog blocker={blocker} title="The draft is not saved">
      What you changed since you opened it would be lost.
    </LeavingDialog>
  )
}
