import { noCategory } from '../../shared/products/category'
import type { CompareChoices, CompareRow } from '../../shared/reports/compare/compare'
import { formatMoney, minor } from '../../shared/money'
import { dayWords, missing, valueText } from '../ui/chart/chartWords'
import { categories } from '../ui/chart/chartTheme'
import type { Column } from '../ui/column'
import { grouped } from '../ui/counts'
import { StatusBadge } from '../ui/StatusBadge'
import { marketName } from './compareWords'
import classes from './reports.module.css'

const shareText = (value: number | null): string => valueText({ kind: 'share', key: '', head: '' }, value)
const known = (value: number | null): number => value ?? -Infinity

/** Categories take no room where no product has one. */
export const compareColumns = ({ categories: found }: CompareChoices): readonly Column<CompareRow>[] =>
  found.length === 0 ? columns.filter(({ id }) => id !== 'category') : columns

const columns: readonly Column<CompareRow>[] = [
  {
    id: 'product',
    head: 'Campaign',
    width: 'minmax(188px, 2.2fr)',
    sort: ({ productName }) => productName,
    cell: ({ productName, market, line }) => (
      <span title={`${productName}, ${marketName(market)}`}>
        {line !== null && <span className={classes.mark} style={{ background: categories[line] }} aria-hidden />}
        <span className={classes.strong}>{productName}</span>{' '}
        <span className={classes.quiet}>{marketName(market)}</span>
      </span>
    ),
  },
  {
    id: 'category',
    head: 'Category',
    width: 'minmax(104px, 0.8fr)',
    sort: ({ category }) => category,
    cell: ({ category }) => (category === noCategory ? missing : <span title={category}>{category}</span>),
  },
  {
    id: 'maker',
    head: 'Maker',
    width: 'minmax(108px, 1fr)',
    sort: ({ makerName }) => makerName,
    cell: ({ makerName }) => (makerName === '' ? missing : makerName),
  },
  {
    id: 'started',
    head: 'Started',
    width: '108px',
    sort: ({ startedOn }) => startedOn,
    descendingFirst: true,
    cell: ({ startedOn }) => dayWords(startedOn),
  },
  {
    id: 'state',
    head: 'State',
    width: '180px',
    sort: ({ state }) => state,
    cell: ({ state }) => <StatusBadge kind="campaign" state={state} />,
  },
  {
    id: 'share',
    head: 'Of target',
    width: '84px',
    align: 'right',
    sort: ({ share }) => known(share),
    descendingFirst: true,
    cell: ({ share }) => shareText(share),
  },
  {
    id: 'units',
    head: 'Units',
    width: '68px',
    align: 'right',
    sort: ({ units }) => units,
    descendingFirst: true,
    cell: ({ units, amount, currency }) => <span title={formatMoney(minor(amount), currency)}>{grouped(units)}</span>,
  },
  {
    id: 'funded',
    head: 'Funded in',
    width: '96px',
    align: 'right',
    sort: ({ daysToFunded }) => daysToFunded ?? Infinity,
    cell: ({ daysToFunded }) => (daysToFunded === null ? missing : `${daysToFunded.toFixed(1)} days`),
  },
  {
    id: 'cancelled',
    head: 'Cancelled',
    width: '88px',
    align: 'right',
    sort: ({ cancellationRate }) => known(cancellationRate),
    descendingFirst: true,
    cell: ({ cancellationRate }) => shareText(cancellationRate),
  },
  {
    id: 'lapsed',
    head: 'Lapsed',
    width: '72px',
    align: 'right',
    sort: ({ lapseRate }) => known(lapseRate),
    descendingFirst: true,
    cell: ({ lapseRate }) => shareText(lapseRate),
  },
]
