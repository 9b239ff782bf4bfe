import { useAsk } from '../api'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { CancelReasonsPanel } from './CancelReasonsPanel'
import { HolidaysPanel } from './HolidaysPanel'
import { UndoPanel } from './UndoPanel'

/** What managers set for everyone's work. */
export function SettingsPage() {
  const settings = useAsk('settings.support', {})
  return (
    <PageShell title="Settings">
      <LoadedView of={settings}>
        {({ cancelReasons, undoMinutes, holidays }) => (
          <>
            <CancelReasonsPanel reasons={cancelReasons} />
            <UndoPanel key={undoMinutes} minutes={undoMinutes} />
            <HolidaysPanel holidays={holidays} />
          </>
        )}
      </LoadedView>
    </PageShell>
  )
}
