import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { formatMoney } from '../../shared/money'
import type { RefundRow } from '../../shared/refunds/requests'
import type { RefundAction } from '../../shared/refunds/transitions'
import { shortTime } from '../../shared/time'
import { FieldError } from '../ui/FieldError'
import { errorsFrom, generalField } from '../ui/formErrors'
import { notifySaved } from '../ui/notify'
import { useRefundCommands } from './useRefundCommands'

interface Field {
  readonly label: string
  readonly description: string
  readonly path: string
}

interface Step {
  /** What the action asks for; null where it asks for nothing. */
  readonly field: ((row: RefundRow) => Field) | null
  readonly explained: (row: RefundRow) => string
  readonly button: (amount: string) => string
  readonly done: (amount: string) => string
}

const steps: Record<RefundAction, Step> = {
  send: {
    field: ({ route }) =>
      route === 'bank transfer'
        ? { label: 'Transfer reference', description: 'As the bank shows it', path: 'reference' }
        : { label: 'Gateway reference', description: 'As the gateway answered', path: 'reference' },
    explained: ({ refund, route }) =>
      route === 'bank transfer'
        ? `Name the identity ${refund.key} in the transfer, so that it is never paid out twice. A refund that is sent cannot be taken back.`
        : `Give the gateway the identity ${refund.key}: the same identity is never paid out twice. A refund that is sent cannot be taken back.`,
    button: (amount) => `Note ${amount} as sent`,
    done: (amount) => `${amount} noted as sent.`,
  },
  settle: {
    field: () => ({
      label: 'Bank reference',
      description: 'ARN for cards, RRN for UPI and banks',
      path: 'bankReference',
    }),
    explained: () => 'The supporter has the money. This is final.',
    button: (amount) => `Note ${amount} as settled`,
    done: (amount) => `${amount} noted as settled.`,
  },
  fail: {
    field: () => ({ label: 'Reason', description: 'As the gateway or the bank gave it', path: 'reason' }),
    explained: () => 'The supporter does not have the money. It stays in the queue until it is owed again.',
    button: (amount) => `Note ${amount} as failed`,
    done: (amount) => `${amount} noted as failed.`,
  },
  retry: {
    field: null,
    explained: ({ refund }) => `It is owed again under the same identity, ${refund.key}, and can be sent anew.`,
    button: (amount) => `Owe ${amount} again`,
    done: (amount) => `${amount} owed again.`,
  },
  release: {
    field: null,
    explained: ({ heldUntil, zone }) =>
      `Its cancellation can still be undone${heldUntil === null ? '' : ` until ${shortTime(heldUntil, zone)}`}. Released, the refund can be sent at once and the cancellation stands for good.`,
    button: (amount) => `Release ${amount} now`,
    done: (amount) => `${amount} released: it can be sent.`,
  },
}

interface RefundActionFormProps {
  readonly row: RefundRow
  readonly action: RefundAction
  readonly onDone: () => void
}

/** Takes one refund one step further. */
export function RefundActionForm({ row, action, onDone }: RefundActionFormProps) {
  const step = steps[action]
  const field = step.field?.(row) ?? null
  const amount = formatMoney(row.refund.amount, row.currency)
  const { run, running } = useRefundCommands()
  const form = useForm({
    initialValues: { said: '' },
    validate: { said: (said) => (field !== null && said.trim() === '' ? 'This is needed.' : null) },
  })
  const submit = form.onSubmit(async ({ said }) => {
    const result = await run(action, { orderId: row.orderId, refundId: row.refund.id }, said)
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal, field === null ? {} : { [field.path]: 'said' }))
      return
    }
    notifySaved(step.done(amount))
    onDone()
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FieldError>{form.errors[generalField]}</FieldError>
        <Text size="sm">{step.explained(row)}</Text>
        {field !== null && (
          <TextInput
            label={field.label}
            description={field.description}
            required
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('said')}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={running}>
            {step.button(amount)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
