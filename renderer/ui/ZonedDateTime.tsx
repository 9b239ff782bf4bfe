import { Group, Input } from '@mantine/core'
import { DateInput, TimeInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { atTime, day, dayOf, timeOfDay, type Instant, type Zone } from '../../shared/time'

interface ZonedDateTimeProps {
  readonly label: string
  readonly zone: Zone
  readonly value: Instant | null
  readonly onChange: (at: Instant | null) => void
  /** The time of day that a picked date means while none is set: "23:59:59" for ends. */
  readonly defaultTime?: string
  readonly error?: ReactNode
  readonly description?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
}

const joined = (date: string, time: string, zone: Zone): Instant => atTime(day(date), time, zone)

/** A date and a time of day on the clocks of a named zone. */
export function ZonedDateTime(props: ZonedDateTimeProps) {
  const { label, zone, value, onChange, defaultTime = '00:00:00', error, description, required = false } = props
  const time = value === null ? defaultTime : timeOfDay(value, zone)
  const date = value === null ? null : dayOf(value, zone)
  return (
    <Input.Wrapper label={label} description={description} error={error} required={required} labelElement="div">
      <Group gap="xs" wrap="nowrap">
        <DateInput
          aria-label={`${label}, date`}
          value={date}
          valueFormat="D MMM YYYY"
          clearable={!required}
          clearButtonProps={{ 'aria-label': `Empty ${label.toLowerCase()}` }}
          disabled={props.disabled ?? false}
          error={error !== undefined && error !== null}
          style={{ flex: 1 }}
          onChange={(picked) => onChange(picked === null ? null : joined(picked, time, zone))}
        />
        <TimeInput
          aria-label={`${label}, time in ${zone}`}
          withSeconds
          value={time}
          disabled={(props.disabled ?? false) || date === null}
          w={120}
          onChange={({ currentTarget }) =>
            date !== null && currentTarget.value !== '' && onChange(joined(date, currentTarget.value, zone))
          }
        />
      </Group>
      <Input.Description mt={4}>{zone}</Input.Description>
    </Input.Wrapper>
  )
}
