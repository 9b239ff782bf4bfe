import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReasonId } from '../../shared/ids'
import type { CancelReason } from '../../shared/settings/settings'
import { useCommand } from '../api'
import { notifyRefused, notifySaved } from '../ui/notify'
import { Panel } from '../ui/Panel'
import { ReasonRow } from './ReasonRow'
import classes from './settings.module.css'

/** The reasons that cancellations are given, in the order in which they are offered. */
export function CancelReasonsPanel({ reasons }: { readonly reasons: readonly CancelReason[] }) {
  const reorder = useCommand('settings.reorderReasons')
  const move = async (reason: CancelReason, by: 1 | -1) => {
    const ids = reasons.map(({ id }) => id)
    const result = await reorder.run({ ids: moved(ids, reason.id, by) })
    if (!result.ok) notifyRefused(result.refusal)
  }
  return (
    <Panel title="Reasons for cancelling">
      <ol className={classes.reasons} aria-label="Reasons for cancelling, as they are offered">
        {reasons.map((reason, place) => (
          <ReasonRow
            key={reason.id}
            reason={reason}
            onUp={place === 0 ? null : () => void move(reason, -1)}
            onDown={place === reasons.length - 1 ? null : () => void move(reason, 1)}
          />
        ))}
      </ol>
      <NewReason />
    </Panel>
  )
}

/** The list with one of it changed places with its neighbour. */
function moved(ids: readonly ReasonId[], id: ReasonId, by: 1 | -1): ReasonId[] {
  const from = ids.indexOf(id)
  const without = ids.filter((other) => other !== id)
  return [...without.slice(0, from + by), id, ...without.slice(from + by)]
}

function NewReason() {
  const { run, running } = useCommand('settings.addReason')
  const [words, setWords] = useState('')
  const [error, setError] = useState<string | null>(null)
  const add = async () => {
    const result = await run({ words })
    setError(result.ok ? null : result.refusal.message)
    if (!result.ok) return
    setWords('')
    notifySaved('The reason is offered from now on.')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '') void add()
      }}
    >
      <Group align="flex-start" gap="sm" mt="sm">
        <TextInput
          aria-label="New reason"
          placeholder="New reason"
          w={320}
          maxLength={100}
          value={words}
          error={error}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={running} disabled={words.trim() === ''}>
          Add the reason
        </Button>
      </Group>
    </form>
  )
}
