import { Button, Checkbox, Stack } from '@mantine/core'
import { IconPlus, IconTargetArrow } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { campaignStates, type CampaignState } from '../../shared/campaigns/campaign'
import { useAsk } from '../api'
import { useMay } from '../session/useSession'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { FilterChips, type FilterChip } from '../ui/FilterChips'
import { FilterMenu } from '../ui/FilterMenu'
import { PageShell } from '../ui/PageShell'
import { SearchField } from '../ui/SearchField'
import { campaignColumns } from './campaignColumns'
import type { CampaignsSearch } from './search'

const route = getRouteApi('/campaigns')

/** All campaigns, by filters that the address holds. */
export function CampaignsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayDraft = useMay('merchandiser')
  const { text = '', states = [], productId = null } = search
  const views = useAsk('campaigns.list', { text, states, productId }, { keep: true })
  const product = useAsk('products.one', { id: productId ?? '' }, { enabled: productId !== null })
  const change = (next: CampaignsSearch) => void navigate({ search: next, replace: true })
  const productName = product.state === 'loaded' ? product.value?.product.name : undefined
  const chips = chipsOf(search, productName ?? 'one product', change)
  const newCampaign = mayDraft && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/campaigns/new" search={productId === null ? {} : { productId }} {...props} />}
    >
      New campaign
    </Button>
  )
  return (
    <PageShell title="Campaigns" fill action={newCampaign}>
      <FilterChips chips={chips} dropAll={() => change({})}>
        <SearchField
          label="Search campaigns"
          placeholder="Product or country"
          value={text}
          onChange={(typed) => change({ ...search, text: typed === '' ? undefined : typed })}
        />
        <FilterMenu label="State">
          {() => <StateChoice states={states} onChange={(chosen) => change({ ...search, states: chosen })} />}
        </FilterMenu>
      </FilterChips>
      {views.state === 'failed' ? (
        <ErrorState message={views.message} retry={views.retry} />
      ) : (
        <DataTable
          ariaLabel="Campaigns"
          columns={campaignColumns}
          rows={views.state === 'loaded' ? views.value : []}
          loading={views.state === 'loading'}
          rowKey={({ campaign }) => campaign.id}
          onOpen={({ campaign }) =>
            void navigate({ to: '/campaigns/$campaignId', params: { campaignId: campaign.id } })
          }
          nothingFound={chips.length > 0 ? <NothingFound chips={chips} /> : undefined}
          empty={
            <EmptyState icon={IconTargetArrow} title="No campaigns yet" action={newCampaign}>
              A campaign gives a product a target and a timeline. It is drafted here and launched by a manager.
            </EmptyState>
          }
        />
      )}
    </PageShell>
  )
}

interface StateChoiceProps {
  readonly states: readonly CampaignState[]
  readonly onChange: (states: CampaignState[] | undefined) => void
}

function StateChoice({ states, onChange }: StateChoiceProps) {
  return (
    <Checkbox.Group
      label="State"
      value={[...states]}
      onChange={(chosen) => {
        const kept = campaignStates.filter((state) => chosen.includes(state))
        onChange(kept.length === 0 ? undefined : kept)
      }}
    >
      <Stack gap={8} mt={8}>
        {campaignStates.map((state) => (
          <Checkbox key={state} value={state} label={state} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

function chipsOf(
  search: CampaignsSearch,
  productName: string,
  change: (next: CampaignsSearch) => void,
): readonly FilterChip[] {
  const { text = '', states = [], productId } = search
  return [
    ...(text === '' ? [] : [{ key: 'text', label: `“${text}”`, drop: () => change({ ...search, text: undefined }) }]),
    ...states.map((state) => ({
      key: state,
      label: `State: ${state}`,
      drop: () => {
        const left = states.filter((other) => other !== state)
        change({ ...search, states: left.length === 0 ? undefined : left })
      },
    })),
    ...(productId === undefined
      ? []
      : [
          {
            key: 'product',
            label: `Product: ${productName}`,
            drop: () => change({ ...search, productId: undefined }),
          },
        ]),
  ]
}

function NothingFound({ chips }: { readonly chips: readonly FilterChip[] }) {
  return (
    <EmptyState
      icon={IconTargetArrow}
      title={chips.length === 1 ? 'No campaign fits this filter' : 'No campaign fits all of these filters'}
      action={
        <Stack gap="xs">
          {chips.map(({ key, label, drop }) => (
            <Button key={key} variant="default" size="xs" onClick={drop}>
              Drop {label}
            </Button>
          ))}
        </Stack>
      }
    />
  )
}
