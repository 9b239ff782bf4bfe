import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { formatMoney, parseMoney, type Currency, type Minor } from '../../shared/money'

interface MoneyInputProps {
  readonly label: string
  readonly currency: Currency
  readonly value: Minor | null
  /** Null while what is typed is no amount. */
  readonly onChange: (amount: Minor | null) => void
  readonly error?: ReactNode
  readonly description?: ReactNode
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly w?: number | string | undefined
  readonly onBlur?: (() => void) | undefined
}

const written = (amount: Minor | null, currency: Currency): string =>
  amount === null ? '' : formatMoney(amount, currency)

/** An amount typed as people write it (1,099 · ₹1099 · 1.5 lakh), shown back normalised when the field is left. */
export function MoneyInput({ currency, value, onChange, error, onBlur, ...field }: MoneyInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const read = (text: string): void => {
    setTyped(text)
    setUnreadable(null)
    const parsed = text.trim() === '' ? null : parseMoney(text)
    onChange(parsed?.ok === true ? parsed.value : null)
  }
  const leave = (): void => {
    const parsed = typed === null || typed.trim() === '' ? null : parseMoney(typed)
    if (parsed?.ok === false) setUnreadable(parsed.refusal.message)
    else setTyped(null)
    onBlur?.()
  }
  const shown = definedOnly(field)
  return (
    <TextInput
      {...shown}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? written(value, currency)}
      error={unreadable ?? error}
      onChange={({ currentTarget }) => read(currentTarget.value)}
      onBlur={leave}
    />
  )
}

/** Mantine's properties may be absent but not undefined. */
function definedOnly<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
