import { Autocomplete, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { cancelPreview } from '../../shared/orders/cancelOrder'
import { inTimePayment, unitsLeft } from '../../shared/orders/orderState'
import type { OrderView } from '../../shared/orders/requests'
import { formatMoney } from '../../shared/money'
import { useCommand } from '../api'
import { ConsequencesDialog } from '../ui/Consequences'
import { errorsFrom, generalField } from '../ui/formErrors'
import { notifySaved } from '../ui/notify'
import { UnitsInput } from '../ui/UnitsInput'
import { cancelFacts } from './cancelFacts'
import { cancelReasons } from './cancelReasons'
import { unitCount } from '../ui/counts'

interface CancelOrderDialogProps {
  readonly view: OrderView
  readonly onClose: () => void
}

/** Cancels some or all units, saying first what becomes of money and target. */
export function CancelOrderDialog({ view, onClose }: CancelOrderDialogProps) {
  const { order, campaign } = view
  const left = unitsLeft(order)
  const { run, running } = useCommand('orders.cancel')
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
    const back = formatMoney(result.value.owed, order.currency)
    notifySaved(
      result.value.owed > 0
        ? `${unitCount(units)} of order ${order.number} cancelled, ${back} owed back.`
        : `${unitCount(units)} of order ${order.number} cancelled.`,
    )
    onClose()
  }
  return (
    <ConsequencesDialog
      opened
      onClose={onClose}
      title={`Cancel units of order ${order.number}`}
      facts={preview === null ? ['Choose how many units to cancel.'] : cancelFacts(view, units ?? 0)}
      confirmLabel={
        !valid ? 'Cancel units' : `Cancel ${unitCount(units)} — ${paid ? `${owed} owed back` : 'nothing owed'}`
      }
      cancelLabel="Keep the order"
      ready={valid && reason.trim() !== ''}
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
          <Autocomplete
            label="Reason"
            required
            description="Choose one or write the supporter's own"
            openOnFocus={false}
            data={cancelReasons}
            {...form.getInputProps('reason')}
          />
          <Textarea label="Note" description="Seen on the order only" {...form.getInputProps('note')} />
        </Stack>
      }
    />
  )
}
