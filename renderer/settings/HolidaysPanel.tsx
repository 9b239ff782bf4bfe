import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { marketFacts, markets, type Market } from '../../shared/campaigns/market'
import type { Holiday, Holidays } from '../../shared/settings/holidays'
import { endOfDay, shortDay } from '../../shared/time'
import { useCommand } from '../api'
import { errorsFrom, generalField } from '../ui/formErrors'
import { FieldError } from '../ui/FieldError'
import { notifyRefused, notifySaved } from '../ui/notify'
import { Panel } from '../ui/Panel'
import classes from './settings.module.css'

/** Days on which banks do not work, market by market: due clocks of refunds do not count them. */
export function HolidaysPanel({ holidays }: { readonly holidays: Holidays }) {
  return (
    <Panel title="Bank holidays">
      <Text size="sm" mb="sm">
        Due clocks of refunds count working days: neither weekends nor these.
      </Text>
      {holidays.length > 0 && (
        <ul className={classes.reasons} aria-label="Bank holidays by day">
          {holidays.map((holiday) => (
            <HolidayRow key={`${holiday.market} ${holiday.day}`} holiday={holiday} />
          ))}
        </ul>
      )}
      <NewHoliday />
    </Panel>
  )
}

const dayInWords = ({ market, day }: Holiday): string => {
  const { zone } = marketFacts[market]
  return shortDay(endOfDay(day, zone), zone)
}

function HolidayRow({ holiday }: { readonly holiday: Holiday }) {
  const { run, running } = useCommand('settings.removeHoliday')
  const { market, day, name } = holiday
  const remove = async () => {
    const result = await run({ market, day })
    if (result.ok) notifySaved(`${name} counts as a working day again.`)
    else notifyRefused(result.refusal)
  }
  return (
    <li className={classes.reason}>
      <span className={classes.words}>
        {dayInWords(holiday)} · {marketFacts[market].name} · {name}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        loading={running}
        aria-label={`Remove ${name} on ${dayInWords(holiday)}`}
        onClick={() => void remove()}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}

function NewHoliday() {
  const { run, running } = useCommand('settings.addHoliday')
  const [market, setMarket] = useState<Market>('IN')
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const add = async () => {
    const result = await run({ market, day, name })
    setErrors(result.ok ? {} : errorsFrom(result.refusal, { day: 'day', name: 'name' }))
    if (!result.ok) return
    setDay('')
    setName('')
    notifySaved('Due clocks count without that day from now on.')
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (day !== '' && name.trim() !== '') void add()
      }}
    >
      <FieldError>{errors[generalField]}</FieldError>
      <Group align="flex-start" gap="sm" mt="sm">
        <Select
          label="Market"
          w={140}
          allowDeselect={false}
          data={markets.map((each) => ({ value: each, label: marketFacts[each].name }))}
          value={market}
          onChange={(next) => setMarket(markets.find((each) => each === next) ?? market)}
        />
        <TextInput
          label="Day"
          type="date"
          w={160}
          value={day}
          error={errors['day']}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <TextInput
          label="Name"
          w={240}
          maxLength={60}
          value={name}
          error={errors['name']}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" variant="default" mt={24} loading={running} disabled={day === '' || name.trim() === ''}>
          Add the holiday
        </Button>
      </Group>
    </form>
  )
}
