import { Button, Tabs } from '@mantine/core'
import { IconFileImport, IconPrinter, IconTableExport } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { CampaignId } from '../../shared/ids'
import { everyOrder } from '../../shared/orders/requests'
import { BulkBar, type AskedScope } from '../bulk/BulkBar'
import { filterInWords } from '../bulk/scopeWords'
import { zoneOfSearch } from '../orders/orderFilter'
import { useOrderCampaigns } from '../orders/useOrderCampaigns'
import { useOrderList } from '../orders/useOrderList'
import { useOrderSelection } from '../orders/useOrderSelection'
import { useMay } from '../session/useSession'
import { orderCount } from '../ui/counts'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { FilterChips } from '../ui/FilterChips'
import { ChoiceMenu } from '../ui/FilterMenu'
import { PageShell } from '../ui/PageShell'
import { everythingSelected, nothingSelected } from '../ui/selection'
import { useNow } from '../ui/useNow'
import { PrintSheets } from './PrintSheets'
import { shippingLists, type ShippingList, type ShippingSearch } from './search'
import { isOverdue, shippingColumns } from './shippingColumns'
import { useManifest } from './useManifest'
import { usePrinting } from './usePrinting'
import classes from './shipping.module.css'

const route = getRouteApi('/shipping')

const titles: Record<ShippingList, string> = { 'to ship': 'To ship', shipped: 'On their way' }
const deeds = { 'to ship': ['ship', 'note'], shipped: ['deliver', 'note'] } as const

const { offset: _offset, sort: _sort, descending: _descending, ...every } = everyOrder

const shippingFilter = (list: ShippingList, campaignId: CampaignId | null) => ({
  ...every,
  campaignId,
  states: list === 'shipped' ? ['shipped' as const] : [],
  toShip: list === 'to ship',
})

/** What has to ship, the first promised first, and what is on its way. */
export function ShippingPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAct = useMay('support')
  const at = useNow()
  const list = search.list ?? 'to ship'
  const campaigns = useOrderCampaigns()
  const campaign = campaigns.find(({ id }) => id === search.campaignId)
  const [descending, setDescending] = useState(false)
  const wanted = shippingFilter(list, search.campaignId ?? null)
  const asked = { ...wanted, sort: 'shipBy' as const, descending }
  const orders = useOrderList(asked)
  const chosen = useOrderSelection(asked, orders.total)
  const columns = useMemo(() => shippingColumns(list, at), [list, at])
  const filters = filterInWords(wanted, zoneOfSearch(search, campaigns), {
    campaign: campaign?.label ?? null,
    variant: null,
    offer: null,
  })
  const change = (next: ShippingSearch) => void navigate({ search: next, replace: true })
  const printing = usePrinting()
  const manifest = useManifest()
  const meant: AskedScope = chosen.count > 0 ? chosen.scope : { kind: 'matching', filter: wanted, except: [] }
  const ofChosen = chosen.count > 0 && ` of ${orderCount(chosen.count)}`

  if (printing.sheets !== null) return <PrintSheets sheets={printing.sheets} onBack={printing.end} />
  return (
    <PageShell
      title="Shipping"
      fill
      mark={
        <span className={classes.count} role="status">
          {orders.counted !== null && orderCount(orders.counted)}
        </span>
      }
      secondary={
        mayAct &&
        list === 'to ship' && (
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              disabled={orders.total === 0}
              onClick={() => void printing.begin(meant)}
            >
              Labels and packing list{ofChosen}
            </Button>
            <Button
              variant="default"
              leftSection={<IconTableExport size={16} aria-hidden />}
              disabled={orders.total === 0 || manifest.running}
              onClick={() => void manifest.save(meant, descending)}
            >
              Manifest{ofChosen}
            </Button>
          </>
        )
      }
      action={
        mayAct && (
          <Button
            leftSection={<IconFileImport size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/shipping/courier-file" {...props} />}
          >
            Courier’s file
          </Button>
        )
      }
    >
      <Tabs
        value={list}
        onChange={(value) => change({ ...search, list: shippingLists.find((name) => name === value) })}
      >
        <Tabs.List>
          {shippingLists.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {titles[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {chosen.count > 0 ? (
        <BulkBar
          scope={chosen.scope}
          count={chosen.count}
          total={orders.counted ?? chosen.count}
          filters={filters}
          deeds={deeds[list]}
          onAll={() => chosen.onSelection(everythingSelected)}
          onClear={() => chosen.onSelection(nothingSelected)}
        />
      ) : (
        <FilterChips
          chips={
            campaign === undefined
              ? []
              : [{ key: 'campaign', label: `Campaign: ${campaign.label}`, drop: () => change({ list }) }]
          }
        >
          <ChoiceMenu
            label="Campaign"
            chosen={search.campaignId}
            choices={campaigns.map(({ id, label }) => ({ value: id, label }))}
            onChoose={(campaignId) => change({ ...search, campaignId })}
          />
        </FilterChips>
      )}
      {orders.of.state === 'failed' ? (
        <ErrorState message={orders.of.message} retry={orders.of.retry} />
      ) : (
        <DataTable
          ariaLabel={titles[list]}
          columns={columns}
          rows={orders.rows}
          from={orders.from}
          total={orders.total}
          loading={orders.loading}
          onRange={orders.onRange}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/orders/$orderId', params: { orderId: id } })}
          toneOf={(row) => (isOverdue(row, at) ? 'red' : undefined)}
          {...(mayAct && {
            selection: chosen.selection,
            onSelection: chosen.onSelection,
            onSelectRange: (offset: number, limit: number) => void chosen.onSelectRange(offset, limit),
          })}
          sort={{ id: 'shipBy', descending }}
          onSort={(sort) => {
            if (sort.id === 'shipBy') setDescending(sort.descending)
          }}
          empty={
            <EmptyState title={list === 'shipped' ? 'Nothing is on its way' : 'Nothing to ship'}>
              Paid orders stand here as soon as their campaign is funded.
            </EmptyState>
          }
        />
      )}
    </PageShell>
  )
}
