import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'

interface UnitsInputProps {
  readonly label: string
  /** Null while the field is empty. */
  readonly value: number | null
  readonly onChange: (units: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly error?: ReactNode
  readonly description?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly suffix?: string
  readonly w?: number | string
}

/** A whole number of pieces. */
export function UnitsInput({ value, onChange, min = 1, ...field }: UnitsInputProps) {
  return (
    <NumberInput
      {...field}
      min={min}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      hideControls={false}
      thousandSeparator=","
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' && Number.isSafeInteger(typed) ? typed : null)}
    />
  )
}
