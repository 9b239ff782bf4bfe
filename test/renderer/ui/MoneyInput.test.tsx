import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { MoneyInput } from '../../../renderer/ui/MoneyInput'
import { minor, type Minor } from '../../../shared/money'

function Form({ first }: { readonly first: Minor | null }) {
  const [amount, setAmount] = useState<Minor | null>(first)
  return (
    <MantineProvider env="test">
      <MoneyInput label="Price" currency="INR" value={amount} onChange={setAmount} />
      <output>{amount === null ? 'no amount' : String(amount)}</output>
    </MantineProvider>
  )
}

async function type(text: string, first: Minor | null = null) {
  render(<Form first={first} />)
  const field = screen.getByLabelText<HTMLInputElement>('Price')
  const user = userEvent.setup()
  await user.clear(field)
  if (text !== '') await user.type(field, text)
  return { field, leave: () => user.tab(), amount: () => screen.getByRole('status').textContent }
}

describe('an amount is typed as people write it', () => {
  test.each([
    ['1,099', '109900', '₹1,099'],
    ['₹1099', '109900', '₹1,099'],
    ['1.5 lakh', '15000000', '₹1,50,000'],
    ['1099.50', '109950', '₹1,099.50'],
  ])('%s', async (typed, minorUnits, shown) => {
    const { field, leave, amount } = await type(typed)
    expect(amount()).toBe(minorUnits)
    expect(field.value).toBe(typed)
    await leave()
    expect(field.value).toBe(shown)
  })

  test('what is no amount is none, stays as it was typed, and is explained when the field is left', async () => {
    const { field, leave, amount } = await type('about ten', minor(109_900))
    expect(amount()).toBe('no amount')
    await leave()
    expect(field.value).toBe('about ten')
    expect(screen.getByText('Write an amount such as 1,099 or 1.5 lakh.')).toBeTruthy()
  })

  test('an emptied field is no amount and no mistake', async () => {
    const { field, leave, amount } = await type('', minor(109_900))
    await leave()
    expect(amount()).toBe('no amount')
    expect(field.getAttribute('aria-invalid')).not.toBe('true')
  })
})
