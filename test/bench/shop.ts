import type { Campaign } from '../../shared/campaigns/campaign'
import type { Tally } from '../../shared/campaigns/tally'
import {
  id,
  orderNumber,
  type CampaignId,
  type CancellationId,
  type OrderId,
  type PaymentId,
  type ProductId,
} from '../../shared/ids'
import { paymentModes } from '../../shared/campaigns/paymentMode'
import { cancelOrder } from '../../shared/orders/cancelOrder'
import type { Order, Supporter } from '../../shared/orders/order'
import { voidOrder } from '../../shared/orders/voidOrder'
import type { Product } from '../../shared/products/product'
import { assert } from '../../shared/result'
import { approveSettlement } from '../../shared/settlement/approve'
import { toVoid } from '../../shared/settlement/preview'
import { closeSettlement } from '../../shared/settlement/statement'
import { dayLength, later, minute, type Instant } from '../../shared/time'
import { inventPeople } from '../../electron/sample/people'
import { chanceFrom, type Chance } from '../../electron/sample/chance'
import { aCampaign, allowed, anActor, aProduct, blackId, inIndia, whiteId } from '../shared/builders'
import { anOrder } from '../shared/orderBuilders'

/** The instant at which every question of the measurements is asked. */
export const now = inIndia('2024-03-01T12:00:00')

/** Live: it fails once it has ended. To ship: it succeeded, and nothing of it is shipped yet. */
export type Fate = 'delivered' | 'failed' | 'to ship' | 'live'

export interface BenchCampaign {
  readonly campaign: Campaign
  readonly fate: Fate
  readonly product: Product
  readonly orders: number
  /** The sequence of its n-th order, counted from 0. */
  readonly sequence: (n: number) => number
  /** Nothing is placed in it from here on. */
  readonly until: Instant
}

export interface BenchShop {
  readonly orders: number
  readonly campaigns: readonly BenchCampaign[]
}

export const liveCampaigns = 4
const usualLiveShare = 0.1
const mostInCampaign = 10_000
const fewestClosed = 9

/** So many closed campaigns a shop of that many orders has. */
export const closedCampaignsOf = (orders: number, liveShare = usualLiveShare): number =>
  liveShare === 1 ? 0 : Math.max(fewestClosed, Math.ceil(((1 - liveShare) * orders) / mostInCampaign))

/**
 * A shop of that many orders as it stands at an instant, the same each time: four live campaigns with a share of the orders, or all
 * of them, arriving in turns, and before them the closed ones, a quarter of which failed. The last closed one still has everything to
 * ship.
 */
export function benchShop(
  orders: number,
  closed = closedCampaignsOf(orders),
  { at = now, liveShare = usualLiveShare }: { readonly at?: Instant; readonly liveShare?: number } = {},
): BenchShop {
  const closedOrders = closed === 0 ? 0 : Math.round((1 - liveShare) * orders)
  const campaigns: BenchCampaign[] = []
  let first = 1
  for (let index = 0; index < closed; index += 1) {
    const count = Math.floor(closedOrders / closed) + (index < closedOrders % closed ? 1 : 0)
    const from = first
    const fate = index === closed - 1 ? 'to ship' : index % 4 === 0 ? 'failed' : 'delivered'
    const endsAt = later(at, -(20 + 4 * (closed - index)) * dayLength)
    campaigns.push(campaignOf(index, { fate, endsAt, at }, count, (n) => from + n))
    first += count
  }
  const live = orders - closedOrders
  for (let index = 0; index < liveCampaigns; index += 1) {
    const count = Math.floor((live - index + liveCampaigns - 1) / liveCampaigns)
    const sequence = (n: number): number => closedOrders + 1 + index + liveCampaigns * n
    const endsAt = later(at, 10 * dayLength)
    campaigns.push(campaignOf(closed + index, { fate: 'live', endsAt, at }, count, sequence))
  }
  return { orders, campaigns }
}

const runs = 30 * dayLength

function campaignOf(
  index: number,
  { fate, endsAt, at }: { readonly fate: Fate; readonly endsAt: Instant; readonly at: Instant },
  orders: number,
  sequence: (n: number) => number,
): BenchCampaign {
  const number = String(index).padStart(4, '0')
  const productId = id<ProductId>(`product-${number}`)
  const startsAt = later(endsAt, -runs)
  const succeeded = fate === 'delivered' || fate === 'to ship'
  const campaign = aCampaign({
    id: id<CampaignId>(`campaign-${number}`),
    productId,
    target: { kind: 'units', units: succeeded ? 1 : 10_000_000 },
    startsAt,
    endsAt,
    createdAt: startsAt,
    launchedAt: startsAt,
    fundedAt: succeeded ? later(startsAt, dayLength) : null,
  })
  const product = aProduct({ id: productId, name: `Gadget ${number}`, position: index + 1 })
  const until = later(fate === 'live' ? at : endsAt, -60 * minute)
  return { campaign, fate, product, orders, sequence, until }
}

