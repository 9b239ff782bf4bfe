import { Autocomplete, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { unitsLeft } from '../../shared/orders/orderState'
import type { OrderView } from '../../shared/orders/requests'
import { useCommand } from '../api'
import { FieldError } from '../ui/FieldError'
import { errorsFrom, generalField } from '../ui/formErrors'
import { notifySaved } from '../ui/notify'
import { addressLines } from './addressLines'
import { carriers } from './carriers'
import { unitCount } from '../ui/counts'

interface ShipOrderDialogProps {
  readonly view: OrderView
  readonly onClose: () => void
}

const needed = (text: string): string | null => (text.trim() === '' ? 'This is needed.' : null)

/** Notes that a parcel was handed to a carrier. */
export function ShipOrderDialog({ view, onClose }: ShipOrderDialogProps) {
  const { order, productName, variantName } = view
  const { run, running } = useCommand('orders.ship')
  const form = useForm({
    initialValues: { carrier: '', trackingNumber: '' },
    validate: { carrier: needed, trackingNumber: needed },
  })
  const ship = form.onSubmit(async (values) => {
    const result = await run({ id: order.id, ...values })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    notifySaved(`Order ${order.number} is shipped.`)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={`Ship order ${order.number}`}>
      <form onSubmit={ship} noValidate>
        <Stack gap="md">
          <FieldError>{form.errors[generalField]}</FieldError>
          <Text size="sm">
            {unitCount(unitsLeft(order))} of {productName}, {variantName}, to {addressLines(order.supporter).join(', ')}
            . Once shipped, the order can no longer be cancelled.
          </Text>
          <Autocomplete
            label="Carrier"
            required
            openOnFocus={false}
            data={carriers}
            data-autofocus
            {...form.getInputProps('carrier')}
          />
          <TextInput label="Tracking number" required autoComplete="off" {...form.getInputProps('trackingNumber')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={running}>
              Ship {unitCount(unitsLeft(order))}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
