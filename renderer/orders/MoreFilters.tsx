import { Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { regionName } from '../../shared/orders/details'
import { waits, waitWords } from '../../shared/orders/grouping'
import { useAsk } from '../api'
import { FilterMenu } from '../ui/FilterMenu'
import { LoadedView } from '../ui/LoadedView'
import { without } from './orderFilter'
import type { OrdersSearch } from './search'

interface MoreFiltersProps {
  /** The choices are those of its campaign. */
  readonly search: OrdersSearch
  readonly onChange: (search: OrdersSearch) => void
}

type Name = 'variantId' | 'offerId' | 'region' | 'postalArea' | 'reason' | 'wait'

/** What reports tell orders apart by: the variant, where they go, why they were cancelled, how soon they were paid. */
export function MoreFilters(props: MoreFiltersProps) {
  return <FilterMenu label="More">{(close) => <Choices {...props} close={close} />}</FilterMenu>
}

function Choices({ search, onChange, close }: MoreFiltersProps & { readonly close: () => void }) {
  const choices = useAsk('orders.choices', { campaignId: search.campaignId ?? null })
  const set = (name: Name, value: string | null) => {
    const rest = without(search, name)
    onChange(value === null ? rest : { ...rest, [name]: value })
    close()
  }
  const select = (name: Name, label: string, data: readonly Choice[]) =>
    data.length > 0 && (
      <Select
        size="xs"
        label={label}
        placeholder="Any"
        clearable
        searchable={data.length > 8}
        data={data}
        value={search[name] ?? null}
        onChange={(value) => set(name, value)}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={180}
      />
    )
  const named = ({ id, name }: { readonly id: string; readonly name: string }): Choice => ({ value: id, label: name })
  return (
    <LoadedView of={choices}>
      {({ variants, offers, regions, reasons }) => (
        <Stack gap={8} w={240}>
          {select('variantId', 'Variant', variants.map(named))}
          {select('offerId', 'Offer', offers.map(named))}
          {select(
            'region',
            'State or region',
            regions.map((value) => ({ value, label: regionName(value) })),
          )}
          <PostalArea
            key={search.postalArea}
            value={search.postalArea ?? ''}
            onChange={(area) => set('postalArea', area)}
          />
          {select(
            'reason',
            'Reason for cancelling',
            reasons.map((value) => ({ value, label: value })),
          )}
          {select(
            'wait',
            'Time to payment',
            waits.map((value) => ({ value, label: waitWords(value) })),
          )}
        </Stack>
      )}
    </LoadedView>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

interface PostalAreaProps {
  readonly value: string
  readonly onChange: (area: string | null) => void
}

/** Taken as soon as all three are typed, or with Enter. */
function PostalArea({ value, onChange }: PostalAreaProps) {
  const [typed, setTyped] = useState(value)
  const take = (text: string) => onChange(text === '' ? null : text)
  return (
    <TextInput
      size="xs"
      label="First three of the postal code"
      placeholder="Any"
      maxLength={3}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        if (currentTarget.value.length === 3) take(currentTarget.value)
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take(typed)
      }}
    />
  )
}
