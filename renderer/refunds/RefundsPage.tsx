import { Button, Tabs } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { refundColumnIds } from '../../shared/refunds/columns'
import { ask } from '../api'
import { useMay } from '../session/useSession'
import { ExportMenu } from '../sheets/ExportMenu'
import { useOrderCampaigns } from '../orders/useOrderCampaigns'
import { useSlices } from '../slices'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageShell } from '../ui/PageShell'
import { everythingSelected, nothingSelected } from '../ui/selection'
import { useNow } from '../ui/useNow'
import { BatchBar } from './batches/BatchBar'
import { refundKey, useRefundSelection } from './batches/useRefundSelection'
import { refundChips } from './refundChips'
import { refundColumns } from './refundColumns'
import { RefundDrawer, type ChosenRefund } from './RefundDrawer'
import { RefundFilters } from './RefundFilters'
import { grouped } from '../ui/counts'
import { countOf, refundFilter, refundTabs, searchOf, tabOf, type RefundTab } from './refundTabs'
import type { RefundsSearch } from './search'
import classes from './refunds.module.css'

const route = getRouteApi('/refunds')

const nothingIn: Record<RefundTab, string> = {
  all: 'Money that is owed back appears here: for cancelled units, failed campaigns and late money.',
  owed: 'No refund waits to be sent.',
  sent: 'No refund is on its way.',
  settled: 'Refunds that have reached their supporters appear here.',
  failed: 'No refund has failed. One that does stays here until it is owed again.',
  'late money': 'No late money waits to be given back.',
}

/** The refund queue: what is owed, what is on its way, and what has failed. */
export function RefundsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAct = useMay('support')
  const at = useNow()
  const campaigns = useOrderCampaigns()
  const refunds = useSlices('refunds.page', refundFilter(search))
  const choosing = useRefundSelection(refundFilter(search), refunds.total)
  const [chosen, setChosen] = useState<ChosenRefund | null>(null)
  const tab = tabOf(search)
  const columns = useMemo(
    () => refundColumns(tab, at, mayAct ? (row, action) => setChosen({ refundId: row.refund.id, action }) : null),
    [tab, at, mayAct],
  )
  const change = (next: RefundsSearch) => void navigate({ search: next, replace: true })
  const campaignName = campaigns.find(({ id }) => id === search.campaignId)?.label ?? null
  const chips = refundChips(search, campaignName)
  const row = chosen === null ? undefined : refunds.rows.find((each) => each?.refund.id === chosen.refundId)
  const slice = refunds.of.state === 'loaded' ? refunds.of.value : null

  return (
    <PageShell
      title="Refunds"
      fill
      mark={
        <span className={classes.count} role="status">
          {slice !== null && `${grouped(refunds.total)} ${refunds.total === 1 ? 'refund' : 'refunds'}`}
        </span>
      }
      secondary={
        <>
          <ExportMenu
            row="refund"
            total={refunds.total}
            run={(format) => {
              const shown = columns.flatMap(({ id }) => refundColumnIds.find((known) => known === id) ?? [])
              return ask('sheets.exportRefunds', { filter: refundFilter(search), columns: shown, format })
            }}
          />
          <Button variant="default" renderRoot={(props) => <Link to="/refunds/batches" {...props} />}>
            Batches
          </Button>
        </>
      }
    >
      <Tabs
        value={tab}
        onChange={(next) => {
          const known = refundTabs.find((each) => each === next)
          if (known !== undefined) change(searchOf(known, search))
        }}
      >
        <Tabs.List aria-label="Refunds by state">
          {refundTabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {each === 'all' ? 'All' : `${each[0]?.toUpperCase() ?? ''}${each.slice(1)}`}
              <span className={classes.badge}>{slice === null ? '' : grouped(countOf(each, slice))}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {choosing.count > 0 ? (
        <BatchBar
          chosen={choosing.chosen}
          count={choosing.count}
          total={refunds.total}
          filters={chips.map(({ label }) => label)}
          onAll={() => choosing.onSelection(everythingSelected)}
          onClear={() => choosing.onSelection(nothingSelected)}
        />
      ) : (
        <RefundFilters search={search} chips={chips} campaigns={campaigns} onChange={change} />
      )}
      {refunds.of.state === 'failed' ? (
        <ErrorState message={refunds.of.message} retry={refunds.of.retry} />
      ) : (
        <DataTable
          ariaLabel="Refunds"
          columns={columns}
          rows={refunds.rows}
          from={refunds.from}
          total={refunds.total}
          loading={refunds.loading}
          onRange={refunds.onRange}
          {...(mayAct &&
            tab === 'owed' && {
              selection: choosing.selection,
              onSelection: choosing.onSelection,
              onSelectRange: (offset: number, limit: number) => void choosing.onSelectRange(offset, limit),
            })}
          rowKey={refundKey}
          onOpen={({ refund }) => setChosen({ refundId: refund.id, action: null })}
          toneOf={({ state, dueBy }) => (state === 'failed' || (dueBy !== null && dueBy < at) ? 'red' : undefined)}
          empty={<EmptyState title="Nothing here">{nothingIn[tab]}</EmptyState>}
          nothingFound={
            chips.length > 0 ? (
              <EmptyState title="No refund fits">
                Drop {chips.map(({ label }) => `“${label}”`).join(' or ')} to see more.
              </EmptyState>
            ) : undefined
          }
        />
      )}
      <RefundDrawer
        row={row ?? null}
        action={chosen?.action ?? null}
        mayAct={mayAct}
        at={at}
        onClose={() => setChosen(null)}
      />
    </PageShell>
  )
}
