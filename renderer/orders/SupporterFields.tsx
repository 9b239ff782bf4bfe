import { Fieldset, Group, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Market } from '../../shared/campaigns/market'
import { normalisePhone, normalisePostalCode } from '../../shared/orders/supporter'
import { sample, supporterErrors, type PlaceOrderValues } from './placeOrderValues'

interface SupporterFieldsProps {
  readonly form: UseFormReturnType<PlaceOrderValues>
  readonly market: Market
}

/** Who orders and where it goes. A field that is left says at once what is wrong with it, and shows numbers the way they are kept. */
export function SupporterFields({ form, market }: SupporterFieldsProps) {
  const examples = sample[market]
  const leave = (path: string) => () => {
    const { phone, address } = form.values.supporter
    if (path === 'supporter.phone') {
      const kept = normalisePhone(phone, market)
      if (kept.ok) form.setFieldValue(path, kept.value)
    }
    if (path === 'supporter.address.postalCode') {
      const kept = normalisePostalCode(address.postalCode, market)
      if (kept.ok) form.setFieldValue(path, kept.value)
    }
    const error = supporterErrors(form.values.supporter, market)[path]
    // A field that was only passed through is not blamed yet.
    if (error === undefined) form.clearFieldError(path)
    else if (error !== 'This is needed.') form.setFieldError(path, error)
  }
  const field = (path: string) => ({ ...form.getInputProps(path), onBlur: leave(path), autoComplete: 'off' })
  return (
    <Fieldset legend="Supporter" variant="unstyled" m={0} fw={600}>
      <Stack gap="sm" fw={400}>
        <TextInput label="Name" required {...field('supporter.name')} />
        <Group grow align="flex-start" wrap="nowrap">
          <TextInput label="Phone" required description={`Such as ${examples.phone}`} {...field('supporter.phone')} />
          <TextInput label="E-mail" {...field('supporter.email')} />
        </Group>
        <TextInput label="Address" required {...field('supporter.address.line1')} />
        <TextInput label="Address, second line" {...field('supporter.address.line2')} />
        <Group grow align="flex-start" wrap="nowrap">
          <TextInput
            label={examples.postalWord}
            required
            description={`Such as ${examples.postalCode}`}
            {...field('supporter.address.postalCode')}
          />
          <TextInput label="City" required {...field('supporter.address.city')} />
          <TextInput label="State or region" {...field('supporter.address.region')} />
        </Group>
      </Stack>
    </Fieldset>
  )
}
