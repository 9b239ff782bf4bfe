import { Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Role } from '../../shared/staff/account'
import { useCommand } from '../api'
import { checkInput, errorsFrom } from '../ui/formErrors'
import { FieldError } from '../ui/FieldError'
import { notifySaved } from '../ui/notify'
import { RolesField } from './RolesField'

interface NewAccountDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function NewAccountDialog({ opened, onClose }: NewAccountDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="New account">
      <NewAccountForm onClose={onClose} />
    </Modal>
  )
}

const atFirst: readonly Role[] = ['support']

function NewAccountForm({ onClose }: { readonly onClose: () => void }) {
  const create = useCommand('staff.create')
  const form = useForm({
    initialValues: { name: '', signInName: '', roles: [...atFirst], password: '' },
    validate: (values) => checkInput('staff.create', values),
  })
  const save = async (values: typeof form.values) => {
    const result = await create.run(values)
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    notifySaved(`${values.name.trim()} can sign in as ${values.signInName.trim().toLowerCase()}.`)
    onClose()
  }
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="md">
        <FieldError>{form.errors['root']}</FieldError>
        <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label="Sign-in name"
          description="2 to 32 small letters, digits, dots or hyphens; it stays for ever"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('signInName')}
        />
        <RolesField
          value={form.values.roles}
          error={form.errors['roles']}
          onChange={(roles) => form.setFieldValue('roles', roles)}
        />
        <PasswordInput
          label="First password"
          description="At least 10 characters. Its owner changes it on the account page."
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.running}>
            Create the account
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
