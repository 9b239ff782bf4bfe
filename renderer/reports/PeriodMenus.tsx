import { DatePicker } from '@mantine/dates'
import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { currencies, type Currency } from '../../shared/money'
import { periodNames } from '../../shared/reports/period'
import type { PeriodReport } from '../../shared/reports/portfolio/periodReport'
import { addDays, isDay, type Day } from '../../shared/time'
import { ChoiceList, FilterMenu } from '../ui/FilterMenu'
import { periodLabel, periodLabels, spanWords } from './periodWords'
import classes from './reports.module.css'
import { againstOf, periodOf, type PortfolioSearch } from './search'

interface PeriodMenusProps {
  readonly search: PortfolioSearch
  readonly report: PeriodReport
  readonly onChange: (search: PortfolioSearch) => void
}

/** Which days the numbers are of, which they are compared with, and in which currency. */
export function PeriodMenus({ search, report, onChange }: PeriodMenusProps) {
  const { span, earlier, currency, currencies: own } = report
  return (
    <div className={classes.menus} role="search" aria-label="Period">
      <PeriodMenu {...{ search, report, onChange }} />
      <AgainstMenu {...{ search, report, onChange }} />
      <Text size="sm" c="dimmed">
        {spanWords(span)}, beside {spanWords(earlier)}
      </Text>
      {own.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label="Currency"
          data={[...own]}
          value={currency}
          onChange={(chosen) => onChange({ ...search, currency: currencyOf(chosen, own) })}
        />
      )}
    </div>
  )
}

/** The main market's is not written into the address. */
const currencyOf = (chosen: string, own: readonly Currency[]): Currency | undefined =>
  chosen === own[0] ? undefined : currencies.find((each) => each === chosen)

function PeriodMenu({ search, report, onChange }: PeriodMenusProps) {
  const period = periodOf(search)
  const { from: _from, to: _to, period: _period, ...rest } = search
  return (
    <FilterMenu label={periodLabel(period)}>
      {(close) => (
        <div className={classes.period}>
          <ChoiceList
            label="Period"
            choices={periodNames.map((value) => ({ value, label: periodLabels[value] }))}
            chosen={period.kind === 'days' ? undefined : period.kind}
            onChoose={(chosen) => {
              onChange(chosen === 'last 30 days' ? rest : { ...rest, period: chosen })
              close()
            }}
          />
          <TwoDays
            zone={report.zone}
            onChoose={(from, to) => {
              onChange({ ...rest, from, to })
              close()
            }}
          />
        </div>
      )}
    </FilterMenu>
  )
}

interface TwoDaysProps {
  readonly zone: string
  readonly onChoose: (from: Day, to: Day) => void
}

function TwoDays({ zone, onChoose }: TwoDaysProps) {
  const [chosen, setChosen] = useState<[string | null, string | null]>([null, null])
  return (
    <div>
      <DatePicker
        type="range"
        allowSingleDateInRange
        hideOutsideDates
        // Its red for weekends is too faint to read.
        weekendDays={[]}
        ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
        aria-label="Any two days"
        value={chosen}
        onChange={([from, to]) => {
          setChosen([from, to])
          if (from !== null && to !== null && isDay(from) && isDay(to)) onChoose(from, to)
        }}
      />
      <Text size="xs" c="dimmed" mt={8}>
        Days in {zone}, both included
      </Text>
    </div>
  )
}

const againstChoices = [
  { value: 'period before', label: 'The period before' },
  { value: 'year before', label: 'The same days a year before' },
] as const

function AgainstMenu({ search, report, onChange }: PeriodMenusProps) {
  const against = againstOf(search)
  const { against: _against, againstFrom: _from, ...rest } = search
  const words =
    against.kind === 'from'
      ? `Beside ${spanWords(report.earlier)}`
      : against.kind === 'year before'
        ? 'Beside a year before'
        : 'Beside the period before'
  return (
    <FilterMenu label={words}>
      {(close) => (
        <div className={classes.period}>
          <ChoiceList
            label="Compared with"
            choices={againstChoices}
            chosen={against.kind === 'from' ? undefined : against.kind}
            onChoose={(chosen) => {
              onChange(chosen === 'period before' ? rest : { ...rest, against: chosen })
              close()
            }}
          />
          <div>
            <DatePicker
              hideOutsideDates
              weekendDays={[]}
              ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
              aria-label="From an earlier day"
              maxDate={addDays(report.span.from, -1)}
              defaultDate={report.earlier.from}
              value={against.kind === 'from' ? against.from : null}
              onChange={(from) => {
                if (from === null || !isDay(from)) return
                onChange({ ...rest, againstFrom: from })
                close()
              }}
            />
            <Text size="xs" c="dimmed" mt={8}>
              As many days from an earlier day on
            </Text>
          </div>
        </div>
      )}
    </FilterMenu>
  )
}
