import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Campaign, Discount } from '../../../shared/campaigns/campaign'
import { addOffer } from '../../../shared/campaigns/offers'
import { discounted } from '../../../shared/campaigns/priceAt'
import { id, type OfferId } from '../../../shared/ids'
import { formatMoney, type Minor } from '../../../shared/money'
import { laterOf, type Instant } from '../../../shared/time'
import { useCommand } from '../../api'
import { FieldError } from '../../ui/FieldError'
import { errorsFrom } from '../../ui/formErrors'
import { MoneyInput } from '../../ui/MoneyInput'
import { notifySaved } from '../../ui/notify'
import { ZonedDateTime } from '../../ui/ZonedDateTime'
import { Choice } from '../Choice'

interface AddOfferDialogProps {
  readonly campaign: Campaign
  readonly at: Instant
  readonly opened: boolean
  readonly onClose: () => void
}

export function AddOfferDialog({ campaign, at, opened, onClose }: AddOfferDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add an offer" size="lg">
      <AddOfferForm campaign={campaign} at={at} onClose={onClose} />
    </Modal>
  )
}

interface OfferForm {
  readonly name: string
  readonly kind: Discount['kind']
  readonly percent: number | null
  readonly amount: Minor | null
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

function discountOf({ kind, percent, amount }: OfferForm): Discount | null {
  if (kind === 'percent') return percent === null ? null : { kind, percent }
  return amount === null ? null : { kind, amount }
}

function AddOfferForm({ campaign, at, onClose }: Omit<AddOfferDialogProps, 'opened'>) {
  const { currency, zone, price } = campaign
  const [form, setForm] = useState<OfferForm>(() => ({
    name: '',
    kind: 'percent',
    percent: null,
    amount: null,
    startsAt: laterOf(campaign.startsAt, at),
    endsAt: campaign.endsAt,
  }))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const add = useCommand('campaigns.addOffer')
  const discount = discountOf(form)
  const change = (part: Partial<OfferForm>) => {
    setForm({ ...form, ...part })
    setErrors({})
  }
  const submit = async () => {
    const { name, startsAt, endsAt } = form
    if (discount === null || startsAt === null || endsAt === null) {
      setErrors(unfinished(form))
      return
    }
    const offer = { name, discount, startsAt, endsAt }
    // The rule's own words come before the request is made.
    const tried = addOffer(campaign, { id: id<OfferId>(crypto.randomUUID()), offer }, at)
    const reply = tried.ok ? await add.run({ id: campaign.id, offer }) : tried
    if (!reply.ok) {
      setErrors(errorsFrom(reply.refusal))
      return
    }
    notifySaved(`${name} is added`)
    onClose()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack>
        <FieldError>{errors['root'] ?? errors['offer']}</FieldError>
        <TextInput
          label="Name"
          placeholder="Festival sale"
          data-autofocus
          maxLength={80}
          value={form.name}
          error={errors['offer.name']}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Group align="start">
          <Choice
            label="Discount"
            choices={[
              { value: 'percent', label: 'Percentage' },
              { value: 'amount', label: 'Amount' },
            ]}
            value={form.kind}
            onChange={(kind) => change({ kind })}
          />
          {form.kind === 'percent' ? (
            <NumberInput
              label="Off each unit, %"
              decimalScale={2}
              allowNegative={false}
              clampBehavior="none"
              value={form.percent ?? ''}
              error={errors['offer.discount.percent']}
              onChange={(typed) => change({ percent: typeof typed === 'number' ? typed : null })}
            />
          ) : (
            <MoneyInput
              label="Off each unit"
              currency={currency}
              value={form.amount}
              error={errors['offer.discount.amount']}
              onChange={(amount) => change({ amount })}
            />
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {discount === null
            ? `The price is ${formatMoney(price, currency)} a unit.`
            : `${formatMoney(discounted(price, discount), currency)} a unit instead of ${formatMoney(price, currency)}, rounded down once for each unit.`}
        </Text>
        <Group align="start" grow>
          <ZonedDateTime
            label="From"
            zone={zone}
            value={form.startsAt}
            error={errors['offer.startsAt']}
            onChange={(startsAt) => change({ startsAt })}
          />
          <ZonedDateTime
            label="To"
            zone={zone}
            value={form.endsAt}
            defaultTime="23:59:59"
            error={errors['offer.endsAt']}
            onChange={(endsAt) => change({ endsAt })}
          />
        </Group>
        <Text size="sm" c="dimmed">
          Where offers overlap, the better one for the supporter applies.
        </Text>
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.running}>
            Add offer
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function unfinished(form: OfferForm): Record<string, string> {
  return {
    ...(form.kind === 'percent' && form.percent === null ? { 'offer.discount.percent': 'Write a percentage.' } : {}),
    ...(form.kind === 'amount' && form.amount === null ? { 'offer.discount.amount': 'Write an amount.' } : {}),
    ...(form.startsAt === null ? { 'offer.startsAt': 'Choose when it begins.' } : {}),
    ...(form.endsAt === null ? { 'offer.endsAt': 'Choose when it ends.' } : {}),
  }
}
