import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Campaign } from '../../../shared/campaigns/campaign'
import type { CampaignView } from '../../../shared/campaigns/requests'
import type { Count } from '../../../shared/campaigns/tally'
import { formatMoney } from '../../../shared/money'
import { statementLines, totalOf } from '../../../shared/settlement/lines'
import type { Instant } from '../../../shared/time'
import type { OrdersSearch } from '../../orders/search'
import { Panel } from '../../ui/Panel'
import { ProgressBar } from '../../ui/ProgressBar'
import { When } from '../../ui/When'
import { grouped, orderCount, unitCount } from '../../ui/counts'
import classes from './page.module.css'

interface ProgressPanelProps {
  readonly view: CampaignView
  readonly at: Instant
  readonly seesOrders: boolean
}

/** The bar, the three totals that are never mixed up, and where the money is. */
export function ProgressPanel({ view, at, seesOrders }: ProgressPanelProps) {
  const { campaign, tally, state } = view
  const { zone } = campaign
  const turn = nextTurn(campaign, at)
  return (
    <Panel
      title="Progress"
      side={
        <span className={classes.note}>
          {turn.word} <When at={turn.at} zone={zone} /> ({zone})
        </span>
      }
    >
      <ProgressBar campaign={campaign} tally={tally} state={state} at={at} size="page" />
      <dl className={classes.totals}>
        <Total name="Placed" note="everything ever ordered" count={tally.placed} view={view} />
        <Total name="Paid" note="in time" count={tally.paid} view={view} />
        <Total name="Paid, net of cancellations" note="the bar" count={tally.net} view={view} />
      </dl>
      <OrderLine view={view} seesOrders={seesOrders} />
      {seesOrders && tally.paid.orders + tally.late.orders > 0 && <MoneyLine view={view} />}
    </Panel>
  )
}

/** The instant that matters next, or mattered last. */
function nextTurn(
  { startsAt, endsAt, calledOff }: Campaign,
  at: Instant,
): { readonly word: string; readonly at: Instant } {
  if (calledOff !== null) return { word: 'called off', at: calledOff.at }
  if (at < startsAt) return { word: 'starts', at: startsAt }
  return { word: at <= endsAt ? 'ends' : 'ended', at: endsAt }
}

interface TotalProps {
  readonly name: string
  readonly note: string
  readonly count: Count
  readonly view: CampaignView
}

/** One total, first in the target's measure and then in the other. */
function Total({ name, note, count, view }: TotalProps) {
  const { target, currency } = view.campaign
  const both = [unitCount(count.units), formatMoney(count.amount, currency)]
  const [figure, other] = target.kind === 'units' ? both : both.toReversed()
  const orders = orderCount(count.orders)
  return (
    <div className={classes.total}>
      <dt>
        {name} <span>({note})</span>
      </dt>
      <dd className={classes.figure}>{figure}</dd>
      <dd>
        {other} · {orders}
      </dd>
    </div>
  )
}

/** What is between placed and paid, each leading to its orders. */
function OrderLine({ view, seesOrders }: { readonly view: CampaignView; readonly seesOrders: boolean }) {
  const { campaign, tally } = view
  const lead = (search: OrdersSearch | null, words: string): ReactNode =>
    seesOrders && search !== null ? (
      <Link to="/orders" search={{ ...search, campaignId: campaign.id }}>
        {words}
      </Link>
    ) : (
      words
    )
  const parts: readonly (readonly [count: number, search: OrdersSearch | null, words: string])[] = [
    [tally.awaiting.orders, { states: ['awaiting payment'] }, 'awaiting payment'],
    [tally.lapsed.orders, { states: ['lapsed'] }, 'lapsed'],
    [tally.cancelled.units, null, tally.cancelled.units === 1 ? 'unit cancelled' : 'units cancelled'],
    // Paid orders wait for the funding, not for a parcel, until the campaign is funded.
    [campaign.fundedAt === null ? 0 : tally.toShip.orders, { toShip: true }, 'to ship'],
    [tally.shipped.orders, { states: ['shipped'] }, 'shipped'],
    [tally.delivered.orders, { states: ['delivered'] }, 'delivered'],
    [tally.voided.orders, { states: ['voided'] }, 'voided'],
  ]
  return (
    <ul className={classes.line} aria-label="Orders">
      {parts
        .filter(([count]) => count > 0)
        .map(([count, search, words]) => (
          <li key={words}>{lead(search, `${grouped(count)} ${words}`)}</li>
        ))}
    </ul>
  )
}

/** Captured = held (kept, once settled) + owed back + refunded, always. */
function MoneyLine({ view }: { readonly view: CampaignView }) {
  const { campaign, tally } = view
  const { captured, kept, owed, refunded } = totalOf(statementLines(tally))
  const money = (amount: typeof captured): string => formatMoney(amount, campaign.currency)
  return (
    <p className={classes.note}>
      {money(captured)} captured = {money(kept)} {campaign.settlement === null ? 'held' : 'kept'} + {money(owed)} owed
      back + {money(refunded)} refunded
      {tally.late.orders > 0 && `, of it ${money(tally.late.amount)} late money that never counted`}
    </p>
  )
}
