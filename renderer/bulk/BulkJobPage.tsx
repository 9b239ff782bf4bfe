import { getRouteApi } from '@tanstack/react-router'
import type { BulkJobView } from '../../shared/bulk/requests'
import { ask, useAsk, useCommand } from '../api'
import { useMay } from '../session/useSession'
import { ExportMenu } from '../sheets/ExportMenu'
import { grouped } from '../ui/counts'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { notifyRefused } from '../ui/notify'
import { PageShell } from '../ui/PageShell'
import { ToneBadge } from '../ui/ToneBadge'
import { TrackProgress } from '../ui/TrackProgress'
import classes from './bulk.module.css'
import { BulkReport } from './BulkReport'
import { deedTitle, jobTones } from './deedWords'
import { JobFacts } from './JobFacts'
import { UndoJob } from './UndoJob'

const route = getRouteApi('/bulk/$jobId')

const crumbs = [
  { label: 'Orders', link: { to: '/orders' } },
  { label: 'Bulk jobs', link: { to: '/bulk' } },
] as const

/** One bulk job: what it does to which orders, how far it is, and what came of each order. */
export function BulkJobPage() {
  const { jobId } = route.useParams()
  const job = useAsk('bulk.one', { id: jobId })
  return (
    <LoadedView of={job}>
      {(view) =>
        view === null ? (
          <PageShell title="Bulk job" crumbs={crumbs}>
            <EmptyState title="There is no such bulk job">The address may be of another shop.</EmptyState>
          </PageShell>
        ) : (
          <PageShell
            title={deedTitle[view.deed.kind](view.possible)}
            crumbs={crumbs}
            mark={<ToneBadge tone={jobTones[view.state]}>{view.state}</ToneBadge>}
            secondary={<JobExport job={view} />}
            action={<UndoJob job={view} />}
          >
            <div className={classes.stack}>
              {view.end === null && <JobProgress job={view} />}
              <JobFacts job={view} />
              <BulkReport job={view} />
            </div>
          </PageShell>
        )
      }
    </LoadedView>
  )
}

/** The report order by order as a file. */
function JobExport({ job }: { readonly job: BulkJobView }) {
  return (
    <ExportMenu
      label="Export the report"
      row="order"
      total={job.orders}
      run={(format) => ask('sheets.exportJob', { id: job.id, outcome: null, format })}
    />
  )
}

function JobProgress({ job }: { readonly job: BulkJobView }) {
  const mayAct = useMay('support')
  const { run } = useCommand('bulk.stop')
  const share = job.parts === 0 ? 100 : Math.floor((100 * job.next) / job.parts)
  const stop = async () => {
    const stopped = await run({ id: job.id })
    if (!stopped.ok) notifyRefused(stopped.refusal)
  }
  return (
    <TrackProgress
      label="Progress of the job"
      words={`${grouped(job.done)} of ${grouped(job.possible)} done`}
      share={share}
      cancel={mayAct && job.stop === null ? stop : undefined}
      cancelLabel="Stop"
    />
  )
}
