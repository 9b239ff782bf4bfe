import { Text } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import type { AuditSlice } from '../../shared/audit/requests'
import { isDay } from '../../shared/time'
import { FilterChips } from '../ui/FilterChips'
import { ChoiceMenu, FilterMenu } from '../ui/FilterMenu'
import { SearchField } from '../ui/SearchField'
import { actionWords } from './actionWords'
import { auditZone, without, type AuditChip } from './auditFilter'
import type { AuditSearch } from './search'

interface AuditFiltersProps {
  readonly search: AuditSearch
  readonly chips: readonly AuditChip[]
  readonly people: AuditSlice['people']
  readonly actions: AuditSlice['actions']
  readonly onChange: (search: AuditSearch) => void
}

const theProgram = 'program'

export function AuditFilters({ search, chips, people, actions, onChange }: AuditFiltersProps) {
  const person = search.byProgram === true ? theProgram : search.byId
  return (
    <FilterChips
      chips={chips.map(({ key, label, rest }) => ({ key, label, drop: () => onChange(rest) }))}
      dropAll={() => onChange({})}
    >
      <SearchField
        label="Search the trail"
        placeholder="Any word of it"
        value={search.text ?? ''}
        pause={200}
        onChange={(text) => onChange(text === '' ? without(search, 'text') : { ...search, text })}
      />
      <ChoiceMenu
        label="Who"
        chosen={person}
        choices={people.map(({ id, name }) => ({ value: id ?? theProgram, label: name }))}
        onChoose={(chosen) => {
          const rest = without(search, 'byId', 'byProgram')
          const found = people.find(({ id }) => id === chosen)
          onChange(found?.id ? { ...rest, byId: found.id } : { ...rest, byProgram: true })
        }}
      />
      <ChoiceMenu
        label="What"
        chosen={search.action}
        choices={actions.map((action) => ({ value: action, label: actionWords(action) }))}
        onChoose={(action) => onChange({ ...search, action })}
      />
      <FilterMenu label="When">
        {(close) => <DaysChoice search={search} onChange={onChange} close={close} />}
      </FilterMenu>
    </FilterChips>
  )
}

interface DaysChoiceProps {
  readonly search: AuditSearch
  readonly onChange: (search: AuditSearch) => void
  readonly close: () => void
}

function DaysChoice({ search, onChange, close }: DaysChoiceProps) {
  return (
    <>
      <DatePicker
        type="range"
        allowSingleDateInRange
        aria-label="From and to"
        value={[search.from ?? null, search.to ?? null]}
        onChange={([from, to]) => {
          const rest = without(search, 'from', 'to')
          const begun = from !== null && isDay(from) ? { ...rest, from } : rest
          onChange(to !== null && isDay(to) ? { ...begun, to } : begun)
          if (to !== null) close()
        }}
      />
      <Text size="xs" c="dimmed" mt={8}>
        Days in {auditZone}, both included
      </Text>
    </>
  )
}
