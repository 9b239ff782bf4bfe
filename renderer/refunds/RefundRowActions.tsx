import { Button, Group } from '@mantine/core'
import type { RefundRow } from '../../shared/refunds/requests'
import { refundActions, refundTransitions, type RefundAction } from '../../shared/refunds/transitions'
import type { Instant } from '../../shared/time'
import { useRowStop } from '../ui/activeRow'

export type ChooseAction = (row: RefundRow, action: RefundAction) => void

/** The actions that the table of transitions lets the refund take at `at`: one that is held can only be released. */
export function legalActions({ state, heldUntil }: RefundRow, at: Instant): readonly RefundAction[] {
  const held = heldUntil !== null && at <= heldUntil
  return refundActions.filter(
    (action) => 'to' in refundTransitions[state][action] && (state !== 'owed' || held === (action === 'release')),
  )
}

const words: Record<RefundAction, string> = {
  send: 'Sent…',
  settle: 'Settled…',
  fail: 'Failed…',
  retry: 'Owe again…',
  release: 'Release…',
}

interface RefundRowActionsProps {
  readonly row: RefundRow
  readonly at: Instant
  readonly choose: ChooseAction
}

/** Those that can be taken now: what a batch holds or someone has to look into is not sent by hand. */
export const actionsOn = (row: RefundRow, at: Instant): readonly RefundAction[] =>
  legalActions(row, at).filter((action) => action !== 'send' || (row.doubt === null && row.batch?.waits !== true))

/** One button for each legal action; each opens the refund with that action at hand. */
export function RefundRowActions({ row, at, choose }: RefundRowActionsProps) {
  const stop = useRowStop()
  return (
    <Group gap={6} wrap="nowrap">
      {actionsOn(row, at).map((action) => (
        <Button
          key={action}
          size="compact-xs"
          variant="default"
          tabIndex={stop}
          aria-label={`${words[action]} refund of order ${row.orderNumber}`}
          onClick={() => choose(row, action)}
        >
          {words[action]}
        </Button>
      ))}
    </Group>
  )
}
