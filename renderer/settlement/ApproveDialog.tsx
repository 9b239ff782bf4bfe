import { PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { formatMoney } from '../../shared/money'
import type { SettlementPreview } from '../../shared/settlement/requests'
import { useCommand } from '../api'
import { useSession } from '../session/useSession'
import { ConsequencesDialog } from '../ui/Consequences'
import { errorsFrom, generalField } from '../ui/formErrors'
import { notifySaved } from '../ui/notify'
import { orderCount } from '../ui/counts'

interface ApproveDialogProps {
  readonly preview: SettlementPreview
  readonly onClose: () => void
}

/** The numbers again, and the approver's password. Refused by the main process where they have moved since. */
export function ApproveDialog({ preview, onClose }: ApproveDialogProps) {
  const { who } = useSession()
  const { outcome, newlyOwed, ordersToVoid, total } = preview
  const { campaign, productName } = preview.campaign
  const { id, currency } = campaign
  const { run, running } = useCommand('settlement.approve')
  const form = useForm({ initialValues: { password: '' } })
  const { password } = form.values
  const money = (amount: typeof newlyOwed): string => formatMoney(amount, currency)

  const approve = async () => {
    const result = await run({ id, outcome, newlyOwed, password })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    notifySaved(`The settlement of ${productName} is approved: ${outcome}.`)
    onClose()
  }
  return (
    <ConsequencesDialog
      opened
      onClose={onClose}
      title={`Settle ${productName} as ${outcome}`}
      facts={[
        `The campaign has ${outcome}: ${preview.reason}.`,
        ordersToVoid === 0
          ? 'No order is voided and nothing becomes owed.'
          : `${orderCount(ordersToVoid)} ${ordersToVoid === 1 ? 'is' : 'are'} voided and ${money(newlyOwed)} becomes owed.`,
        `Captured ${money(total.captured)} = kept ${money(total.kept)} + owed ${money(total.owed)} + refunded ${money(total.refunded)}.`,
        'This is decided once and cannot be taken back.',
      ]}
      choice={
        <PasswordInput
          label={`Password of ${who.name}`}
          required
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
      }
      ready={password !== ''}
      confirmLabel={
        outcome === 'failed'
          ? `Settle as failed — ${money(newlyOwed)} owed back`
          : 'Settle as succeeded — nothing owed back'
      }
      cancelLabel="Not now"
      error={form.errors[generalField]}
      running={running}
      onConfirm={() => void approve()}
    />
  )
}
