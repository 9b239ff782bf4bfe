import { Button, Group, Input, SegmentedControl, Select, Text } from '@mantine/core'
import { marketFacts, markets, type Market } from '../../../shared/campaigns/market'
import type { ChosenSettlement } from '../../../shared/reports/reconcile/requests'
import { settlementFields, type SettlementMapping } from '../../../shared/reports/reconcile/settlementFields'
import { amountUnits, type AmountUnit } from '../../../shared/reports/reconcile/settlementFile'
import { MappingPanel } from '../../sheets/MappingPanel'
import { Panel } from '../../ui/Panel'
import classes from './money.module.css'

/** How a settlement file is to be read: what was found out, and what a person knows better. */
interface Reading {
  readonly mapping: SettlementMapping
  readonly market: Market
  /** Null until somebody says it. */
  readonly unit: AmountUnit | null
  /** Whether which column is what is being said. */
  readonly saying: boolean
}

interface SettlementReadingProps {
  readonly chosen: ChosenSettlement
  readonly reading: Reading
  /** The field that could not be read this way. */
  readonly wrong: string | null
  readonly busy: boolean
  /** The file was reconciled this way. */
  readonly tried: boolean
  readonly onChange: (change: Partial<Reading>) => void
  readonly onReconcile: (unit: AmountUnit) => void
}

/** Names that are known are not asked for; where they are not, or on request, each column is said by hand. */
export function SettlementReading(props: SettlementReadingProps) {
  const { chosen, reading, wrong, busy, tried, onChange, onReconcile } = props
  const { mapping, unit } = reading
  const reconcile = () => {
    if (unit !== null) onReconcile(unit)
  }
  if (reading.saying)
    return (
      <MappingPanel
        chosen={chosen}
        fields={settlementFields}
        knownFrom="gateways"
        mapping={mapping}
        wrong={wrong}
        busy={busy}
        next="Reconcile"
        ready={unit !== null && (mapping.entity !== null || mapping.payment !== null)}
        tried={tried}
        onChange={(next) => onChange({ mapping: next })}
        onNext={reconcile}
      >
        <div className={classes.besides}>
          <MarketAndUnit {...props} />
        </div>
      </MappingPanel>
    )
  return (
    <Panel
      title={chosen.file}
      side={
        <Group gap={8}>
          <Button size="xs" variant="default" disabled={busy} onClick={() => onChange({ saying: true })}>
            Columns
          </Button>
          <Button size="xs" variant={tried ? 'default' : 'filled'} disabled={busy} onClick={reconcile}>
            Reconcile
          </Button>
        </Group>
      }
    >
      <MarketAndUnit {...props} />
    </Panel>
  )
}

const unitWords: Readonly<Record<AmountUnit, string>> = {
  smallest: 'Smallest units (paise): 109900',
  whole: 'Whole units (rupees): 1099.00',
}

function MarketAndUnit({ chosen, reading: { market, unit }, busy, onChange }: SettlementReadingProps) {
  return (
    <>
      <Group align="flex-start" gap="md">
        <Select
          label="Market"
          data={markets.map((value) => ({ value, label: marketFacts[value].name }))}
          value={market}
          allowDeselect={false}
          disabled={busy}
          onChange={(value) => {
            const known = markets.find((each) => each === value)
            if (known !== undefined) onChange({ market: known })
          }}
        />
        <Input.Wrapper label="Amounts in the file" labelElement="div">
          <div>
            <SegmentedControl
              aria-label="Amounts in the file"
              value={unit ?? ''}
              disabled={busy}
              onChange={(value) => {
                const known = amountUnits.find((each) => each === value)
                if (known !== undefined) onChange({ unit: known })
              }}
              data={amountUnits.map((value) => ({ value, label: unitWords[value] }))}
            />
          </div>
        </Input.Wrapper>
      </Group>
      <Text className={classes.quiet} mt="xs">
        {unitHelp(chosen, unit)}
      </Text>
    </>
  )
}

function unitHelp({ unit: proposed, remembered }: ChosenSettlement, unit: AmountUnit | null): string {
  if (unit === null) return 'Say how the file writes amounts. It is remembered with its columns.'
  if (proposed === null) return 'Remembered with the columns for the next file.'
  if (remembered)
    return proposed === unit
      ? 'As the last file with these columns was read.'
      : 'The last file with these columns was read otherwise.'
  return proposed === unit ? 'As the amounts in the file look.' : 'The amounts in the file look otherwise.'
}
