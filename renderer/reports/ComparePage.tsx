import { SegmentedControl } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CampaignId } from '../../shared/ids'
import { mostLines, type CompareReport } from '../../shared/reports/compare/compare'
import { useAsk } from '../api'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { FilterChips } from '../ui/FilterChips'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { Panel } from '../ui/Panel'
import { SavePdfButton } from '../ui/SavePdfButton'
import type { Selection } from '../ui/selection'
import { ChartSkeleton } from './charts/ChartSkeleton'
import { CompareChart } from './charts/CompareChart'
import { compareColumns } from './compareColumns'
import { CompareFilters, compareChips } from './CompareFilters'
import { compareAsk, type CompareSearch } from './compareSearch'
import { ReportTabs } from './ReportTabs'
import classes from './reports.module.css'

const route = getRouteApi('/reports/compare')

/** Campaigns laid over each other, chosen by what they have in common. */
export function ComparePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const report = useAsk('reports.compare', compareAsk(search), { keep: true })
  const change = (next: CompareSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  const choices = report.state === 'loaded' ? report.value.choices : null
  const chips = compareChips(search, choices, change)
  const words = chips.map(({ label }) => label)
  return (
    <PageShell
      title="Compare campaigns"
      crumbs={[{ label: 'Reports', link: { to: '/reports' } }]}
      secondary={<SavePdfButton page="Compare campaigns" words={words} />}
    >
      <ReportTabs />
      <FilterChips chips={chips} dropAll={() => change({ axis: search.axis, measure: search.measure })}>
        <Scales search={search} report={report.state === 'loaded' ? report.value : null} onChange={change} />
        {choices !== null && <CompareFilters search={search} choices={choices} onChange={change} />}
      </FilterChips>
      <CompareChart search={search} words={words} />
      <LoadedView of={report} skeleton={<ChartSkeleton height={240} />}>
        {(value) => (
          <CompareTable
            report={value}
            onChoose={(chosen) => change({ ...search, chosen })}
            onOpen={(id) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })}
          />
        )}
      </LoadedView>
    </PageShell>
  )
}

interface ScalesProps {
  readonly search: CompareSearch
  readonly report: CompareReport | null
  readonly onChange: (search: CompareSearch) => void
}

/** What is laid over each other, and along what. Amounts only where all that fit have one currency. */
function Scales({ search, report, onChange }: ScalesProps) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Along"
        data={[
          { value: 'share', label: 'Share of the time' },
          { value: 'day', label: 'Days since the start' },
        ]}
        value={search.axis ?? 'share'}
        onChange={(axis) => onChange({ ...search, axis: axis === 'day' ? 'day' : undefined })}
      />
      <SegmentedControl
        size="xs"
        aria-label="Measure"
        data={[
          { value: 'target', label: 'Share of target' },
          { value: 'units', label: 'Units' },
          { value: 'money', label: 'Money', disabled: report !== null && report.currency === null },
        ]}
        value={report?.measure ?? search.measure ?? 'target'}
        onChange={(measure) =>
          onChange({ ...search, measure: measure === 'units' || measure === 'money' ? measure : undefined })
        }
      />
    </>
  )
}

interface CompareTableProps {
  readonly report: CompareReport
  readonly onChoose: (chosen: CampaignId[] | undefined) => void
  readonly onOpen: (id: CampaignId) => void
}

function CompareTable({ report, onChoose, onOpen }: CompareTableProps) {
  const { rows, lines, choices } = report
  const columns = useMemo(() => compareColumns(choices), [choices])
  const choose = ({ all, keys }: Selection) => {
    const chosen = rows.map(({ id }) => id).filter((id) => all !== keys.has(id))
    // Lines keep their colours while others come and go; the newest choice makes room for itself.
    const kept = lines.filter((id) => chosen.includes(id))
    const added = chosen.filter((id) => !kept.includes(id))
    const next = [...kept, ...added].slice(0, mostLines)
    onChoose(next.length === 0 ? undefined : next)
  }
  return (
    <Panel
      title="Campaigns"
      flush
      side={<span className={classes.quiet}>Chosen ones have a line, at most {mostLines}</span>}
    >
      <DataTable
        ariaLabel="Compared campaigns"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        selection={{ all: false, keys: new Set<string>(lines) }}
        onSelection={choose}
        onOpen={({ id }) => onOpen(id)}
        maxHeight={420}
        empty={
          <EmptyState icon={IconChartLine} title="No campaign to compare">
            Campaigns that have started show here as soon as there are any that fit.
          </EmptyState>
        }
      />
    </Panel>
  )
}
