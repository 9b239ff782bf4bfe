import type { CampaignState } from '../campaigns/campaign'
import { marketFacts, markets, type Market } from '../campaigns/market'
import type { CampaignView } from '../campaigns/requests'
import { currencies, minor, type Currency } from '../money'
import type { RefundState } from '../orders/order'
import { addDays, dayLength, dayOf, type Day, type Instant } from '../time'
import type { Attention, MoneyHeld, Overview, OverviewDay } from './requests'

/** What the overview is made of: every campaign's own numbers, and what only the queues know. */
export interface OverviewFacts {
  readonly campaigns: readonly CampaignView[]
  readonly refunds: {
    readonly states: Readonly<Record<RefundState, number>>
    /** Refunds of late money that are not settled. */
    readonly lateMoney: number
    readonly overdue: number
    /** Not sent, and their payment soon too old for the gateway. */
    readonly aging: number
    /** Of which the gateway's files say what cannot be true. */
    readonly doubted: number
  }
  /** Paid orders of funded campaigns whose shipping promise is over. */
  readonly shippingOverdue: number
}

const daysShown = 30
const endingSoon = 3 * dayLength

/** The market with the most campaigns, drafts included; the first of the programme's markets where none has more. */
export function mainMarket(campaigns: readonly CampaignView[]): Market {
  const count = (market: Market): number => campaigns.filter(({ campaign }) => campaign.market === market).length
  return markets.reduce((best, market) => (count(market) > count(best) ? market : best))
}

/** The manager's numbers of today, all of them sums of campaigns' tallies. Currencies are never added up. */
export function overviewOf(facts: OverviewFacts, at: Instant): Overview {
  const { campaigns } = facts
  const { currency, zone } = marketFacts[mainMarket(campaigns)]
  const running = campaigns
    .filter(({ state }) => isRunning[state])
    .sort((left, right) => left.campaign.endsAt - right.campaign.endsAt)
  return {
    money: currencies.flatMap((each) => moneyHeld(campaigns, each) ?? []),
    running,
    attention: attentionOf(facts, at),
    days: lastDays(
      campaigns.filter(({ campaign }) => campaign.currency === currency),
      addDays(dayOf(at, zone), 1 - daysShown),
    ),
    currency,
    liveCampaigns: running.length,
    ordersToday: campaigns.reduce(
      (sum, { campaign, tally }) => sum + (tally.byDay[dayOf(at, campaign.zone)]?.placed.orders ?? 0),
      0,
    ),
  }
}

const isRunning: Record<CampaignState, boolean> = {
  draft: false,
  scheduled: false,
  live: true,
  funded: true,
  'ended, to be settled': false,
  settling: false,
  succeeded: false,
  failed: false,
}

/**
 * Where the captured money of one currency is: captured = held + owed + sent + refunded + kept. A failed refund is owed again and
 * counts as owed. Null for a currency without any campaign.
 */
function moneyHeld(campaigns: readonly CampaignView[], currency: Currency): MoneyHeld | null {
  const own = campaigns.filter(({ campaign }) => campaign.currency === currency)
  if (own.length === 0) return null
  let [held, owed, sent, refunded, kept] = [0, 0, 0, 0, 0]
  for (const { campaign, tally } of own) {
    for (const money of Object.values(tally.byMode)) {
      const promised = money.owed + money.sent + money.settled + money.failed
      owed += money.owed + money.failed
      sent += money.sent
      refunded += money.settled
      if (campaign.settlement?.outcome === 'succeeded') kept += money.captured - promised
      else held += money.captured - promised
    }
  }
  return {
    currency,
    held: minor(held),
    owed: minor(owed),
    sent: minor(sent),
    refunded: minor(refunded),
    kept: minor(kept),
  }
}

function attentionOf({ campaigns, refunds, shippingOverdue }: OverviewFacts, at: Instant): Attention {
  const inState = (state: CampaignState): readonly CampaignView[] => campaigns.filter((view) => view.state === state)
  return {
    toSettle: inState('ended, to be settled').length,
    refundsFailed: refunds.states.failed,
    refundsDoubted: refunds.doubted,
    refundsOverdue: refunds.overdue,
    refundsAging: refunds.aging,
    refundsOwed: refunds.states.owed,
    lateMoney: refunds.lateMoney,
    toShip: campaigns
      .filter(({ campaign }) => campaign.fundedAt !== null)
      .reduce((sum, { tally }) => sum + tally.toShip.orders, 0),
    shippingOverdue,
    endingUnfunded: inState('live').filter(({ campaign }) => campaign.endsAt - at <= endingSoon).length,
    draftsToLaunch: inState('draft').length,
  }
}

/** Thirty days from `first`, days without anything included. A campaign's day is the one of its own zone. */
function lastDays(campaigns: readonly CampaignView[], first: Day): readonly OverviewDay[] {
  return Array.from({ length: daysShown }, (_, position) => {
    const day = addDays(first, position)
    let [paidUnits, paidAmount, cancelledUnits] = [0, 0, 0]
    for (const { tally } of campaigns) {
      const counts = tally.byDay[day]
      if (counts === undefined) continue
      paidUnits += counts.paid.units
      paidAmount += counts.paid.amount
      cancelledUnits += counts.cancelled.units
    }
    return { day, paidUnits, paidAmount: minor(paidAmount), cancelledUnits }
  })
}
