import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { marketFacts } from '../../shared/campaigns/market'
import type { BulkJobView } from '../../shared/bulk/requests'
import type { BulkJobId } from '../../shared/ids'
import { counted, grouped, orderCount } from '../ui/counts'
import { Facts } from '../ui/Facts'
import { When } from '../ui/When'
import classes from './bulk.module.css'
import { moneyInWords, moneyLabel } from './deedWords'
import { filterInWords } from './scopeWords'

const { zone } = marketFacts.IN

/** What a bulk job is about and what it has come to. */
export function JobFacts({ job }: { readonly job: BulkJobView }) {
  const { deed, scope, orders, possible, done, refused, end, reasons, undoneBy } = job
  const left = orders - done - refused
  return (
    <Facts
      of={[
        ['Started', <Started key="started" job={job} />],
        ['Orders', <WhichOrders key="orders" job={job} />],
        scope.kind !== 'matching'
          ? ['Fixed', null]
          : ['Fixed', <When key="fixed" at={job.rehearsedAt} zone={zone} form="full" />],
        ['Possible at the rehearsal', grouped(possible)],
        ['Done', grouped(done)],
        ['Refused', grouped(refused)],
        ['Not reached', end === null || left === 0 ? null : grouped(left)],
        [moneyLabel(deed.kind), moneyInWords(job.owed)],
        ...(deed.kind === 'cancel'
          ? ([
              ['Reason', deed.reason],
              ['Note', deed.note],
            ] as const)
          : []),
        ...(deed.kind === 'ship' ? ([['Carrier', deed.carrier]] as const) : []),
        ...(deed.kind === 'note' ? ([['Note', deed.text]] as const) : []),
        ...(deed.kind === 'assign' ? ([['To', deed.to?.name ?? 'nobody']] as const) : []),
        [
          'Undone',
          undoneBy === null ? null : (
            <JobLink key="undone" jobId={undoneBy}>
              by a later job
            </JobLink>
          ),
        ],
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

function WhichOrders({ job }: { readonly job: BulkJobView }) {
  const { scope, orders, filterNames, filterZone } = job
  const count = orderCount(orders)
  switch (scope.kind) {
    case 'chosen':
      return <>{count}, chosen one by one</>
    case 'file':
      return (
        <>
          {count} of {scope.file}
          {scope.rowsWithoutOrder > 0 && `; ${counted(scope.rowsWithoutOrder, 'row')} of it named no order of ours`}
        </>
      )
    case 'job':
      return (
        <>
          {count} that <JobLink jobId={scope.jobId}>another job</JobLink> cancelled
        </>
      )
    case 'matching': {
      const words = filterInWords(scope.filter, filterZone, filterNames)
      const except = scope.except === 0 ? '' : `, but for ${orderCount(scope.except)}`
      return (
        <>
          {count}, {words.length === 0 ? `all there were${except}` : `all that matched ${words.join(', ')}${except}`}
        </>
      )
    }
  }
}

function JobLink({ jobId, children }: { readonly jobId: BulkJobId; readonly children: ReactNode }) {
  return (
    <Anchor inherit underline="always" renderRoot={(props) => <Link to="/bulk/$jobId" params={{ jobId }} {...props} />}>
      {children}
    </Anchor>
  )
}
