import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { CancelReason } from '../../shared/settings/settings'
import { useCommand } from '../api'
import { notifyRefused } from '../ui/notify'
import { ToneBadge } from '../ui/ToneBadge'
import classes from './settings.module.css'

interface ReasonRowProps {
  readonly reason: CancelReason
  /** Null at the end of the list. */
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
}

/** One reason: its place, its words, and whether it is offered. */
export function ReasonRow({ reason, onUp, onDown }: ReasonRowProps) {
  const retire = useCommand('settings.retireReason')
  const [renaming, setRenaming] = useState(false)
  const retired = reason.retiredAt !== null
  const toggle = async () => {
    const result = await retire.run({ id: reason.id, retired: !retired })
    if (!result.ok) notifyRefused(result.refusal)
  }
  return (
    <li className={classes.reason}>
      <Move name={`Move “${reason.words}” up`} icon={<IconArrowUp size={16} aria-hidden />} move={onUp} />
      <Move name={`Move “${reason.words}” down`} icon={<IconArrowDown size={16} aria-hidden />} move={onDown} />
      {renaming ? (
        <Rename reason={reason} onDone={() => setRenaming(false)} />
      ) : (
        <>
          <span className={classes.words} data-retired={retired || undefined}>
            {reason.words}
          </span>
          {retired && <ToneBadge tone="grey">retired</ToneBadge>}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Rename “${reason.words}”`}
            onClick={() => setRenaming(true)}
          >
            Rename
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={retire.running}
            aria-label={`${retired ? 'Bring back' : 'Retire'} “${reason.words}”`}
            onClick={() => void toggle()}
          >
            {retired ? 'Bring back' : 'Retire'}
          </Button>
        </>
      )}
    </li>
  )
}

interface MoveProps {
  readonly name: string
  readonly icon: React.ReactNode
  readonly move: (() => void) | null
}

const Move = ({ name, icon, move }: MoveProps) => (
  <ActionIcon variant="subtle" color="gray" aria-label={name} disabled={move === null} onClick={() => move?.()}>
    {icon}
  </ActionIcon>
)

function Rename({ reason, onDone }: { readonly reason: CancelReason; readonly onDone: () => void }) {
  const { run, running } = useCommand('settings.renameReason')
  const [words, setWords] = useState(reason.words)
  const [error, setError] = useState<string | null>(null)
  const save = async () => {
    if (words.trim() === '') return
    if (words.trim() === reason.words) {
      onDone()
      return
    }
    const result = await run({ id: reason.id, words })
    if (result.ok) onDone()
    else setError(result.refusal.message)
  }
  return (
    <form
      className={classes.rename}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        aria-label={`New words for “${reason.words}”`}
        size="xs"
        autoFocus
        maxLength={100}
        value={words}
        error={error}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button type="submit" size="compact-sm" loading={running}>
        Save
      </Button>
      <Button size="compact-sm" variant="default" onClick={onDone}>
        Leave it
      </Button>
    </form>
  )
}
