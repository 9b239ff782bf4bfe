import { MantineProvider } from '@mantine/core'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { SearchField } from '../../../renderer/ui/SearchField'

function field(value: string, onChange: (text: string) => void) {
  return (
    <MantineProvider env="test">
      <SearchField label="Search orders" value={value} onChange={onChange} />
    </MantineProvider>
  )
}

const typed = () => screen.getByRole<HTMLInputElement>('searchbox').value

test('each letter asks at once', async () => {
  const asked = vi.fn<(text: string) => void>()
  render(field('', asked))
  await userEvent.setup().type(screen.getByRole('searchbox'), 'rao')
  expect(asked.mock.calls.flat()).toEqual(['r', 'ra', 'rao'])
})

test('an address that comes back late takes no letter from whoever types on', async () => {
  const { rerender } = render(field('', () => undefined))
  const user = userEvent.setup()
  await user.type(screen.getByRole('searchbox'), 'rao')
  act(() => rerender(field('r', () => undefined)))
  expect(typed()).toBe('rao')
  act(() => rerender(field('rao', () => undefined)))
  expect(typed()).toBe('rao')
})

test('a dropped chip empties the field', async () => {
  const { rerender } = render(field('', () => undefined))
  await userEvent.setup().type(screen.getByRole('searchbox'), 'rao')
  act(() => rerender(field('rao', () => undefined)))
  act(() => rerender(field('', () => undefined)))
  expect(typed()).toBe('')
})
