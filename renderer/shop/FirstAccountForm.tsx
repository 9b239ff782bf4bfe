import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, RefusedError } from '../api'
import { noteSession, noteShop } from '../session/enter'
import { checkInput, errorsFrom } from '../ui/formErrors'
import { FieldError } from '../ui/FieldError'

/** Starts an empty shop with the account of whoever starts it, a manager who holds all roles. */
export function FirstAccountForm() {
  const client = useQueryClient()
  const [starting, setStarting] = useState(false)
  const form = useForm({
    initialValues: { shopName: '', name: '', signInName: '', password: '', again: '' },
    validate: ({ again, ...input }) => ({
      ...checkInput('shop.start', input),
      ...(again === input.password ? {} : { again: 'The two passwords differ.' }),
    }),
  })
  const start = async ({ again: _, ...input }: typeof form.values) => {
    setStarting(true)
    try {
      const status = await ask('shop.start', input)
      // Whoever has just chosen the password need not type it again.
      const session = await ask('session.signIn', { signInName: input.signInName, password: input.password })
      noteShop(client, status)
      noteSession(client, session)
    } catch (error) {
      form.setErrors(
        error instanceof RefusedError ? errorsFrom(error.refusal) : { root: 'The program did not answer. Try again.' },
      )
    } finally {
      setStarting(false)
    }
  }
  return (
    <form onSubmit={form.onSubmit((values) => void start(values))} noValidate>
      <Stack gap="sm">
        <Text size="sm">A shop of your own on this computer. The first account may do everything.</Text>
        <FieldError>{form.errors['root']}</FieldError>
        <TextInput label="Name of the shop" {...form.getInputProps('shopName')} />
        <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label="Sign-in name"
          autoComplete="username"
          spellCheck={false}
          description="Small letters and digits"
          {...form.getInputProps('signInName')}
        />
        <PasswordInput
          label="Password"
          description="At least 10 characters; a few words are easiest to remember"
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <PasswordInput label="Password again" autoComplete="new-password" {...form.getInputProps('again')} />
        <Button type="submit" variant="default" loading={starting} mt="xs">
          Start an empty shop
        </Button>
      </Stack>
    </form>
  )
}
