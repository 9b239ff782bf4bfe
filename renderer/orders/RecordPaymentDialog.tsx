import { Alert, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCheck, IconClockExclamation } from '@tabler/icons-react'
import { paymentModes, type PaymentMode } from '../../shared/campaigns/paymentMode'
import { formatMoney, type Minor } from '../../shared/money'
import { amountLeft, inTimePayment, unitsLeft } from '../../shared/orders/orderState'
import type { OrderView } from '../../shared/orders/requests'
import { whyLate } from '../../shared/orders/recordPayment'
import { laterOf, type Instant } from '../../shared/time'
import { useCommand } from '../api'
import { FieldError } from '../ui/FieldError'
import { errorsFrom, generalField } from '../ui/formErrors'
import { MoneyInput } from '../ui/MoneyInput'
import { notifySaved } from '../ui/notify'
import { useNow } from '../ui/useNow'
import { ZonedDateTime } from '../ui/ZonedDateTime'
import { heldByOthers } from './heldByOthers'
import { lateWords } from './lateWords'

interface RecordPaymentDialogProps {
  readonly view: OrderView
  readonly onClose: () => void
}

interface PaymentValues {
  readonly mode: PaymentMode | null
  readonly reference: string
  readonly amount: Minor | null
  readonly paidAt: Instant | null
}

const needed = 'This is needed.'

/** Records money that arrived, and says before it is recorded whether it will count. */
export function RecordPaymentDialog({ view, onClose }: RecordPaymentDialogProps) {
  const { order, campaign } = view
  const { zone } = campaign.campaign
  const { run, running } = useCommand('orders.recordPayment')
  const at = useNow()
  const form = useForm<PaymentValues>({
    // What the window shows as now may be half a minute old; money never came before the order.
    initialValues: {
      mode: null,
      reference: '',
      amount: isPayable(view) ? amountLeft(order) : null,
      paidAt: laterOf(order.placedAt, at),
    },
    validate: {
      mode: (mode) => (mode === null ? 'Choose how it was paid.' : null),
      reference: (reference) => (reference.trim() === '' ? needed : null),
      amount: (amount) => (amount === null ? 'Write the amount that arrived.' : null),
      paidAt: (paidAt) => (paidAt === null ? needed : null),
    },
  })
  const { mode, amount, paidAt } = form.values
  const late = paidAt === null ? null : lateness(view, paidAt, at)

  const record = form.onSubmit(async ({ mode: how, reference, amount: arrived, paidAt: when }) => {
    if (how === null || arrived === null || when === null) return
    const result = await run({ id: order.id, mode: how, reference, amount: arrived, paidAt: when })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    const shown = formatMoney(arrived, order.currency)
    notifySaved(
      result.value.late === null
        ? `${shown} recorded: order ${order.number} is paid.`
        : `${shown} recorded as late money (${result.value.late}) and owed back.`,
    )
    onClose()
  })
  return (
    <Modal opened onClose={onClose} size={520} title={`Record a payment for order ${order.number}`}>
      <form onSubmit={record} noValidate>
        <Stack gap="md">
          <FieldError>{form.errors[generalField]}</FieldError>
          <Group grow align="flex-start" wrap="nowrap">
            <Select
              label="Payment mode"
              required
              data-autofocus
              placeholder="Choose"
              data={[...paymentModes]}
              value={mode}
              onChange={(chosen) => form.setFieldValue('mode', paymentModes.find((known) => known === chosen) ?? null)}
              error={form.errors['mode']}
            />
            <MoneyInput
              label="Amount"
              required
              currency={order.currency}
              value={amount}
              onChange={(next) => form.setFieldValue('amount', next)}
              error={form.errors['amount']}
            />
          </Group>
          <TextInput
            label="Gateway reference"
            required
            autoComplete="off"
            description="As the gateway or the bank statement shows it"
            {...form.getInputProps('reference')}
          />
          <ZonedDateTime
            label="Confirmed"
            required
            description="When the gateway confirmed it: what the deadline compares"
            zone={zone}
            value={paidAt}
            onChange={(next) => form.setFieldValue('paidAt', next)}
            error={form.errors['paidAt']}
          />
          {form.errors['paidAt'] === undefined && <WhatItDoes view={view} late={late} amount={amount} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={running}>
              {recordLabel(late !== null, amount, view)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Whether there is a price that is due: what comes for any other order may be any amount. */
const isPayable = ({ order }: OrderView): boolean => inTimePayment(order) === null && unitsLeft(order) > 0

/** As the rule will judge it, from what this page knows; the main process judges again when it is recorded. */
function lateness({ order, campaign, others }: OrderView, paidAt: Instant, at: Instant) {
  const heldBySupporter = heldByOthers(order, others, at)
  return whyLate({ order, campaign: campaign.campaign, tally: campaign.tally, heldBySupporter }, paidAt, at)
}

interface WhatItDoesProps {
  readonly view: OrderView
  readonly late: ReturnType<typeof lateness>
  readonly amount: Minor | null
}

function WhatItDoes({ view, late, amount }: WhatItDoesProps) {
  const { order, campaign } = view
  if (late === null) {
    const due = formatMoney(amountLeft(order), order.currency)
    return (
      <Alert color="teal" variant="light" icon={<IconCheck size={18} aria-hidden />} role="status">
        In time: the order becomes paid and counts towards the campaign. The amount must be exactly {due}.
      </Alert>
    )
  }
  const back = amount === null ? 'It' : formatMoney(amount, order.currency)
  return (
    <Alert color="yellow" variant="light" icon={<IconClockExclamation size={18} aria-hidden />} role="status">
      Late money: {lateWords(late, order, campaign.campaign)} {back} does not count and is owed back in full.
    </Alert>
  )
}

function recordLabel(late: boolean, amount: Minor | null, { order }: OrderView): string {
  if (amount === null) return 'Record the payment'
  const shown = formatMoney(amount, order.currency)
  return late ? `Record late money — ${shown} owed back` : `Record ${shown}`
}
