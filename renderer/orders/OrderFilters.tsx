import { Button, Checkbox, Stack } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { paymentModes } from '../../shared/campaigns/paymentMode'
import { orderStates } from '../../shared/orders/order'
import type { Zone } from '../../shared/time'
import { FilterChips } from '../ui/FilterChips'
import { ChoiceMenu, FilterMenu } from '../ui/FilterMenu'
import { SearchField } from '../ui/SearchField'
import { filterNames, without } from './orderFilter'
import type { OrderChip } from './orderChips'
import { PlacedFilter } from './PlacedFilter'
import type { OrdersSearch } from './search'
import type { OrderCampaign } from './useOrderCampaigns'

interface OrderFiltersProps {
  readonly search: OrdersSearch
  readonly chips: readonly OrderChip[]
  readonly campaigns: readonly OrderCampaign[]
  readonly zone: Zone
  readonly onChange: (search: OrdersSearch) => void
  /** At the far end of the bar. */
  readonly side?: ReactNode
}

export function OrderFilters({ search, chips, campaigns, zone, onChange, side }: OrderFiltersProps) {
  const set = (change: OrdersSearch) => onChange({ ...search, ...change })
  const states = search.states ?? []
  return (
    <FilterChips
      chips={chips.map(({ key, label, rest }) => ({ key, label, drop: () => onChange(rest) }))}
      dropAll={() => onChange(without(search, ...filterNames))}
      side={side}
    >
      <SearchField
        label="Search orders"
        placeholder="Number, name, phone or e-mail"
        value={search.text ?? ''}
        onChange={(text) => onChange(text === '' ? without(search, 'text') : { ...search, text })}
      />
      <FilterMenu label="State">
        {() => (
          <Checkbox.Group
            label="State"
            value={states}
            onChange={(chosen) => {
              const kept = orderStates.filter((state) => chosen.includes(state))
              onChange(kept.length === 0 ? without(search, 'states') : { ...search, states: kept })
            }}
          >
            <Stack gap={8} mt={8}>
              {orderStates.map((state) => (
                <Checkbox key={state} value={state} label={state} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </FilterMenu>
      <ChoiceMenu
        label="Campaign"
        chosen={search.campaignId}
        choices={campaigns.map(({ id, label }) => ({ value: id, label }))}
        onChoose={(campaignId) => set({ campaignId })}
      />
      <ChoiceMenu
        label="Payment mode"
        chosen={search.mode}
        choices={paymentModes.map((mode) => ({ value: mode, label: mode }))}
        onChoose={(mode) => set({ mode })}
      />
      <PlacedFilter search={search} zone={zone} onChange={onChange} />
      {search.toShip !== true && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPackageExport size={14} aria-hidden />}
          onClick={() => set({ toShip: true })}
        >
          To ship
        </Button>
      )}
    </FilterChips>
  )
}
