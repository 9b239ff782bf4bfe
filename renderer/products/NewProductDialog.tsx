import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { currencies, type Currency } from '../../shared/money'
import { useCommand } from '../api'
import { FieldError } from '../ui/FieldError'
import { errorsFrom } from '../ui/formErrors'
import { currencyNames } from './currencyNames'

interface NewProductDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Asks for what a draft cannot be without, puts it at the end of the list and opens it. */
export function NewProductDialog({ opened, onClose }: NewProductDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="New product">
      <NewProductForm onClose={onClose} />
    </Modal>
  )
}

function NewProductForm({ onClose }: { readonly onClose: () => void }) {
  const { run, running } = useCommand('products.create')
  const navigate = useNavigate()
  const form = useForm<{ name: string; currency: Currency }>({ initialValues: { name: '', currency: 'INR' } })
  const create = form.onSubmit(async (asked) => {
    const reply = await run(asked)
    if (!reply.ok) {
      form.setErrors(errorsFrom(reply.refusal))
      return
    }
    onClose()
    await navigate({ to: '/products/$productId', params: { productId: reply.value.id } })
  })
  return (
    <form onSubmit={create}>
      <Stack>
        <FieldError>{form.errors['root']}</FieldError>
        <TextInput
          label="Name"
          description="As supporters will read it. Everything else is written in the editor."
          maxLength={120}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label="Currency of its price"
          data={currencies.map((currency) => ({ value: currency, label: currencyNames[currency] }))}
          {...form.getInputProps('currency')}
        />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={running}>
            Create draft
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
