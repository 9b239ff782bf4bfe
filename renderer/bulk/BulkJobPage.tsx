import { getRouteApi } from '@tanstack/react-router'
import { marketFacts } from '../../shared/campaigns/market'
import type { BulkJobView } from '../../shared/bulk/requests'
import { id, type BulkJobId } from '../../shared/ids'
import { useAsk, useCommand } from '../api'
import { useMay } from '../session/useSession'
import { grouped, orderCount } from '../ui/counts'
import { EmptyState } from '../ui/EmptyState'
import { Facts } from '../ui/Facts'
import { LoadedView } from '../ui/LoadedView'
import { notifyRefused } from '../ui/notify'
import { PageShell } from '../ui/PageShell'
import { ToneBadge } from '../ui/ToneBadge'
import { TrackProgress } from '../ui/TrackProgress'
import { When } from '../ui/When'
import classes from './bulk.module.css'
import { BulkReport } from './BulkReport'
import { deedTitle, jobTones, moneyInWords } from './deedWords'
import { filterInWords } from './scopeWords'

const route = getRouteApi('/bulk/$jobId')

const crumbs = [
  { label: 'Orders', link: { to: '/orders' } },
  { label: 'Bulk jobs', link: { to: '/bulk' } },
] as const

const { zone } = marketFacts.IN

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
          >
            <div className={classes.stack}>
              {view.end === null && <JobProgress job={view} />}
              <JobFacts job={view} />
              <BulkReport jobId={id<BulkJobId>(jobId)} ended={view.end !== null} />
            </div>
          </PageShell>
        )
      }
    </LoadedView>
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

function JobFacts({ job }: { readonly job: BulkJobView }) {
  const { deed, scope, orders, possible, done, refused, end, reasons } = job
  const left = orders - done - refused
  return (
    <Facts
      of={[
        ['Started', <Started key="started" job={job} />],
        ['Orders', `${orderCount(orders)}, ${whichOrders(job)}`],
        scope.kind === 'chosen'
          ? ['Filter', null]
          : ['Fixed', <When key="fixed" at={job.rehearsedAt} zone={zone} form="full" />],
        ['Possible at the rehearsal', grouped(possible)],
        ['Done', grouped(done)],
        ['Refused', grouped(refused)],
        ['Not reached', end === null || left === 0 ? null : grouped(left)],
        ['Owed back', moneyInWords(job.owed)],
        ...(deed.kind === 'cancel'
          ? ([
              ['Reason', deed.reason],
              ['Note', deed.note],
            ] as const)
          : []),
        ...(deed.kind === 'ship' ? ([['Carrier', deed.carrier]] as const) : []),
        ['Ended', end === null ? null : <When key="ended" at={end.at} zone={zone} form="full" />],
        ['Why it halted', end?.how === 'halted' ? `${job.byName} may no longer do this.` : null],
        [
          'Why orders were refused',
          reasons.length === 0 ? null : (
            <ul key="reasons" className={classes.reasons}>
              {reasons.map(({ message, orders: count }) => (
                <li key={message}>
                  {orderCount(count)}: {message}
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  )
}

function Started({ job: { startedAt, byName } }: { readonly job: BulkJobView }) {
  return (
    <>
      <When at={startedAt} zone={zone} form="full" /> by {byName}
    </>
  )
}

function whichOrders({ scope, campaignName }: BulkJobView): string {
  if (scope.kind === 'chosen') return 'chosen one by one'
  const words = filterInWords(scope.filter, campaignName)
  const except = scope.except === 0 ? '' : `, but for ${orderCount(scope.except)}`
  return words.length === 0 ? `all there were${except}` : `all that matched ${words.join(', ')}${except}`
}
