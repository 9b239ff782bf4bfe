import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatMoney } from '../../../shared/money'
import type { DraftBatch } from '../../../shared/refunds/batches/draft'
import type { BatchDraft } from '../../../shared/refunds/batches/requests'
import { useAsk, useCommand } from '../../api'
import { grouped, refundCount } from '../../ui/counts'
import { FieldError } from '../../ui/FieldError'
import { LoadedView } from '../../ui/LoadedView'
import { notifySaved } from '../../ui/notify'
import { Panel } from '../../ui/Panel'
import classes from './batches.module.css'
import type { AskedRefunds } from './useRefundSelection'

interface MakeBatchDialogProps {
  readonly chosen: AskedRefunds
  readonly onClose: () => void
  readonly onMade: () => void
}

/** Shows what would go where and what would not, and makes the batch that is wanted. */
export function MakeBatchDialog(props: MakeBatchDialogProps) {
  const draft = useAsk('batches.draft', { chosen: props.chosen })
  return (
    <Modal opened onClose={props.onClose} title="Make a batch" size="lg">
      <LoadedView of={draft}>{(value) => <Draft {...props} draft={value} />}</LoadedView>
    </Modal>
  )
}

function Draft({ draft, ...props }: MakeBatchDialogProps & { readonly draft: BatchDraft }) {
  const { batches, leftOut, leftOutCount, more } = draft
  return (
    <Stack gap="md">
      {batches.length === 0 && <Text size="sm">None of these refunds can go into a batch.</Text>}
      {batches.map((batch) => (
        <DraftPanel key={`${batch.route} ${batch.currency}`} {...props} batch={batch} />
      ))}
      {leftOutCount > 0 && (
        <Panel title={`Left out: ${refundCount(leftOutCount)}`}>
          <ul className={classes.list}>
            {leftOut.map(({ refundId, orderNumber, why }) => (
              <li key={refundId}>
                {orderNumber}: {why}
              </li>
            ))}
            {leftOutCount > leftOut.length && <li>and {grouped(leftOutCount - leftOut.length)} more</li>}
          </ul>
        </Panel>
      )}
      {more > 0 && <Text size="sm">{refundCount(more)} beyond these can follow in another batch.</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          Leave it as it is
        </Button>
      </Group>
    </Stack>
  )
}

interface DraftPanelProps extends MakeBatchDialogProps {
  readonly batch: DraftBatch
}

const routeTitles: Record<DraftBatch['route'], string> = {
  gateway: 'A file for the gateway',
  'bank transfer': 'A file for the bank',
}

const routeFacts: Record<DraftBatch['route'], readonly string[]> = {
  gateway: [
    'Its columns are those of Razorpay’s batch refunds.',
    'The batch holds its refunds: none of them can be sent otherwise until it is sent or withdrawn.',
  ],
  'bank transfer': [
    'These payments are older than six months: the gateway refuses to give them back.',
    'Account details are not on record. The bank’s desk asks for them and fills them in.',
    'The batch holds its refunds: none of them can be sent otherwise until it is sent or withdrawn.',
  ],
}

function DraftPanel({ batch, chosen, onClose, onMade }: DraftPanelProps) {
  const { route, currency, count, total, soonTooOld } = batch
  const { run, running } = useCommand('batches.make')
  const navigate = useNavigate()
  const [error, setError] = useState<string | null>(null)
  const amount = formatMoney(total, currency)
  const make = async () => {
    const made = await run({ route, currency, chosen, expected: { count, total } })
    if (!made.ok) {
      setError(made.refusal.message)
      return
    }
    notifySaved(`${made.value.name} made of ${refundCount(count)}, ${amount}.`)
    onClose()
    onMade()
    void navigate({ to: '/refunds/batches/$batchId', params: { batchId: made.value.id } })
  }
  return (
    <Panel title={routeTitles[route]}>
      <Stack gap="sm">
        <FieldError>{error}</FieldError>
        <ul className={classes.list}>
          {routeFacts[route].map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          {soonTooOld > 0 && (
            <li className={classes.red}>
              The gateway refuses {refundCount(soonTooOld)} of these within a month: send this batch before.
            </li>
          )}
        </ul>
        <Group justify="flex-end">
          <Button loading={running} onClick={() => void make()}>
            Make a batch of {refundCount(count)} — {amount}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
