import { Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { cancelPreview } from '../../shared/orders/cancelOrder'
import { inTimePayment, unitsLeft } from '../../shared/orders/orderState'
import type { OrderView } from '../../shared/orders/requests'
import { formatMoney } from '../../shared/money'
import { useAsk, useCommand } from '../api'
import { ConsequencesDialog } from '../ui/Consequences'
import { errorsFrom, generalField } from '../ui/formErrors'
import { notifySaved } from '../ui/notify'
import { UnitsInput } from '../ui/UnitsInput'
import { cancelFacts } from './cancelFacts'
import { ReasonSelect } from './ReasonSelect'
import { unitCount } from '../ui/counts'
import { useUndoCancel } from './useUndoCancel'

interface CancelOrderDialogProps {
  readonly view: OrderView
  readonly onClose: () => void
}

/** Cancels some or all units, saying first what becomes of money and target. */
export function CancelOrderDialog({ view, onClose }: CancelOrderDialogProps) {
  const { order, campaign } = view
  const left = unitsLeft(order)
  const { run, running } = useCommand('orders.cancel')
  const undo = useUndoCancel(order)
  const asked = useAsk('settings.support', {})
  const settings = asked.state === 'loaded' ? asked.value : null
  const form = useForm<{ units: number | null; reason: string; note: string }>({
    initialValues: { units: left, reason: '', note: '' },
  })
  const { units, reason, note } = form.values
  const valid = units !== null && units >= 1 && units <= left
  const preview = valid ? cancelPreview(order, campaign.campaign, campaign.tally, units) : null
  const paid = inTimePayment(order) !== null
  const owed = preview === null ? '' : formatMoney(preview.owed, order.currency)

  const cancel = async () => {
    if (!valid) return
    const result = await run({ id: order.id, units, reason, note })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    const { owed: due, cancellationId, undoUntil } = result.value
    const back = formatMoney(due, order.currency)
    notifySaved(
      due > 0
        ? `${unitCount(units)} of order ${order.number} cancelled, ${back} owed back.`
        : `${unitCount(units)} of order ${order.number} cancelled.`,
      undoUntil === null ? undefined : { run: () => void undo.run(cancellationId) },
    )
    onClose()
  }
  return (
    <ConsequencesDialog
      opened
      onClose={onClose}
      title={`Cancel units of order ${order.number}`}
      facts={
        preview === null
          ? ['Choose how many units to cancel.']
          : cancelFacts(view, units ?? 0, settings?.undoMinutes ?? 0)
      }
      confirmLabel={
        !valid ? 'Cancel units' : `Cancel ${unitCount(units)} — ${paid ? `${owed} owed back` : 'nothing owed'}`
      }
      cancelLabel="Keep the order"
      ready={valid && settings !== null && reason !== ''}
      running={running}
      error={form.errors[generalField]}
      onConfirm={() => void cancel()}
      choice={
        <Stack gap="sm">
          <UnitsInput
            label="Units to cancel"
            required
            min={1}
            max={left}
            description={`${unitCount(left)} can be cancelled`}
            value={units}
            onChange={(next) => form.setFieldValue('units', next)}
            error={form.errors['units'] ?? (valid ? undefined : `Choose from 1 to ${left} units.`)}
          />
          <ReasonSelect
            value={reason}
            onChange={(words) => form.setFieldValue('reason', words)}
            error={form.errors['reason']}
          />
          <Textarea
            label="In the supporter's words"
            description="Seen on the order only"
            {...form.getInputProps('note')}
          />
        </Stack>
      }
    />
  )
}
