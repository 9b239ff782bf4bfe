import fc from 'fast-check'
import type { Campaign, Settlement } from '../../../shared/campaigns/campaign'
import { campaignState } from '../../../shared/campaigns/campaignState'
import { marketFacts, type Market } from '../../../shared/campaigns/market'
import { addTally, emptyTally } from '../../../shared/campaigns/tally'
import { id, type CampaignId } from '../../../shared/ids'
import { minor, subtract } from '../../../shared/money'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order } from '../../../shared/orders/order'
import { priceOf } from '../../../shared/orders/orderState'
import { BreakdownCounter } from '../../../shared/reports/breakdown/counter'
import type { CampaignFacts } from '../../../shared/reports/portfolio/facts'
import { dayLength, instant, later, minute, type Instant } from '../../../shared/time'
import { aCampaign, staffId } from '../builders'
import { aCancellation, anEvent, anOrder, aPayment, aRefund, aShipment } from '../orderBuilders'

/** Orders of one campaign, and all that reports are told of them. */
export interface ToldCampaign {
  readonly facts: CampaignFacts
  readonly orders: readonly Order[]
}

/** In these weeks São Paulo set its clocks forward at midnight (4 November 2018): a day of 23 hours that begins at one. */
export const shopBegins = instant(Date.parse('2018-10-25T12:00:00Z'))
/** Within the random timelines, so that some campaigns run and some are over. */
export const shopNow = instant(Date.parse('2018-11-14T15:30:00Z'))

export function toldOf(campaign: Campaign, orders: readonly Order[], at: Instant): ToldCampaign {
  const counter = new BreakdownCounter()
  for (const order of orders) counter.move(order, campaign, 1)
  const facts: CampaignFacts = {
    campaign,
    tally: orders.map((order) => contributionOf(order, campaign.zone)).reduce(addTally, emptyTally),
    state: campaignState(campaign, at),
    productName: campaign.id,
    breakdown: counter.told(),
  }
  return { facts, orders }
}

const anyOrder = fc
  .record({
    placed: fc.integer({ min: 0, max: 24 * 24 * 60 }),
    wait: fc.integer({ min: 0, max: 29 }),
    units: fc.integer({ min: 1, max: 4 }),
    price: fc.integer({ min: 1, max: 300_000 }),
    fate: fc.constantFrom('paid', 'paid', 'paid', 'lapsed', 'awaiting', 'late' as const),
    cancels: fc.integer({ min: 0, max: 4 }),
    cancelledAfter: fc.integer({ min: 1, max: 4 * 24 * 60 }),
    refund: fc.constantFrom('owed', 'sent', 'settled', 'failed' as const),
    shipped: fc.boolean(),
  })
  .map((spec): Order => {
    const { placed, wait, units, price, fate, shipped } = spec
    const placedAt = later(shopBegins, placed * minute)
    const order = anOrder({ units, total: minor(price * units), placedAt, payBy: later(placedAt, 30 * minute) })
    const lapsed = { ...order, lapsedAt: later(placedAt, 30 * minute + 1) }
    if (fate === 'awaiting') return order
    if (fate === 'lapsed') return lapsed
    const paidAt = later(placedAt, (fate === 'late' ? 31 + wait : wait) * minute)
    const payment = aPayment({
      units,
      amount: order.total,
      paidAt,
      late: fate === 'late' ? 'after the payment window' : null,
    })
    if (fate === 'late') {
      const refund = aRefund({
        amount: order.total,
        cause: 'late money',
        owedAt: paidAt,
        events: eventsOf(spec, paidAt),
      })
      return { ...lapsed, payments: [payment], refunds: [refund] }
    }
    const cancelled = shipped ? 0 : Math.min(spec.cancels, units)
    const at = later(paidAt, spec.cancelledAfter * minute)
    const owed = subtract(order.total, priceOf(order, units - cancelled))
    return {
      ...order,
      payments: [payment],
      cancellations: cancelled === 0 ? [] : [aCancellation({ units: cancelled, at, owed })],
      refunds: cancelled === 0 ? [] : [aRefund({ amount: owed, owedAt: at, events: eventsOf(spec, at) })],
      shipment: shipped ? { ...aShipment(), at: later(paidAt, dayLength) } : null,
    }
  })

function eventsOf({ refund }: { readonly refund: 'owed' | 'sent' | 'settled' | 'failed' }, owedAt: Instant) {
  const sent = anEvent('sent', later(owedAt, 6 * 60 * minute))
  const last = later(owedAt, 40 * 60 * minute)
  return { owed: [], sent: [sent], settled: [sent, anEvent('settled', last)], failed: [sent, anEvent('failed', last)] }[
    refund
  ]
}

const anySettlement = fc.constantFrom('succeeded', 'failed' as const).map((outcome): Settlement => ({
  outcome,
  reason: outcome === 'succeeded' ? 'target met' : 'target missed',
  decidedAt: later(shopBegins, 15 * dayLength),
  approvedBy: staffId,
  approvedByName: 'Meera Iyer',
  ordersToVoid: 0,
  ordersVoided: 0,
  batches: 0,
  lastOrderId: null,
  statement: null,
}))

const anyCampaign = fc
  .record({
    market: fc.constantFrom<Market>('IN', 'CN', 'BR', 'BR'),
    startsAfter: fc.integer({ min: 0, max: 5 * 24 }),
    days: fc.integer({ min: 3, max: 22 }),
    target: fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((units) => ({ kind: 'units' as const, units })),
      fc.integer({ min: 1, max: 3_000_000 }).map((amount) => ({ kind: 'amount' as const, amount: minor(amount) })),
    ),
    fundedAfter: fc.option(fc.integer({ min: 0, max: 10 * 24 * 60 })),
    base: fc.constantFrom('order', 'funding' as const),
    promise: fc.integer({ min: 1, max: 20 }),
    settlement: fc.option(anySettlement),
    orders: fc.array(anyOrder, { maxLength: 12 }),
  })
  .map(({ market, startsAfter, days, fundedAfter, base, promise, orders, ...rest }) => {
    const startsAt = later(shopBegins, startsAfter * 60 * minute)
    const { currency, zone } = marketFacts[market]
    const campaign = {
      market,
      currency,
      zone,
      startsAt,
      launchedAt: startsAt,
      endsAt: later(startsAt, days * dayLength),
      fundedAt: fundedAfter === null ? null : later(startsAt, fundedAfter * minute),
      shippingPromise: { days: promise, base },
      ...rest,
    }
    return { campaign, orders }
  })

/** Campaigns of three markets with orders in every state, told as the store tells them. */
export const anyShop = fc
  .array(anyCampaign, { maxLength: 5 })
  .map((made) =>
    made.map(({ campaign, orders }, place) =>
      toldOf(aCampaign({ ...campaign, id: id<CampaignId>(`campaign-${place}`) }), orders, shopNow),
    ),
  )
