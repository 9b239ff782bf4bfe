import type { Rehearsal } from '../../shared/bulk/requests'
import { ConsequencesDialog } from '../ui/Consequences'
import { deedTitle, moneyInWords, moneyLabel, type DeedKind } from './deedWords'
import { rehearsalFacts } from './rehearsalFacts'

interface RehearsedDialogProps {
  readonly kind: DeedKind
  readonly rehearsal: Rehearsal
  /** Null for orders that were not chosen by a filter. */
  readonly filters: readonly string[] | null
  readonly running: boolean
  readonly error: string | undefined
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** What the rehearsal came to, before the job is started. */
export function RehearsedDialog({
  kind,
  rehearsal,
  filters,
  running,
  error,
  onClose,
  onConfirm,
}: RehearsedDialogProps) {
  const money = moneyInWords(rehearsal.owed)
  const sum = money === null ? '' : ` — ${money} ${moneyLabel(kind).toLowerCase()}`
  return (
    <ConsequencesDialog
      opened
      onClose={onClose}
      title={`Rehearsed: ${deedTitle[kind](rehearsal.orders)}`}
      facts={rehearsalFacts(kind, rehearsal, filters)}
      confirmLabel={rehearsal.possible === 0 ? 'Nothing to do' : deedTitle[kind](rehearsal.possible) + sum}
      ready={rehearsal.possible > 0}
      running={running}
      error={error}
      onConfirm={onConfirm}
    />
  )
}
