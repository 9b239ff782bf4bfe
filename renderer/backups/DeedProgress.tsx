import type { UnderWay } from '../../shared/backups/requests'
import { TrackProgress } from '../ui/TrackProgress'

const deedWords: Record<UnderWay['deed'], string> = {
  'back up': 'Backing up',
  restore: 'Restoring',
  export: 'Exporting',
}

interface DeedProgressProps {
  readonly underWay: UnderWay
  readonly cancel: () => Promise<unknown>
}

/** How far a backup, a restore or an export has come: copying is the first half, reading the copy again the second. */
export function DeedProgress({ underWay, cancel }: DeedProgressProps) {
  const { deed, done, total } = underWay
  const share = total === 0 ? 0 : Math.floor((100 * done) / total)
  return (
    <TrackProgress label={deedWords[deed]} words={`${deedWords[deed]}: ${share} %`} share={share} cancel={cancel} />
  )
}
