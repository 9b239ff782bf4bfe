import { Button } from '@mantine/core'
import { useState } from 'react'
import classes from './TrackProgress.module.css'

interface TrackProgressProps {
  /** What is under way: "Backing up". */
  readonly label: string
  /** How far it has come, in words: "Backing up: 40 %". */
  readonly words: string
  /** 0 to 100. */
  readonly share: number
  /** Ends it early; absent where that is not possible. */
  readonly cancel?: (() => Promise<unknown>) | undefined
  readonly cancelLabel?: string | undefined
}

/** How far something long has come, with the way to end it. */
export function TrackProgress({ label, words, share, cancel, cancelLabel = 'Cancel' }: TrackProgressProps) {
  const [cancelling, setCancelling] = useState(false)
  return (
    <div className={classes.progress}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={words}
      >
        <div className={classes.fill} style={{ width: `${String(share)}%` }} />
      </div>
      <span aria-hidden className={classes.share}>
        {words}
      </span>
      {cancel !== undefined && (
        <Button
          variant="default"
          size="compact-sm"
          loading={cancelling}
          onClick={() => {
            setCancelling(true)
            void cancel().finally(() => setCancelling(false))
          }}
        >
          {cancelLabel}
        </Button>
      )}
    </div>
  )
}
