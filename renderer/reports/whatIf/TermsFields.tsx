import { NumberInput, Select } from '@mantine/core'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { marketFacts, markets } from '../../../shared/campaigns/market'
import { minor } from '../../../shared/money'
import { weekdays } from '../../../shared/weekday'
import { mostDays } from '../../../shared/reports/whatIf/requests'
import { shortDay } from '../../../shared/time'
import { useAsk } from '../../api'
import { Choice } from '../../campaigns/Choice'
import { MoneyInput } from '../../ui/MoneyInput'
import { UnitsInput } from '../../ui/UnitsInput'
import classes from '../campaignCharts.module.css'
import { quarters } from './termWords'
import type { WhatIfAsk, WhatIfSearch } from './search'

interface TermsFieldsProps {
  readonly search: WhatIfSearch
  readonly ask: WhatIfAsk
  readonly base: Campaign | null
  readonly onChange: (search: WhatIfSearch) => void
}

/** The terms to try. They begin with a campaign's own, or with free ones. */
export function TermsFields({ search, ask, base, onChange }: TermsFieldsProps) {
  const { currency } = marketFacts[ask.market]
  const set = (part: WhatIfSearch) => onChange({ ...search, ...part })
  return (
    <div className={classes.form}>
      <BaseSelect base={base} onChange={onChange} />
      <Select
        label="Market"
        description="Only its campaigns are replayed."
        data={markets.map((market) => ({ value: market, label: marketFacts[market].name }))}
        value={ask.market}
        disabled={base !== null}
        allowDeselect={false}
        onChange={(market) => onChange({ market: market ?? undefined, units: search.units, days: search.days })}
      />
      <Choice
        label="The target counts"
        choices={[
          { value: 'units', label: 'Units' },
          { value: 'amount', label: 'Amount' },
        ]}
        value={ask.target.kind}
        onChange={(kind) =>
          set(kind === 'units' ? { units: 200, amount: undefined } : { units: undefined, amount: minor(20_000_000) })
        }
      />
      {ask.target.kind === 'units' ? (
        <UnitsInput
          label="Target"
          description="Units that must be paid."
          value={ask.target.units}
          onChange={(units) => units !== null && set({ units, amount: undefined })}
        />
      ) : (
        <MoneyInput
          label="Target"
          description="Amount that must be paid."
          currency={currency}
          value={ask.target.amount}
          onChange={(amount) => amount !== null && set({ amount, units: undefined })}
        />
      )}
      <NumberInput
        label="Timeline"
        description="Calendar days, first and last included."
        min={1}
        max={mostDays}
        allowDecimal={false}
        suffix={ask.days === 1 ? ' day' : ' days'}
        value={ask.days}
        onChange={(days) => typeof days === 'number' && set({ days })}
      />
      <MoneyInput
        label="Price of one unit"
        description="Empty: each campaign keeps its own."
        placeholder="its own"
        currency={currency}
        value={ask.price}
        onChange={(price) => set({ price: price ?? undefined })}
      />
      <NumberInput
        label="Price sensitivity, assumed"
        description="Per cent fewer units a per cent dearer: 0 the same units, 1 the same money."
        min={0}
        max={5}
        step={0.5}
        decimalScale={2}
        disabled={ask.price === null}
        value={ask.elasticity}
        onChange={(elasticity) => typeof elasticity === 'number' && set({ elasticity })}
      />
      <Select
        label="Launched on a"
        description="Only campaigns that were, too."
        placeholder="any day"
        clearable
        clearButtonProps={{ 'aria-label': 'Any day' }}
        data={weekdays.map((name, index) => ({ value: String(index), label: name }))}
        value={ask.weekday === null ? null : String(ask.weekday)}
        onChange={(weekday) => set({ weekday: weekday === null ? undefined : Number(weekday) })}
      />
      <Select
        label="Launched in"
        description="Only campaigns of that season."
        placeholder="any season"
        clearable
        clearButtonProps={{ 'aria-label': 'Any season' }}
        data={quarters.map((name, index) => ({ value: String(index), label: name }))}
        value={ask.quarter === null ? null : String(ask.quarter)}
        onChange={(quarter) => set({ quarter: quarter === null ? undefined : Number(quarter) })}
      />
    </div>
  )
}

/** Campaigns come by themselves: the terms do not wait for a list of hundreds. */
function BaseSelect({ base, onChange }: Pick<TermsFieldsProps, 'base' | 'onChange'>) {
  const asked = useAsk('campaigns.list', { text: '', states: [], productId: null })
  const campaigns = asked.state === 'loaded' ? asked.value : []
  return (
    <Select
      label="Begin with"
      description="A campaign whose terms are tried otherwise."
      placeholder="Free terms"
      clearable
      clearButtonProps={{ 'aria-label': 'Free terms' }}
      searchable
      nothingFoundMessage="No campaign of this name"
      data={campaigns.map(({ campaign, productName, state }) => ({
        value: campaign.id,
        label: `${productName}, ${shortDay(campaign.startsAt, campaign.zone)} (${state})`,
      }))}
      value={base?.id ?? null}
      onChange={(id) => onChange({ campaignId: campaigns.find(({ campaign }) => campaign.id === id)?.campaign.id })}
    />
  )
}
