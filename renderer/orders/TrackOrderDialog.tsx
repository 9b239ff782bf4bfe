import { Autocomplete, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { OrderView } from '../../shared/orders/requests'
import { useCommand } from '../api'
import { FieldError } from '../ui/FieldError'
import { errorsFrom, generalField } from '../ui/formErrors'
import { notifySaved } from '../ui/notify'
import { carriers } from './carriers'

interface TrackOrderDialogProps {
  readonly view: OrderView
  readonly onClose: () => void
}

const needed = (text: string): string | null => (text.trim() === '' ? 'This is needed.' : null)

/** Tells the tracking number of a parcel that has gone, or puts it right. */
export function TrackOrderDialog({ view, onClose }: TrackOrderDialogProps) {
  const { id, number, shipment } = view.order
  const { run, running } = useCommand('orders.track')
  const known = shipment?.trackingNumber ?? ''
  const form = useForm({
    initialValues: { carrier: shipment?.carrier ?? '', trackingNumber: known },
    validate: { carrier: needed, trackingNumber: needed },
  })
  const save = form.onSubmit(async (values) => {
    const result = await run({ id, ...values })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    notifySaved(`Order ${number} has its tracking number.`)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={`Tracking number of order ${number}`}>
      <form onSubmit={save} noValidate>
        <Stack gap="md">
          <FieldError>{form.errors[generalField]}</FieldError>
          {known !== '' && <Text size="sm">What stands here now stays in the time line.</Text>}
          <Autocomplete
            label="Carrier"
            required
            openOnFocus={false}
            data={carriers}
            {...form.getInputProps('carrier')}
          />
          <TextInput
            label="Tracking number"
            required
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('trackingNumber')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={running}>
              {known === '' ? 'Note the number' : 'Correct the number'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
