import { Button, Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { longestUndoMinutes } from '../../shared/settings/settings'
import { useCommand } from '../api'
import { notifySaved } from '../ui/notify'
import { Panel } from '../ui/Panel'

/** How long a cancellation can be undone. */
export function UndoPanel({ minutes }: { readonly minutes: number }) {
  const { run, running } = useCommand('settings.setUndo')
  const [value, setValue] = useState<number | string>(minutes)
  const [error, setError] = useState<string | null>(null)
  const chosen = typeof value === 'number' ? value : null
  const save = async () => {
    if (chosen === null) return
    const result = await run({ minutes: chosen })
    setError(result.ok ? null : result.refusal.message)
    if (result.ok) notifySaved('Saved for the cancellations to come.')
  }
  return (
    <Panel title="Undoing a cancellation">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Group align="flex-end" gap="sm">
          <NumberInput
            label="Minutes"
            description="For so long its refund waits. 0 turns undoing off; cancellations made before keep their time."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            w={420}
            min={0}
            max={longestUndoMinutes}
            allowDecimal={false}
            value={value}
            onChange={setValue}
            error={error}
          />
          <Button
            type="submit"
            variant="default"
            mb={22}
            loading={running}
            disabled={chosen === null || chosen === minutes}
          >
            Save the time
          </Button>
        </Group>
      </form>
    </Panel>
  )
}
