import { Text } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { isDay, type Zone } from '../../shared/time'
import { FilterMenu } from '../ui/FilterMenu'
import { without } from './orderFilter'
import type { OrdersSearch } from './search'

interface PlacedFilterProps {
  readonly search: OrdersSearch
  readonly zone: Zone
  readonly onChange: (search: OrdersSearch) => void
}

/** From which day to which day orders were placed, both inclusive. */
export function PlacedFilter({ search, zone, onChange }: PlacedFilterProps) {
  const { placedFrom, placedTo } = search
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
            value={[placedFrom ?? null, placedTo ?? null]}
            onChange={([from, to]) => {
              const rest = without(search, 'placedFrom', 'placedTo')
              const begun = from !== null && isDay(from) ? { ...rest, placedFrom: from } : rest
              onChange(to !== null && isDay(to) ? { ...begun, placedTo: to } : begun)
              if (to !== null) close()
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
