import { Anchor } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import { marketFacts } from '../../shared/campaigns/market'
import { progressOf } from '../../shared/campaigns/progress'
import { formatMoney, minor } from '../../shared/money'
import type { Need, RunningRow } from '../../shared/reports/portfolio/requests'
import { timeLeft } from '../../shared/time'
import { missing } from '../ui/chart/chartWords'
import type { Column } from '../ui/column'
import { counted, grouped } from '../ui/counts'
import { ProgressBar } from '../ui/ProgressBar'
import { useNow } from '../ui/useNow'
import classes from './reports.module.css'

export const runningColumns: readonly Column<RunningRow>[] = [
  {
    id: 'product',
    head: 'Product',
    width: 'minmax(140px, 1.6fr)',
    sort: ({ productName }) => productName,
    cell: ({ productName, market }) => (
      <span title={productName}>
        <span className={classes.strong}>{productName}</span>{' '}
        <span className={classes.quiet}>{marketFacts[market].name}</span>
      </span>
    ),
  },
  {
    id: 'progress',
    head: 'Progress',
    width: 'minmax(120px, 1fr)',
    sort: ({ bar, net }) => progressOf(bar, { net }).share,
    descendingFirst: true,
    cell: (row) => <Bar row={row} />,
  },
  {
    id: 'ends',
    head: 'Time left',
    width: '104px',
    sort: ({ bar }) => bar.endsAt,
    cell: (row) => <TimeLeft row={row} />,
  },
  {
    id: 'pace',
    head: 'Pace',
    width: '124px',
    sort: ({ daysAhead }) => daysAhead ?? -Infinity,
    cell: ({ daysAhead }) => paceWords(daysAhead),
  },
  {
    id: 'needed',
    head: 'Needed a day',
    width: '112px',
    align: 'right',
    cell: ({ neededPerDay, bar }) => perDayWords(neededPerDay, bar),
  },
  {
    id: 'lately',
    head: 'Lately a day',
    width: '112px',
    align: 'right',
    cell: ({ latelyPerDay, neededPerDay, bar }) => (
      <span className={latelyPerDay !== null && latelyPerDay < (neededPerDay ?? 0) ? classes.short : undefined}>
        {perDayWords(latelyPerDay, bar)}
      </span>
    ),
  },
  { id: 'needs', head: 'Needs someone', width: 'minmax(130px, 1fr)', cell: (row) => <Needs row={row} /> },
]

/** Where the running campaigns stand in words: "3 days ahead", "on pace", "1.5 days behind". */
export function paceWords(ahead: number | null): string {
  if (ahead === null) return missing
  if (ahead === 0) return 'on pace'
  return `${counted(Math.abs(ahead), 'day')} ${ahead > 0 ? 'ahead' : 'behind'}`
}

/** A pace in the target's measure; whole smallest units where it is money. */
const perDayWords = (value: number | null, { target, currency }: RunningRow['bar']): string => {
  if (value === null) return missing
  return target.kind === 'units' ? grouped(value) : formatMoney(minor(Math.round(value)), currency)
}

function Bar({ row: { bar, net, state } }: { readonly row: RunningRow }) {
  return <ProgressBar campaign={bar} tally={{ net }} state={state} at={useNow()} size="row" />
}

function TimeLeft({ row }: { readonly row: RunningRow }) {
  return timeLeft(row.bar.endsAt, useNow())
}

interface NeedLook {
  readonly words: (count: number) => string
  readonly link: (campaignId: RunningRow['id']) => LinkProps
}

const needLooks: Record<Need['what'], NeedLook> = {
  'refunds failed': {
    words: (count) => `${counted(count, 'refund')} failed`,
    link: (campaignId) => ({ to: '/refunds', search: { campaignId, states: ['failed'] } }),
  },
  'shipping overdue': {
    words: (count) => `${counted(count, 'order')} overdue`,
    link: (campaignId) => ({ to: '/orders', search: { campaignId, overdue: true } }),
  },
  'ends unfunded': {
    words: () => 'ends unfunded',
    link: (campaignId) => ({ to: '/campaigns/$campaignId', params: { campaignId } }),
  },
  'refunds owed': {
    words: (count) => `${counted(count, 'refund')} to send`,
    link: (campaignId) => ({ to: '/refunds', search: { campaignId, states: ['owed'] } }),
  },
}

/** The most pressing first; the others are counted. */
function Needs({ row: { id, needs } }: { readonly row: RunningRow }) {
  const [first, ...others] = needs
  if (first === undefined) return <span className={classes.quiet}>nothing</span>
  const { words, link } = needLooks[first.what]
  const all = needs.map(({ what, count }) => needLooks[what].words(count)).join(', ')
  return (
    <span title={all}>
      <Anchor
        size="sm"
        renderRoot={(props) => <Link {...link(id)} {...props} />}
        onClick={(event) => event.stopPropagation()}
      >
        {words(first.count)}
      </Anchor>
      {others.length > 0 && <span className={classes.quiet}> and {others.length} more</span>}
    </span>
  )
}
