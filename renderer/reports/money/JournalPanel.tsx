import { Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { marketFacts, type Market } from '../../../shared/campaigns/market'
import { journalKinds, type JournalKind } from '../../../shared/reports/money/requests'
import { isDay, type Day } from '../../../shared/time'
import { ask } from '../../api'
import { ExportMenu } from '../../sheets/ExportMenu'
import { dayWords } from '../../ui/chart/chartWords'
import { Panel } from '../../ui/Panel'
import { spanWords } from '../periodWords'
import classes from './money.module.css'

interface JournalPanelProps {
  readonly market: Market
  readonly from: Day
  readonly to: Day
  readonly onFrom: (from: Day) => void
}

const words: Readonly<Record<JournalKind, { readonly label: string; readonly help: string }>> = {
  entries: {
    label: 'Every entry',
    help: 'Each movement of money with its debit and its credit, its order number and its reference.',
  },
  days: { label: 'By day', help: 'What each campaign’s entries of a day come to, account by account.' },
  balances: {
    label: 'Balances',
    help: 'Opening, movement and closing of every account, campaign by campaign. Credits are negative.',
  },
}

/** The books of the period for the accountants: every entry balances, and so does the whole, to the smallest unit. */
export function JournalPanel({ market, from, to, onFrom }: JournalPanelProps) {
  const [kind, setKind] = useState<JournalKind>('entries')
  return (
    <Panel
      title="Journal for the accountants"
      side={
        <ExportMenu
          row="row"
          total={null}
          available={from <= to}
          run={(format) => ask('sheets.exportJournal', { market, from, to, kind, format })}
        />
      }
    >
      <div className={classes.stack}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label="From"
            type="date"
            value={from}
            error={from > to ? `After ${dayWords(to)}, the last day.` : null}
            onChange={({ currentTarget: { value } }) => isDay(value) && onFrom(value)}
          />
          <SegmentedControl
            aria-label="What is exported"
            value={kind}
            onChange={setKind}
            data={journalKinds.map((value) => ({ value, label: words[value].label }))}
          />
        </Group>
        <Text size="sm">{words[kind].help}</Text>
        <Text className={classes.quiet}>
          {marketFacts[market].name}, {spanWords({ from, to })}, both included. Money is revenue from the decision that
          its campaign succeeded; before that it is held for supporters.
        </Text>
      </div>
    </Panel>
  )
}
