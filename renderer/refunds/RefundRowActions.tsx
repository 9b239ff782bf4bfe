import { Button, Group } from '@mantine/core'
import type { RefundState } from '../../shared/orders/order'
import type { RefundRow } from '../../shared/refunds/requests'
import { refundActions, refundTransitions, type RefundAction } from '../../shared/refunds/transitions'

export type ChooseAction = (row: RefundRow, action: RefundAction) => void

/** The actions that the table of transitions lets a refund in this state take. */
export const legalActions = (state: RefundState): readonly RefundAction[] =>
  refundActions.filter((action) => 'to' in refundTransitions[state][action])

const words: Record<RefundAction, string> = { send: 'Sent…', settle: 'Settled…', fail: 'Failed…', retry: 'Owe again…' }

/** Those that can be taken now: what a batch holds or someone has to look into is not sent by hand. */
export const actionsOn = ({ state, batch, doubt }: RefundRow): readonly RefundAction[] =>
  legalActions(state).filter((action) => action !== 'send' || (doubt === null && batch?.waits !== true))

/** One button for each legal action; each opens the refund with that action at hand. */
export function RefundRowActions({ row, choose }: { readonly row: RefundRow; readonly choose: ChooseAction }) {
  return (
    <Group gap={6} wrap="nowrap">
      {actionsOn(row).map((action) => (
        <Button
          key={action}
          size="compact-xs"
          variant="default"
          aria-label={`${words[action]} refund of order ${row.orderNumber}`}
          onClick={() => choose(row, action)}
        >
          {words[action]}
        </Button>
      ))}
    </Group>
  )
}
