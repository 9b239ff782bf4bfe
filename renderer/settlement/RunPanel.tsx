import { Text } from '@mantine/core'
import type { Settlement } from '../../shared/campaigns/campaign'
import type { Zone } from '../../shared/time'
import { Facts } from '../ui/Facts'
import { Panel } from '../ui/Panel'
import { When } from '../ui/When'
import { RunProgress } from './RunProgress'

interface RunPanelProps {
  readonly settlement: Settlement
  readonly zone: Zone
}

/** A settlement that is decided and under way; it moves as the batches are written. */
export function RunPanel({ settlement, zone }: RunPanelProps) {
  return (
    <Panel title="The run is under way">
      <RunProgress settlement={settlement} />
      <Text size="sm" c="dimmed" mt="xs" mb="sm">
        It goes on by itself and needs nobody to watch it. Should the program stop, it goes on after the last batch when
        it is opened again; no order is dealt with twice.
      </Text>
      <Facts
        of={[
          ['Decided', <When key="decided" at={settlement.decidedAt} zone={zone} />],
          ['Approved by', settlement.approvedByName],
          ['Outcome', `${settlement.outcome}, ${settlement.reason}`],
          ['Batches written', String(settlement.batches)],
        ]}
      />
    </Panel>
  )
}
