import { getRouteApi } from '@tanstack/react-router'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { SavePdfButton } from '../ui/SavePdfButton'
import { ChartSkeleton } from './charts/ChartSkeleton'
import { HeldChart } from './charts/HeldChart'
import { PeriodChart } from './charts/PeriodChart'
import { PromisesChart } from './charts/PromisesChart'
import { usePeriodReport } from './charts/usePeriodReport'
import { WaitsChart } from './charts/WaitsChart'
import { PeriodMenus } from './PeriodMenus'
import { PeriodTiles } from './PeriodTiles'
import { periodLabel } from './periodWords'
import { ReportTabs } from './ReportTabs'
import { RunningTable } from './RunningTable'
import { againstOf, periodOf, type PortfolioSearch } from './search'

const route = getRouteApi('/reports')

/** How the programme does: what runs, what is promised, and what happened in a period beside an earlier one. */
export function PortfolioPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const period = periodOf(search)
  const of = { period, against: againstOf(search), currency: search.currency }
  const report = usePeriodReport(of)
  const change = (next: PortfolioSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  const { measure: shown = 'paid' } = search
  return (
    <PageShell title="Reports" secondary={<SavePdfButton page="Reports" words={[periodLabel(period)]} />}>
      <ReportTabs />
      <RunningTable />
      <PromisesChart />
      <LoadedView of={report} skeleton={<ChartSkeleton height={30} />}>
        {(value) => <PeriodMenus search={search} report={value} onChange={change} />}
      </LoadedView>
      <PeriodTiles
        {...of}
        shown={shown}
        onShow={(measure) => change({ ...search, measure: measure === 'paid' ? undefined : measure })}
      />
      {shown === 'waits' ? <WaitsChart {...of} /> : <PeriodChart {...of} measure={shown} />}
      <HeldChart period={period} currency={search.currency} />
    </PageShell>
  )
}
