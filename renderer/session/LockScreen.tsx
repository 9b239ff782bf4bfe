import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconLock } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Session } from '../../shared/shop/requests'
import { ask, RefusedError } from '../api'
import { DoorLayout } from '../shop/DoorLayout'
import { errorsFrom } from '../ui/formErrors'
import { FieldError } from '../ui/FieldError'
import { noteSession } from './enter'

/** Stands over the pages until the person signed in gives the password; what was on screen is kept behind it. */
export function LockScreen({ name }: { readonly name: string }) {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const form = useForm({ initialValues: { password: '' } })
  useEffect(() => {
    const before = document.title
    document.title = 'Locked – Crowdfunding back office'
    return () => {
      document.title = before
    }
  }, [])

  const answer = async (question: () => Promise<Session>) => {
    setAsking(true)
    try {
      noteSession(client, await question())
    } catch (error) {
      form.setValues({ password: '' })
      form.setErrors(
        error instanceof RefusedError ? errorsFrom(error.refusal) : { root: 'The program did not answer. Try again.' },
      )
    } finally {
      setAsking(false)
    }
  }
  return (
    <DoorLayout
      foot={
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => void answer(() => ask('session.signOut', {}))}
        >
          Sign out, unfinished work on this page is lost
        </Button>
      }
    >
      <form onSubmit={form.onSubmit(({ password }) => void answer(() => ask('session.unlock', { password })))}>
        <Stack gap="sm">
          <IconLock size={28} stroke={1.5} aria-hidden />
          <Title order={1}>Locked</Title>
          <Text size="sm" c="dimmed">
            {name} is signed in. Everything is as it was left.
          </Text>
          <FieldError>{form.errors['root']}</FieldError>
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            autoFocus
            {...form.getInputProps('password')}
          />
          <Button type="submit" fullWidth loading={asking} mt="xs">
            Unlock
          </Button>
        </Stack>
      </form>
    </DoorLayout>
  )
}
