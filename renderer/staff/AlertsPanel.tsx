import { Switch } from '@mantine/core'
import { useAsk, useCommand } from '../api'
import { LoadedView } from '../ui/LoadedView'
import { notifyRefused } from '../ui/notify'
import { Panel } from '../ui/Panel'

/** Whether this person is told on the desktop of what turns urgent. */
export function AlertsPanel() {
  const alerts = useAsk('session.alerts', {})
  const { run, running } = useCommand('session.setAlerts')
  const set = async (on: boolean) => {
    const result = await run({ on })
    if (!result.ok) notifyRefused(result.refusal)
  }
  return (
    <Panel title="On the desktop">
      <LoadedView of={alerts}>
        {({ on }) => (
          <Switch
            label="Tell me of what turns urgent"
            description="Refunds that fail, are late or too old for the gateway soon, orders past their promise, late money. Numbers alone, never who; while you are signed in and the program is not locked."
            checked={on}
            disabled={running}
            onChange={({ currentTarget }) => void set(currentTarget.checked)}
          />
        )}
      </LoadedView>
    </Panel>
  )
}
