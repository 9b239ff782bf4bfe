import { Button, Group, Select } from '@mantine/core'
import { id, type StaffId } from '../../shared/ids'
import { assigneeOf } from '../../shared/orders/assignOrder'
import type { Order } from '../../shared/orders/order'
import { useAsk, useCommand } from '../api'
import { useSession } from '../session/useSession'
import { notifyRefused, notifySaved } from '../ui/notify'
import { usePageKey } from '../ui/pageKeys'
import { Panel } from '../ui/Panel'

/** Who looks after the order: chosen from those who may, taken with `a`, given back by emptying the field. */
export function AssignmentPanel({ order }: { readonly order: Order }) {
  const { who } = useSession()
  const { run, running } = useCommand('orders.assign')
  const asked = useAsk('orders.assignees', {})
  const assignees = asked.state === 'loaded' ? asked.value : []
  const assignee = assigneeOf(order)
  const mine = assignee?.staffId === who.id
  // Someone who has left since still has the order until another takes it.
  const known = assignee === null || assignees.some((other) => other.id === assignee.staffId)
  const choices = known ? assignees : [...assignees, { id: assignee.staffId, name: assignee.name }]

  const assign = async (to: StaffId | null, name: string) => {
    if (running || to === (assignee?.staffId ?? null)) return
    const result = await run({ id: order.id, to })
    if (!result.ok) notifyRefused(result.refusal)
    else notifySaved(to === null ? `Nobody has order ${order.number} now.` : `Order ${order.number} is with ${name}.`)
  }
  const take = () => void assign(who.id, who.name)
  usePageKey('a', take)

  return (
    <Panel title="Assigned to">
      <Group gap="xs" wrap="nowrap">
        <Select
          aria-label="Assigned to"
          placeholder="Nobody"
          flex={1}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Assign to nobody' }}
          data={choices.map(({ id: value, name }) => ({ value, label: value === who.id ? `${name} (you)` : name }))}
          value={assignee?.staffId ?? null}
          onChange={(chosen) => {
            const name = choices.find(({ id: staffId }) => staffId === chosen)?.name ?? ''
            void assign(chosen === null ? null : id<StaffId>(chosen), name)
          }}
        />
        {!mine && (
          <Button variant="default" loading={running} onClick={take}>
            Assign to me
          </Button>
        )}
      </Group>
    </Panel>
  )
}
