import { PageShell } from '../ui/PageShell'
import { SavePdfButton } from '../ui/SavePdfButton'
import { ReportTabs } from './ReportTabs'
import { RunningTable } from './RunningTable'

/** How the programme does: what runs, what is promised, what happened and what happened before. */
export function PortfolioPage() {
  return (
    <PageShell title="Reports" secondary={<SavePdfButton page="Reports" />}>
      <ReportTabs />
      <RunningTable />
    </PageShell>
  )
}
