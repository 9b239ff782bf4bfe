import { Button } from '@mantine/core'
import { useState } from 'react'
import type { UnderWay } from '../../shared/backups/requests'
import classes from './backups.module.css'

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
  const [cancelling, setCancelling] = useState(false)
  const { deed, done, total } = underWay
  const share = total === 0 ? 0 : Math.floor((100 * done) / total)
  const words = `${deedWords[deed]}: ${share} %`
  return (
    <div className={classes.progress}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={deedWords[deed]}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={words}
      >
        <div className={classes.fill} style={{ width: `${share}%` }} />
      </div>
      <span aria-hidden className={classes.share}>
        {words}
      </span>
      <Button
        variant="default"
        size="compact-sm"
        loading={cancelling}
        onClick={() => {
          setCancelling(true)
          void cancel().finally(() => setCancelling(false))
        }}
      >
        Cancel
      </Button>
    </div>
  )
}
