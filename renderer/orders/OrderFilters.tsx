import { Button, Checkbox, Stack } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { memo, useMemo, type ReactNode } from 'react'
import { paymentModes } from '../../shared/campaigns/paymentMode'
import { orderStates, type OrderState } from '../../shared/orders/order'
import type { Zone } from '../../shared/time'
import { FilterChips } from '../ui/FilterChips'
import { ChoiceMenu, FilterMenu } from '../ui/FilterMenu'
import { SearchField } from '../ui/SearchField'
import { useSteady } from '../ui/useSteady'
import { DaysFilter } from './DaysFilter'
import { MoreFilters } from './MoreFilters'
import { filterNames, without } from './orderFilter'
import type { OrderChip } from './orderChips'
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

/** The bar above the list. Each letter of a search changes the address; menus that show nothing of it are not drawn again. */
export function OrderFilters({ search, chips, campaigns, zone, onChange, side }: OrderFiltersProps) {
  const set = useSteady((change: OrdersSearch) => onChange({ ...search, ...change }))
  // Variants and offers are a campaign's own.
  const chooseCampaign = useSteady((chosen: OrdersSearch) =>
    onChange({ ...without(search, 'variantId', 'offerId'), ...chosen }),
  )
  const choose = useSteady((chosen: readonly OrderState[]) =>
    onChange(chosen.length === 0 ? without(search, 'states') : { ...search, states: [...chosen] }),
  )
  const untyped = useUntyped(search)
  const change = useSteady((next: OrdersSearch) => onChange({ ...next, ...(search.text && { text: search.text }) }))
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
      <StateMenu states={search.states ?? none} onChange={choose} />
      <CampaignMenu chosen={search.campaignId} campaigns={campaigns} onChange={chooseCampaign} />
      <ModeMenu chosen={search.mode} onChange={set} />
      <DaysMenu search={untyped} zone={zone} onChange={change} />
      <MoreMenu search={untyped} onChange={change} />
      {search.toShip !== true && <ToShip onChange={set} />}
    </FilterChips>
  )
}

/** The address without what is typed: the same one while somebody types. */
function useUntyped(search: OrdersSearch): OrdersSearch {
  const written = JSON.stringify(without(search, 'text'))
  return useMemo(() => JSON.parse(written) as OrdersSearch, [written])
}

const none: readonly OrderState[] = []

type Change = (change: OrdersSearch) => void

interface StateMenuProps {
  readonly states: readonly OrderState[]
  readonly onChange: (states: readonly OrderState[]) => void
}

const StateMenu = memo(function StateMenu({ states, onChange }: StateMenuProps) {
  return (
    <FilterMenu label="State">
      {() => (
        <Checkbox.Group
          label="State"
          value={[...states]}
          onChange={(chosen) => onChange(orderStates.filter((state) => chosen.includes(state)))}
        >
          <Stack gap={8} mt={8}>
            {orderStates.map((state) => (
              <Checkbox key={state} value={state} label={state} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FilterMenu>
  )
})

interface CampaignMenuProps {
  readonly chosen: OrderCampaign['id'] | undefined
  readonly campaigns: readonly OrderCampaign[]
  readonly onChange: Change
}

const CampaignMenu = memo(function CampaignMenu({ chosen, campaigns, onChange }: CampaignMenuProps) {
  return (
    <ChoiceMenu
      label="Campaign"
      chosen={chosen}
      choices={campaigns.map(({ id, label }) => ({ value: id, label }))}
      onChoose={(campaignId) => onChange({ campaignId })}
    />
  )
})

interface ModeMenuProps {
  readonly chosen: OrdersSearch['mode']
  readonly onChange: Change
}

const ModeMenu = memo(function ModeMenu({ chosen, onChange }: ModeMenuProps) {
  return (
    <ChoiceMenu
      label="Payment mode"
      chosen={chosen}
      choices={paymentModes.map((mode) => ({ value: mode, label: mode }))}
      onChoose={(mode) => onChange({ mode })}
    />
  )
})

const DaysMenu = memo(DaysFilter)
const MoreMenu = memo(MoreFilters)

const ToShip = memo(function ToShip({ onChange }: { readonly onChange: Change }) {
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPackageExport size={14} aria-hidden />}
      onClick={() => onChange({ toShip: true })}
    >
      To ship
    </Button>
  )
})
