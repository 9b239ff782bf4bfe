import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react'
import type { DraftSaver, DraftStatus } from './draftSaver'
import type { FieldErrors } from './productForm'
import { fieldNames } from './fieldNames'
import classes from './editor.module.css'

interface SaveLineProps {
  readonly status: DraftStatus
  /** Fields that could not be read and keep what was saved last. */
  readonly errors: FieldErrors
  readonly saver: DraftSaver
}

const clock = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)

/** "Saved 14:02", "Saving…" or "Not saved" with the reason: one plain line that is always there. */
export function SaveLine({ status, errors, saver }: SaveLineProps) {
  if (status.kind === 'failed') {
    return (
      <p className={classes.saveLine} data-look="failed" role="alert">
        <IconAlertTriangle size={16} aria-hidden />
        <span>
          <strong>Not saved</strong> — {status.refusal.message}{' '}
          <Anchor component="button" type="button" onClick={() => void saver.tryAgain()}>
            Try again
          </Anchor>
        </span>
      </p>
    )
  }
  if (status.kind === 'changed elsewhere') {
    return (
      <p className={classes.saveLine} data-look="failed">
        <IconAlertTriangle size={16} aria-hidden />
        <span>
          <strong>Not saved</strong> — changed elsewhere meanwhile, see below.
        </span>
      </p>
    )
  }
  return (
    <p className={classes.saveLine} role="status">
      {status.kind === 'saving' ? (
        <>
          <IconLoader2 size={16} aria-hidden /> Saving…
        </>
      ) : (
        <>
          <IconCheck size={16} aria-hidden />
          {status.at === null ? 'All changes are saved as you type' : `Saved ${clock(status.at)}`}
          <Exceptions errors={errors} />
        </>
      )}
    </p>
  )
}

function Exceptions({ errors }: { readonly errors: FieldErrors }) {
  const names = Object.keys(errors).map((field) => fieldNames[field as keyof FieldErrors].toLowerCase())
  return names.length === 0 ? null : <strong>, except {names.join(' and ')}</strong>
}
