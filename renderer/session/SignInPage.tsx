import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SampleAccount, ShopStatus } from '../../shared/shop/requests'
import { ask, RefusedError } from '../api'
import { DoorLayout } from '../shop/DoorLayout'
import { errorsFrom } from '../ui/formErrors'
import { FieldError } from '../ui/FieldError'
import { noteSession } from './enter'
import { SampleAccounts } from './SampleAccounts'
import { ShopChoices } from './ShopChoices'

type OpenStatus = Extract<ShopStatus, { kind: 'open' }>

/** Asks who is at the window. In the sample shop the three accounts are shown, one click fills them in. */
export function SignInPage({ status }: { readonly status: OpenStatus }) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const form = useForm({ initialValues: { signInName: '', password: '' } })
  useEffect(() => {
    document.title = `Sign in – ${status.name}`
  }, [status.name])

  const signIn = async (values: typeof form.values) => {
    setAsking(true)
    try {
      noteSession(client, await ask('session.signIn', values))
    } catch (error) {
      form.setErrors(
        error instanceof RefusedError ? errorsFrom(error.refusal) : { root: 'The program did not answer. Try again.' },
      )
    } finally {
      setAsking(false)
    }
  }
  const fill = ({ signInName, password }: SampleAccount) => {
    form.setValues({ signInName, password })
    form.clearErrors()
    button.current?.focus()
  }
  return (
    <DoorLayout
      sample={status.shop === 'sample'}
      beside={status.sampleAccounts.length > 0 && <SampleAccounts accounts={status.sampleAccounts} onChoose={fill} />}
      foot={<ShopChoices shop={status.shop} />}
    >
      <form onSubmit={form.onSubmit((values) => void signIn(values))}>
        <Stack gap="sm">
          <Title order={1}>Sign in to {status.name}</Title>
          <FieldError>{form.errors['root']}</FieldError>
          <TextInput
            label="Sign-in name"
            autoComplete="username"
            autoFocus
            spellCheck={false}
            {...form.getInputProps('signInName')}
          />
          <PasswordInput label="Password" autoComplete="current-password" {...form.getInputProps('password')} />
          <Button type="submit" fullWidth loading={asking} ref={button} mt="xs">
            Sign in
          </Button>
        </Stack>
      </form>
    </DoorLayout>
  )
}
