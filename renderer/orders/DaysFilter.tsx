import { Select, Stack, Text } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { orderEvents, orderEventWords, type OrderEvent } from '../../shared/orders/details'
import { isDay, type Day, type Zone } from '../../shared/time'
import { FilterMenu } from '../ui/FilterMenu'
import { without } from './orderFilter'
import type { OrdersSearch } from './search'

interface DaysFilterProps {
  readonly search: OrdersSearch
  readonly zone: Zone
  readonly onChange: (search: OrdersSearch) => void
}

/** What happened to orders, and from which day to which, both inclusive. */
export function DaysFilter(props: DaysFilterProps) {
  return <FilterMenu label="Days">{(close) => <DaysChoice {...props} close={close} />}</FilterMenu>
}

type What = 'placed' | OrderEvent

const choices: readonly { readonly value: What; readonly label: string }[] = [
  { value: 'placed', label: 'Placed' },
  ...orderEvents.map((event) => ({ value: event, label: orderEventWords(event) })),
]

function DaysChoice({ search, zone, onChange, close }: DaysFilterProps & { readonly close: () => void }) {
  const [what, setWhat] = useState<What>(search.event ?? 'placed')
  const event = what === 'placed' ? undefined : what
  const [from, to] = event === undefined ? [search.placedFrom, search.placedTo] : [search.eventFrom, search.eventTo]
  const change = (first: Day | undefined, last: Day | undefined) => onChange(changed(search, event, first, last))
  return (
    <Stack gap={8}>
      <Select
        size="xs"
        label="What happened"
        data={choices}
        value={what}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => {
          const chosen = choices.find((choice) => choice.value === value)?.value ?? 'placed'
          setWhat(chosen)
          // It happened at some time, until days are chosen.
          if (chosen !== 'placed') onChange(changed(search, chosen))
        }}
      />
      <DatePicker
        type="range"
        allowSingleDateInRange
        hideOutsideDates
        // Its red for weekends is too faint to read.
        weekendDays={[]}
        ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
        aria-label={`${choices.find(({ value }) => value === what)?.label ?? ''} from and to`}
        value={[from ?? null, to ?? null]}
        onChange={([first, last]) => {
          change(dayIn(first), dayIn(last))
          if (last !== null) close()
        }}
      />
      <Text size="xs" c="dimmed">
        Days in {zone}, both included
      </Text>
    </Stack>
  )
}

/** The days of one thing that happens take the place of those before; when it was placed is asked besides. */
function changed(search: OrdersSearch, event: OrderEvent | undefined, from?: Day, to?: Day): OrdersSearch {
  if (event === undefined) {
    const rest = without(search, 'placedFrom', 'placedTo')
    return { ...rest, ...(from !== undefined && { placedFrom: from }), ...(to !== undefined && { placedTo: to }) }
  }
  const rest = without(search, 'event', 'eventFrom', 'eventTo', 'eventHour', 'eventWeekday')
  return { ...rest, event, ...(from !== undefined && { eventFrom: from }), ...(to !== undefined && { eventTo: to }) }
}

const dayIn = (text: string | null): Day | undefined => (text !== null && isDay(text) ? text : undefined)
