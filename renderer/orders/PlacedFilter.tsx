import { Text } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { isDay, type Day, type Zone } from '../../shared/time'
import { FilterMenu } from '../ui/FilterMenu'

interface PlacedFilterProps {
  readonly from: Day | undefined
  readonly to: Day | undefined
  readonly zone: Zone
  readonly onChange: (from: Day | undefined, to: Day | undefined) => void
}

/** From which day to which day orders were placed, both inclusive. */
export function PlacedFilter({ from, to, zone, onChange }: PlacedFilterProps) {
  return (
    <FilterMenu label="Placed">
      {(close) => (
        <>
          <DatePicker
            type="range"
            allowSingleDateInRange
            hideOutsideDates
            // Its red for weekends is too faint to read.
            weekendDays={[]}
            ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
            aria-label="Placed from and to"
            value={[from ?? null, to ?? null]}
            onChange={([first, last]) => {
              onChange(dayIn(first), dayIn(last))
              if (last !== null) close()
            }}
          />
          <Text size="xs" c="dimmed" mt={8}>
            Days in {zone}, both included
          </Text>
        </>
      )}
    </FilterMenu>
  )
}

const dayIn = (text: string | null): Day | undefined => (text !== null && isDay(text) ? text : undefined)
