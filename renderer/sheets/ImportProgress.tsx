import type { SheetDeed } from '../../shared/sheets/requests'
import { ask } from '../api'
import { TrackProgress } from '../ui/TrackProgress'

const deedWords: Record<SheetDeed['deed'], string> = {
  export: 'Exporting',
  rehearse: 'Trying every row',
  import: 'Importing',
  reconcile: 'Reconciling',
}

/** How far a rehearsal or an import has come. What is decided cannot be cancelled: it goes on, also after the program was closed. */
export function ImportProgress({ deed }: { readonly deed: SheetDeed }) {
  const share = deed.total === 0 ? 0 : Math.min(100, Math.floor((100 * deed.done) / deed.total))
  const label = deedWords[deed.deed]
  return (
    <TrackProgress
      label={label}
      words={`${label}: ${share} %`}
      share={share}
      cancel={deed.cancellable ? () => ask('sheets.cancel', {}) : undefined}
    />
  )
}
