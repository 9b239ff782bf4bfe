import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { marketFacts } from '../../shared/campaigns/market'
import { maySeeAlerts } from '../../shared/overview/alerts'
import { useCommand } from '../api'
import { useSession } from '../session/useSession'
import { Facts } from '../ui/Facts'
import { checkInput, errorsFrom } from '../ui/formErrors'
import { FieldError } from '../ui/FieldError'
import { notifySaved } from '../ui/notify'
import { PageShell } from '../ui/PageShell'
import { Panel } from '../ui/Panel'
import { When } from '../ui/When'
import classes from './AccountPage.module.css'
import { AlertsPanel } from './AlertsPanel'
import { roleFacts } from './roleFacts'

/** What is known of whoever is signed in, and the one thing that everybody may change about it. */
export function AccountPage() {
  const { who, locksAfterMinutes } = useSession()
  const mayBeTold = maySeeAlerts(who.roles)
  return (
    <PageShell title="Account">
      <div className={classes.panels}>
        <Panel title="You">
          <Facts
            of={[
              ['Name', who.name],
              ['Sign-in name', who.signInName],
              ...who.roles.map((role) => [roleFacts[role].label, roleFacts[role].may] as const),
              ['Account since', <When key="since" at={who.createdAt} zone={marketFacts.IN.zone} form="day" />],
              ['Locks by itself', `after ${locksAfterMinutes} minutes without a key or a click`],
            ]}
          />
        </Panel>
        {mayBeTold && <AlertsPanel />}
        <Panel title="Password">
          <ChangePasswordForm />
        </Panel>
      </div>
    </PageShell>
  )
}

const nothingTyped = { current: '', next: '', again: '' }

function ChangePasswordForm() {
  const change = useCommand('session.changePassword')
  const form = useForm({
    initialValues: nothingTyped,
    validate: ({ again, ...input }) => ({
      ...(input.current === '' ? { current: 'This is needed.' } : {}),
      ...checkInput('session.changePassword', input),
      ...(again === input.next ? {} : { again: 'The two passwords differ.' }),
    }),
  })
  const save = async ({ current, next }: typeof form.values) => {
    const result = await change.run({ current, next })
    if (!result.ok) {
      form.setErrors(errorsFrom(result.refusal))
      return
    }
    form.setValues(nothingTyped)
    notifySaved('The new password counts from now on.')
  }
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack gap="md">
        <FieldError>{form.errors['root']}</FieldError>
        <PasswordInput label="Current password" autoComplete="current-password" {...form.getInputProps('current')} />
        <PasswordInput
          label="New password"
          description="At least 10 characters; a few words are easiest to remember"
          autoComplete="new-password"
          {...form.getInputProps('next')}
        />
        <PasswordInput label="New password again" autoComplete="new-password" {...form.getInputProps('again')} />
        <Group justify="flex-end">
          <Button type="submit" loading={change.running}>
            Change the password
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
