import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { Attention } from '../../shared/overview/requests'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'
import { grouped } from '../ui/counts'
import classes from './OverviewPage.module.css'

interface Due {
  readonly what: keyof Attention
  readonly words: (count: number) => string
  readonly link: LinkProps
  /** Something is already late or lost its way. */
  readonly urgent?: boolean
}

const some = (one: string, more: string) => (count: number) => (count === 1 ? one : more)

/** Most pressing first. */
const dues: readonly Due[] = [
  {
    what: 'refundsFailed',
    words: some('refund failed', 'refunds failed'),
    link: { to: '/refunds', search: { states: ['failed'] } },
    urgent: true,
  },
  {
    what: 'refundsDoubted',
    words: some('refund to be looked into', 'refunds to be looked into'),
    link: { to: '/refunds/batches' },
    urgent: true,
  },
  {
    what: 'refundsOverdue',
    words: some('refund sent, not settled in time', 'refunds sent, not settled in time'),
    link: { to: '/refunds', search: { states: ['sent'], overdue: true } },
    urgent: true,
  },
  {
    what: 'shippingOverdue',
    words: some('order past its shipping promise', 'orders past their shipping promise'),
    link: { to: '/orders', search: { overdue: true, sort: 'sequence', descending: false } },
    urgent: true,
  },
  {
    what: 'refundsAging',
    words: some('refund whose payment is over five months old', 'refunds whose payments are over five months old'),
    link: { to: '/refunds', search: { aging: true } },
    urgent: true,
  },
  { what: 'toSettle', words: some('campaign to settle', 'campaigns to settle'), link: { to: '/settlement' } },
  {
    what: 'endingUnfunded',
    words: some('unfunded campaign ends within 3 days', 'unfunded campaigns end within 3 days'),
    link: { to: '/campaigns', search: { states: ['live'] } },
  },
  {
    what: 'lateMoney',
    words: some('late payment to give back', 'late payments to give back'),
    link: { to: '/refunds', search: { cause: 'late money', states: ['owed', 'sent', 'failed'] } },
  },
  {
    what: 'refundsOwed',
    words: some('refund to send', 'refunds to send'),
    link: { to: '/refunds', search: { states: ['owed'] } },
  },
  { what: 'toShip', words: some('order to ship', 'orders to ship'), link: { to: '/orders', search: { toShip: true } } },
  {
    what: 'draftsToLaunch',
    words: some('campaign draft to launch', 'campaign drafts to launch'),
    link: { to: '/campaigns', search: { states: ['draft'] } },
  },
]

interface AttentionListProps {
  /** Only what is given is looked at. */
  readonly attention: Partial<Attention>
  readonly title?: string
  /** What is counted here, for when nothing is. */
  readonly counted?: string
}

/** What needs someone today; each leads to the list behind it. */
export function AttentionList({
  attention,
  title = 'Needs someone today',
  counted = 'Refunds, settlements, late money and shipments that need someone are counted here.',
}: AttentionListProps) {
  const open = dues.map((due) => ({ ...due, count: attention[due.what] ?? 0 })).filter(({ count }) => count > 0)
  return (
    <Panel title={title} flush>
      {open.length === 0 && (
        <EmptyState icon={IconCircleCheck} title="Nothing waits">
          {counted}
        </EmptyState>
      )}
      {open.map(({ what, count, words, link, urgent = false }) => (
        <Link key={what} {...link} className={classes.due}>
          <span className={classes.dueCount} data-urgent={urgent || undefined}>
            {grouped(count)}
          </span>
          <span className={classes.dueWords}>{words(count)}</span>
          <IconChevronRight size={16} aria-hidden className={classes.arrow} />
        </Link>
      ))}
    </Panel>
  )
}
