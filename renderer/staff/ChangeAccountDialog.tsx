import { Button, Divider, Group, Modal, PasswordInput, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Colleague, Role } from '../../shared/staff/account'
import { useCommand } from '../api'
import { checkInput, errorsFrom } from '../ui/formErrors'
import { FieldError } from '../ui/FieldError'
import { notifySaved } from '../ui/notify'
import { RolesField } from './RolesField'

interface ChangeAccountDialogProps {
  /** Null while the dialog is closed. */
  readonly account: Colleague | null
  readonly onClose: () => void
}

export function ChangeAccountDialog({ account, onClose }: ChangeAccountDialogProps) {
  return (
    <Modal opened={account !== null} onClose={onClose} title={account?.name ?? ''}>
      {account !== null && (
        <Stack gap="lg">
          <AccountForm account={account} onClose={onClose} />
          <Divider />
          <NewPasswordForm account={account} onClose={onClose} />
        </Stack>
      )}
    </Modal>
  )
}

interface AccountFormProps {
  readonly account: Colleague
  readonly onClose: () => void
}

function AccountForm({ account, onClose }: AccountFormProps) {
  const { id, name, roles, active, signInName } = account
  const change = useCommand('staff.change')
  const initialValues: { name: string; roles: Role[]; active: boolean } = { name, roles: [...roles], active }
  const form = useForm({ initialValues, validate: (values) => checkInput('staff.change', { id, ...values }) })
  const save = async (values: typeof form.values) => {
    const result = await change.run({ id, ...values })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    notifySaved(`The account of ${values.name.trim()} is saved.`)
    onClose()
  }
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="md">
        <FieldError>{form.errors['root']}</FieldError>
        <TextInput label="Name" description={`Signs in as ${signInName}`} {...form.getInputProps('name')} />
        <RolesField
          value={form.values.roles}
          error={form.errors['roles']}
          onChange={(roles) => form.setFieldValue('roles', roles)}
        />
        <Switch
          label="Active"
          description="An inactive account cannot sign in. It is kept, because the audit trail names it."
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.running} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** For someone who has forgotten the password: nobody can be told the old one. */
function NewPasswordForm({ account, onClose }: AccountFormProps) {
  const setPassword = useCommand('staff.setPassword')
  const form = useForm({
    initialValues: { password: '' },
    validate: ({ password }) => checkInput('staff.setPassword', { id: account.id, password }),
  })
  const save = async ({ password }: typeof form.values) => {
    const result = await setPassword.run({ id: account.id, password })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    notifySaved(`${account.name} signs in with the new password from now on.`)
    onClose()
  }
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="md">
        <FieldError>{form.errors['root']}</FieldError>
        <PasswordInput
          label="New password"
          description="Where the old one is forgotten. At least 10 characters."
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={setPassword.running}>
            Set this password
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
