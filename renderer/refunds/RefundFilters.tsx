import { paymentModes } from '../../shared/campaigns/paymentMode'
import { refundCauses } from '../../shared/refunds/requests'
import type { OrderCampaign } from '../orders/useOrderCampaigns'
import { FilterChips } from '../ui/FilterChips'
import { ChoiceMenu } from '../ui/FilterMenu'
import { SearchField } from '../ui/SearchField'
import type { RefundChip } from './refundChips'
import { without, type RefundsSearch } from './search'

interface RefundFiltersProps {
  readonly search: RefundsSearch
  readonly chips: readonly RefundChip[]
  readonly campaigns: readonly OrderCampaign[]
  readonly onChange: (search: RefundsSearch) => void
}

export function RefundFilters({ search, chips, campaigns, onChange }: RefundFiltersProps) {
  return (
    <FilterChips
      chips={chips.map(({ key, label }) => ({ key, label, drop: () => onChange(without(search, key)) }))}
      dropAll={() => onChange(without(search, ...chips.map(({ key }) => key)))}
    >
      <SearchField
        label="Search refunds"
        placeholder="Order, supporter or reference"
        value={search.text ?? ''}
        onChange={(text) => onChange(text === '' ? without(search, 'text') : { ...search, text })}
      />
      <ChoiceMenu
        label="Cause"
        chosen={search.cause}
        choices={refundCauses.map((cause) => ({ value: cause, label: cause }))}
        onChoose={(cause) => onChange({ ...search, cause })}
      />
      <ChoiceMenu
        label="Campaign"
        chosen={search.campaignId}
        choices={campaigns.map(({ id, label }) => ({ value: id, label }))}
        onChoose={(campaignId) => onChange({ ...search, campaignId })}
      />
      <ChoiceMenu
        label="Payment mode"
        chosen={search.mode}
        choices={paymentModes.map((mode) => ({ value: mode, label: mode }))}
        onChoose={(mode) => onChange({ ...search, mode })}
      />
    </FilterChips>
  )
}
