import { Anchor } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { marketFacts } from '../../shared/campaigns/market'
import { progressOf } from '../../shared/campaigns/progress'
import { formatMoneyShort, minor } from '../../shared/money'
import type { Forecast } from '../../shared/reports/forecast/forecast'
import type { Need, RunningRow } from '../../shared/reports/portfolio/requests'
import { timeLeft } from '../../shared/time'
import { missing } from '../ui/chart/chartWords'
import type { Column } from '../ui/column'
import { counted, grouped } from '../ui/counts'
import { ProgressBar } from '../ui/ProgressBar'
import { useNow } from '../ui/useNow'
import { likelyWords } from './forecastWords'
import classes from './reports.module.css'

/** Two lines a row: what counts most above, what explains it below. */
export const runningRowHeight = 52

/** A running campaign with what is expected of it, which comes a little later. */
export interface ExpectedRow extends RunningRow {
  readonly forecast: Forecast | undefined
}

export const runningColumns: readonly Column<ExpectedRow>[] = [
  {
    id: 'product',
    head: 'Campaign',
    width: 'minmax(150px, 1.8fr)',
    sort: ({ productName }) => productName,
    cell: (row) => <Named row={row} />,
  },
  {
    id: 'progress',
    head: 'Progress',
    width: 'minmax(132px, 1.1fr)',
    sort: ({ bar, net }) => progressOf(bar, { net }).share,
    descendingFirst: true,
    cell: (row) => <Bar row={row} />,
  },
  {
    id: 'pace',
    head: 'Pace',
    width: '128px',
    sort: ({ daysAhead }) => daysAhead ?? -Infinity,
    cell: ({ daysAhead }) => paceWords(daysAhead),
  },
  {
    id: 'daily',
    head: 'Needed a day',
    width: '124px',
    sort: ({ neededPerDay, latelyPerDay }) => (neededPerDay ?? 0) - (latelyPerDay ?? 0),
    descendingFirst: true,
    cell: (row) => <Daily row={row} />,
  },
  {
    id: 'forecast',
    head: 'Forecast',
    width: 'minmax(128px, 0.8fr)',
    sort: ({ forecast }) => (forecast?.kind === 'forecast' ? forecast.probability : -1),
    descendingFirst: true,
    cell: (row) => <ForecastWords row={row} />,
  },
  { id: 'needs', head: 'Needs someone', width: 'minmax(152px, 1fr)', cell: (row) => <Needs row={row} /> },
]

/** Where the running campaigns stand in words: "3 days ahead", "on pace", "1.5 days behind". */
export function paceWords(ahead: number | null): string {
  if (ahead === null) return missing
  if (ahead === 0) return 'on pace'
  return `${counted(Math.abs(ahead), 'day')} ${ahead > 0 ? 'ahead' : 'behind'}`
}

/** A number in the target's measure; amounts in lakh and crore, as they are averages and forecasts. */
const measureText = (value: number | null, { target, currency }: RunningRow['bar']): string => {
  if (value === null) return missing
  return target.kind === 'units' ? grouped(value) : formatMoneyShort(minor(Math.round(value)), currency)
}

interface CellProps {
  readonly row: RunningRow
}

function Named({ row: { productName, market, bar } }: CellProps) {
  const now = useNow()
  return (
    <Twofold
      above={<strong title={productName}>{productName}</strong>}
      below={`${marketFacts[market].name} · ${timeLeft(bar.endsAt, now)}`}
    />
  )
}

function Bar({ row: { bar, net, state } }: CellProps) {
  return <ProgressBar campaign={bar} tally={{ net }} state={state} at={useNow()} size="row" />
}

/** What is needed a day from now on, and what came lately. */
function Daily({ row: { neededPerDay, latelyPerDay, bar } }: CellProps) {
  const short = latelyPerDay !== null && latelyPerDay < (neededPerDay ?? 0)
  return (
    <Twofold
      above={neededPerDay === null ? missing : measureText(neededPerDay, bar)}
      below={
        <span className={short ? classes.short : undefined}>
          {latelyPerDay === null ? 'first day' : `${measureText(latelyPerDay, bar)} lately`}
        </span>
      }
    />
  )
}

/** How likely it is to be funded, and within what its result lies with 80 %. */
function ForecastWords({ row: { forecast, bar } }: { readonly row: ExpectedRow }) {
  if (forecast === undefined) return null
  if (forecast.kind === 'cannot know') return <span className={classes.quiet}>no order yet</span>
  const { probability, low, high } = forecast
  const range = low === high ? measureText(low, bar) : `${measureText(low, bar)}–${measureText(high, bar)}`
  return (
    <Twofold
      above={bar.fundedAt === null ? `${likelyWords(probability)} likely` : 'funded'}
      below={<span title={`The result lies within ${range} with 80 %`}>{range}</span>}
    />
  )
}

interface TwofoldProps {
  readonly above: ReactNode
  readonly below: ReactNode
}

const Twofold = ({ above, below }: TwofoldProps) => (
  <div className={classes.twofold}>
    <div>{above}</div>
    <div className={classes.quiet}>{below}</div>
  </div>
)

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
    words: () => 'ends soon, unfunded',
    link: (campaignId) => ({ to: '/campaigns/$campaignId', params: { campaignId } }),
  },
  'refunds owed': {
    words: (count) => `${counted(count, 'refund')} to send`,
    link: (campaignId) => ({ to: '/refunds', search: { campaignId, states: ['owed'] } }),
  },
}

/** The two most pressing; the others are counted. */
function Needs({ row: { id, needs } }: CellProps) {
  if (needs.length === 0) return <span className={classes.quiet}>nothing</span>
  const all = needs.map(({ what, count }) => needLooks[what].words(count)).join(', ')
  return (
    <div className={classes.twofold} title={all}>
      {needs.slice(0, 2).map(({ what, count }, place) => (
        <div key={what}>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...needLooks[what].link(id)} {...props} />}
            onClick={(event) => event.stopPropagation()}
          >
            {needLooks[what].words(count)}
          </Anchor>
          {place === 1 && needs.length > 2 && <span className={classes.quiet}> +{needs.length - 2}</span>}
        </div>
      ))}
    </div>
  )
}