/** The campaign with its settlement, once that tally counts all of its orders. */
export function settledOf({ campaign, fate, product }: BenchCampaign, tally: Tally): Campaign {
  if (fate === 'live') return campaign
  const at = later(campaign.endsAt, dayLength)
  const { orders, amount } = toVoid(fate === 'failed' ? 'failed' : 'succeeded', tally)
  const ask = { outcome: fate === 'failed' ? ('failed' as const) : ('succeeded' as const), newlyOwed: amount }
  const approved = allowed(approveSettlement(campaign, tally, product, ask, anActor(), at)).campaign
  assert(approved.settlement !== null && orders === 0, 'a closed campaign has nothing left to void')
  const { voided } = tally
  const settlement = { ...approved.settlement, ordersToVoid: voided.orders, ordersVoided: voided.orders }
  return allowed(closeSettlement({ ...approved, settlement }, tally, at))
}

const poolSize = 2_000
const pool = inventPeople(poolSize, chanceFrom(1))

/** The campaign's orders in their sequence, the same each time. */
export function* ordersOf(of: BenchCampaign): Generator<Order> {
  const chance = chanceFrom(of.sequence(0))
  for (let n = 0; n < of.orders; n += 1) yield orderOf(of, n, chance)
}

const unpaidShare = 0.08
const cancelledShare = 0.04

function orderOf(
  { campaign, fate, product, orders, sequence, until }: BenchCampaign,
  n: number,
  chance: Chance,
): Order {
  const number = sequence(n)
  const orderId = id<OrderId>(`o${String(number).padStart(10, '0')}`)
  const placedAt = later(campaign.startsAt, Math.floor(((until - campaign.startsAt) * n) / orders))
  const payBy = later(placedAt, campaign.paymentWindowMinutes * minute)
  const placed = anOrder({
    id: orderId,
    number: orderNumber(number),
    sequence: number,
    campaignId: campaign.id,
    productId: product.id,
    variantId: chance.is(0.6) ? blackId : whiteId,
    supporter: someone(chance),
    units: chance.is(0.2) ? 2 : 1,
    placedAt,
    payBy,
  })
  if (chance.is(unpaidShare)) return { ...placed, lapsedAt: payBy }
  const paidAt = later(placedAt, chance.whole(1, 20) * minute)
  const paid: Order = {
    ...placed,
    payments: [
      {
        id: id<PaymentId>(`${orderId}-p1`),
        mode: chance.pick(paymentModes),
        reference: `pay_${chance.digits(12)}${String(number)}`,
        amount: placed.total,
        units: placed.units,
        paidAt,
        recordedAt: paidAt,
        recordedBy: 'Meera Iyer',
        late: null,
      },
    ],
  }
  return chance.is(cancelledShare) ? cancelledWhole(paid, campaign, later(paidAt, minute)) : ended(paid, fate, campaign)
}

function someone(chance: Chance): Supporter {
  const person = chance.pick(pool)
  const mailbox = `${person.name.replaceAll(/[^A-Za-z]/gu, '.').toLowerCase()}${chance.digits(3)}`
  return {
    ...person,
    phone: `+91${String(chance.whole(7, 9))}${chance.digits(9)}`,
    email: `${mailbox}@${chance.pick(['gmail.com', 'yahoo.in', 'example.com'])}`,
  }
}

function cancelledWhole(order: Order, campaign: Campaign, at: Instant): Order {
  const ask = { units: order.units, reason: 'Changed their mind', note: '', undoMinutes: 0 }
  const cancelled = allowed(cancelOrder(order, campaign, ask, anActor(), at))
  const cancellations = cancelled.cancellations.map((one) => ({ ...one, id: id<CancellationId>(`${order.id}-c1`) }))
  return givenBack({ ...cancelled, cancellations })
}

function ended(order: Order, fate: Fate, campaign: Campaign): Order {
  const after = later(campaign.endsAt, dayLength)
  switch (fate) {
    case 'live':
    case 'to ship':
      return order
    case 'failed':
      return givenBack(allowed(voidOrder(order, after)))
    case 'delivered':
      return {
        ...order,
        shipment: { carrier: 'Blue Dart', trackingNumber: `BD${String(order.sequence)}`, at: after, by: 'Meera Iyer' },
        deliveredAt: later(after, 3 * dayLength),
      }
  }
}

const givenBack = (order: Order): Order => ({
  ...order,
  refunds: order.refunds.map((refund) => ({
    ...refund,
    events: [
      { kind: 'sent', at: later(refund.owedAt, minute), by: 'Meera Iyer', reference: `rfnd_${String(order.sequence)}` },
      {
        kind: 'settled',
        at: later(refund.owedAt, 2 * minute),
        by: 'Meera Iyer',
        bankReference: `RRN${String(order.sequence)}`,
      },
    ],
  })),
})
