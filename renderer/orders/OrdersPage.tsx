import { Button } from '@mantine/core'
import { IconShoppingCartPlus, IconTableImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { orderColumnIds } from '../../shared/orders/columns'
import { orderSorts } from '../../shared/orders/requests'
import type { SheetFormat } from '../../shared/sheets/requests'
import { ask, askAhead } from '../api'
import { BulkBar, type AskedScope } from '../bulk/BulkBar'
import { useMay } from '../session/useSession'
import { askFirst } from '../slices'
import { ExportMenu } from '../sheets/ExportMenu'
import { ColumnMenu } from '../ui/ColumnMenu'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageShell } from '../ui/PageShell'
import { everythingSelected, nothingSelected } from '../ui/selection'
import { useColumnLayout } from '../ui/useColumnLayout'
import { useSteady } from '../ui/useSteady'
import { NothingFound } from './NothingFound'
import { orderChips } from './orderChips'
import { awaitingOrderColumns, everyOrderColumn, usualOrderColumns } from './orderColumns'
import { orderFilter, zoneOfSearch } from './orderFilter'
import { OrderFilters } from './OrderFilters'
import { PlaceOrderForm } from './PlaceOrderForm'
import type { OrdersSearch } from './search'
import { useFilterNames } from './useFilterNames'
import { useOrderCampaigns } from './useOrderCampaigns'
import { OrderViews } from './views/OrderViews'
import { useOrderList } from './useOrderList'
import { useOrderSelection } from './useOrderSelection'
import { orderCount } from '../ui/counts'
import classes from './orders.module.css'

const route = getRouteApi('/orders')

const orderDeeds = ['ship', 'deliver', 'note', 'assign', 'cancel'] as const

/** All orders, by filters that the address holds. */
export function OrdersPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAct = useMay('support')
  const campaigns = useOrderCampaigns()
  const campaign = campaigns.find(({ id }) => id === search.campaignId)
  const zone = zoneOfSearch(search, campaigns)
  const filter = useMemo(() => orderFilter(search, zone), [search, zone])
  const orders = useOrderList(filter)
  const chosen = useOrderSelection(filter, orders.total)
  const awaiting = onlyAwaiting(search)
  const layout = useColumnLayout(
    awaiting ? 'orders awaiting payment' : 'orders',
    everyOrderColumn,
    awaiting ? awaitingOrderColumns : usualOrderColumns,
  )
  const names = useFilterNames(search, campaign?.label ?? null)
  const chips = useMemo(() => orderChips(search, zone, names), [search, zone, names])
  const client = useQueryClient()
  const change = useSteady((next: OrdersSearch) => {
    askFirst(client, 'orders.page', orderFilter(next, zoneOfSearch(next, campaigns)))
    void navigate({ search: next, replace: true })
  })
  const place = useSteady((placing: boolean) => change(placing ? { ...search, placing } : withoutForm(search)))
  const placeButton = useMemo(() => mayAct && <PlaceButton onPlace={() => place(true)} />, [mayAct, place])
  const exported = useSteady((scope: AskedScope, format: SheetFormat) => {
    const { sort, descending } = filter
    const columns = layout.columns.flatMap(({ id }) => orderColumnIds.find((known) => known === id) ?? [])
    return ask('sheets.exportOrders', { scope, sort, descending, columns, format })
  })
  const exportAll = useSteady((format: SheetFormat) => {
    const { sort: _sort, descending: _descending, ...narrowed } = filter
    return exported({ kind: 'matching', filter: narrowed, except: [] }, format)
  })
  const columnMenu = useMemo(() => <ColumnMenu all={everyOrderColumn} layout={layout} />, [layout])
  const nothingChosen = chosen.count === 0
  const secondary = useMemo(
    () => (
      <>
        {nothingChosen && <ExportMenu row="order" total={orders.counted} run={exportAll} />}
        {otherPages}
      </>
    ),
    [nothingChosen, orders.counted, exportAll],
  )
  return (
    <PageShell
      title="Orders"
      fill
      mark={
        <span className={classes.count} role="status">
          {orders.counted !== null && orderCount(orders.counted)}
        </span>
      }
      secondary={secondary}
      action={placeButton}
    >
      {chosen.count > 0 ? (
        <BulkBar
          scope={chosen.scope}
          count={chosen.count}
          total={orders.counted ?? chosen.count}
          filters={chips.map(({ label }) => label)}
          deeds={orderDeeds}
          more={
            <ExportMenu
              size="xs"
              row="order"
              what="the chosen ones"
              total={chosen.count}
              run={(format) => exported(chosen.scope, format)}
            />
          }
          onAll={() => chosen.onSelection(everythingSelected)}
          onClear={() => chosen.onSelection(nothingSelected)}
        />
      ) : (
        <>
          <OrderViews search={search} onChange={change} />
          <OrderFilters
            search={search}
            chips={chips}
            campaigns={campaigns}
            zone={zone}
            onChange={change}
            side={columnMenu}
          />
        </>
      )}
      {orders.of.state === 'failed' ? (
        <ErrorState message={orders.of.message} retry={orders.of.retry} />
      ) : (
        <DataTable
          ariaLabel="Orders"
          columns={layout.columns}
          onResize={layout.resize}
          onFit={layout.fit}
          rows={orders.rows}
          from={orders.from}
          total={orders.total}
          loading={orders.loading}
          busy={orders.of.state === 'loaded' && orders.of.refreshing}
          onRange={orders.onRange}
          rowKey={({ id }) => id}
          onNear={({ id }) => askAhead(client, 'orders.one', { id })}
          onOpen={({ id }) => void navigate({ to: '/orders/$orderId', params: { orderId: id } })}
          {...(mayAct && {
            selection: chosen.selection,
            onSelection: chosen.onSelection,
            onSelectRange: (offset: number, limit: number) => void chosen.onSelectRange(offset, limit),
          })}
          sort={{ id: filter.sort, descending: filter.descending }}
          onSort={({ id, descending }) => {
            const sort = orderSorts.find((name) => name === id)
            if (sort !== undefined) change({ ...search, sort, descending })
          }}
          nothingFound={chips.length > 0 ? <NothingFound chips={chips} zone={zone} onChange={change} /> : undefined}
          empty={
            <EmptyState title="No orders yet" action={placeButton}>
              Orders appear here as supporters place them, or when you place one for a supporter on the phone.
            </EmptyState>
          }
        />
      )}
      {mayAct && (
        <PlaceOrderForm
          opened={search.placing === true}
          campaignId={search.campaignId ?? null}
          onClose={() => place(false)}
        />
      )}
    </PageShell>
  )
}

const otherPages = (
  <>
    <Button
      variant="default"
      leftSection={<IconTableImport size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/orders/import" {...props} />}
    >
      Import
    </Button>
    <Button variant="default" renderRoot={(props) => <Link to="/bulk" {...props} />}>
      Bulk jobs
    </Button>
  </>
)

function PlaceButton({ onPlace }: { readonly onPlace: () => void }) {
  return (
    <Button leftSection={<IconShoppingCartPlus size={16} aria-hidden />} onClick={onPlace}>
      Place an order
    </Button>
  )
}

function withoutForm(search: OrdersSearch): OrdersSearch {
  const left = { ...search }
  delete left.placing
  return left
}

const onlyAwaiting = ({ states }: OrdersSearch): boolean => states?.length === 1 && states[0] === 'awaiting payment'
