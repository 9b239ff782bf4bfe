import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { reasonsInUse } from '../../shared/settings/settings'
import { useAsk } from '../api'

interface ReasonSelectProps {
  readonly value: string
  readonly onChange: (words: string) => void
  readonly error: ReactNode
}

/** One of the reasons that managers keep; empty until one is chosen. */
export function ReasonSelect({ value, onChange, error }: ReasonSelectProps) {
  const asked = useAsk('settings.support', {})
  const reasons = asked.state === 'loaded' ? reasonsInUse(asked.value) : []
  return (
    <Select
      label="Reason"
      required
      searchable
      openOnFocus={false}
      placeholder="Choose"
      nothingFoundMessage="No such reason on the list"
      data={reasons.map(({ words }) => words)}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      error={error}
    />
  )
}
