import { campaignState } from '../../../shared/campaigns/campaignState'
import { addTally, emptyTally } from '../../../shared/campaigns/tally'
import type { CampaignWithTally } from '../../../electron/store/store'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order, Payment, Refund } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { isDeepStrictEqual } from 'node:util'
import { firstBrokenSeal, type Facts } from './facts'

/** One broken invariant, by its number in the list of invariants, and where. */
export class Broken extends Error {
  constructor(invariant: number, what: string) {
    super(`Invariant ${String(invariant)}: ${what}`)
  }
}

function must(invariant: number, holds: boolean, what: () => string): void {
  if (!holds) throw new Broken(invariant, what())
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

// Counted here anew, not by the functions of the program that are under test.

const cancelledUnits = (order: Order): number => sum(order.cancellations.map(({ units }) => units))
const left = (order: Order): number => order.units - cancelledUnits(order)
const counted = (order: Order): Payment | undefined => order.payments.find(({ late }) => late === null)
const refundsOf = (order: Order, payment: Payment): readonly Refund[] =>
  order.refunds.filter(({ paymentId }) => paymentId === payment.id)
const amountOf = (refunds: readonly Refund[]): number => sum(refunds.map(({ amount }) => amount))
const isSettled = ({ events }: Refund): boolean => events.at(-1)?.kind === 'settled'

/** The price of the first units: shares differ by one smallest unit at most, the first ones are the larger. */
function priceOfFirst(order: Order, units: number): number {
  const each = Math.floor(order.total / order.units)
  return each * units + Math.min(units, order.total - each * order.units)
}

/** Checks the invariants that hold at every moment. */
export function checkMoment(facts: Facts, sealsFrom: number): void {
  const { campaigns, orders, accounts, at } = facts
  checkReferences(facts)
  for (const order of orders) checkOrder(order)
  for (const found of campaigns) {
    checkCampaign(
      found,
      orders.filter(({ campaignId }) => campaignId === found.campaign.id),
      facts,
    )
  }
  const broken = firstBrokenSeal(facts, sealsFrom)
  must(14, broken === null, () => `the chain of the trail breaks at entry ${String(broken)}`)
  const manages = accounts.some(({ active, roles }) => active && roles.includes('manager'))
  must(18, manages, () => `nobody manages the shop at ${String(at)}`)
}

function checkOrder(order: Order): void {
  const { number } = order
  const amounts = [
    order.total,
    order.listPrice,
    ...order.payments.map(({ amount }) => amount),
    ...order.refunds.map(({ amount }) => amount),
    ...order.cancellations.map(({ owed }) => owed),
  ]
  must(
    1,
    amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0),
    () => `amounts of ${number}`,
  )
  must(1, left(order) >= 0 && order.units > 0, () => `units of ${number}`)
  must(6, order.payments.filter(({ late }) => late === null).length <= 1, () => `${number} is paid once`)
  for (const payment of order.payments) {
    const promised = refundsOf(order, payment)
    must(3, amountOf(promised) <= payment.amount, () => `${number} gives back more than was paid`)
    if (payment.late === null) continue
    must(3, amountOf(promised) === payment.amount, () => `late money of ${number} is owed in full`)
    must(
      3,
      promised.every(({ cause }) => cause === 'late money'),
      () => `late money of ${number} has its cause`,
    )
  }
  const paid = counted(order)
  if (paid !== undefined) {
    const cancelled = refundsOf(order, paid).filter(({ cause }) => cause === 'cancelled')
    const kept = priceOfFirst(order, left(order))
    must(1, paid.amount === kept + amountOf(cancelled), () => `the parts of ${number} add up to what was paid`)
  }
  for (const refund of order.refunds) {
    must(
      8,
      isLegalHistory(refund),
      () => `refund ${refund.id} went ${refund.events.map(({ kind }) => kind).join(', ')}`,
    )
  }
}

const mayFollow: Record<string, readonly string[]> = {
  owed: ['sent'],
  sent: ['settled', 'failed'],
  settled: [],
  failed: ['owed again'],
  'owed again': ['sent'],
}

const isLegalHistory = ({ events }: Refund): boolean =>
  events.every(({ kind }, index) => mayFollow[events[index - 1]?.kind ?? 'owed']?.includes(kind) === true)

function checkCampaign({ campaign, tally }: CampaignWithTally, orders: readonly Order[], { at }: Facts): void {
  const name = campaign.id
  const paid = orders.filter((order) => counted(order) !== undefined)
  const net = { units: sum(paid.map(left)), amount: sum(paid.map((order) => priceOfFirst(order, left(order)))) }
  must(9, tally.net.units === net.units && tally.net.amount === net.amount, () => `the bar of ${name}`)

  const held = orders.filter((order) =>
    ['awaiting payment', 'paid', 'shipped', 'delivered'].includes(orderState(order, at)),
  )
  if (campaign.cap !== null) must(10, sum(held.map(left)) <= campaign.cap, () => `the cap of ${name}`)
  const limit = campaign.perSupporterLimit
  if (limit !== null) {
    for (const phone of new Set(held.map(({ supporter }) => supporter.phone))) {
      const theirs = held.filter(({ supporter }) => supporter.phone === phone)
      must(10, sum(theirs.map(left)) <= limit, () => `the limit of ${name}`)
    }
  }

  must(
    6,
    campaign.fundedAt !== null || orders.every(({ shipment }) => shipment === null),
    () => `${name} shipped unfunded`,
  )
  const kept = sum(paid.filter(({ voidedAt }) => voidedAt === null).map((order) => priceOfFirst(order, left(order))))
  const state = campaignState(campaign, at)
  if (state === 'failed') {
    for (const order of paid) {
      const payment = counted(order)
      const whole = payment !== undefined && amountOf(refundsOf(order, payment)) === payment.amount
      must(6, whole, () => `${order.number} of the failed ${name} gets all money back, once`)
      must(6, (order.voidedAt !== null) === left(order) > 0, () => `${order.number} of the failed ${name} is voided`)
    }
    must(6, kept === 0, () => `the failed ${name} keeps money`)
  } else if (state !== 'settling') {
    const unasked = orders.some(
      (order) => order.voidedAt !== null || order.refunds.some(({ cause }) => cause === 'campaign failed'),
    )
    must(7, !unasked, () => `${name} has a refund that nobody asked for`)
  }

  const captured = sum(orders.flatMap(({ payments }) => payments.map(({ amount }) => amount)))
  const refunds = orders.flatMap((order) => order.refunds)
  const [refunded, owed] = [amountOf(refunds.filter(isSettled)), amountOf(refunds.filter((each) => !isSettled(each)))]
  must(11, captured === kept + owed + refunded, () => `${name}: ${[captured, kept, owed, refunded].join(', ')}`)
  const total = campaign.settlement?.statement?.total
  if (total) must(11, total.captured === total.kept + total.owed + total.refunded, () => `the statement of ${name}`)
  const recounted = orders.map((order) => contributionOf(order, campaign.zone)).reduce(addTally, emptyTally)
  must(9, isDeepStrictEqual(recounted, tally), () => `the tally of ${name} differs from its orders`)
}

function checkReferences({ products, campaigns, orders, entries }: Facts): void {
  const productById = new Map(products.map((product) => [product.id, product]))
  for (const { campaign } of campaigns) must(12, productById.has(campaign.productId), () => `product of ${campaign.id}`)
  const campaignIds = new Set(campaigns.map(({ campaign }) => campaign.id))
  for (const order of orders) {
    must(12, campaignIds.has(order.campaignId), () => `campaign of ${order.number}`)
    const variants = productById.get(order.productId)?.variants ?? []
    must(
      12,
      variants.some(({ id }) => id === order.variantId),
      () => `variant of ${order.number}`,
    )
    const paymentIds = new Set(order.payments.map(({ id }) => id))
    must(
      12,
      order.refunds.every(({ paymentId }) => paymentIds.has(paymentId)),
      () => `payments of ${order.number}`,
    )
  }
  const ids = [
    products.map(({ id }) => id),
    campaigns.map(({ campaign }) => campaign.id),
    orders.map(({ id }) => id),
    orders.map(({ number }) => number),
    orders.flatMap(({ payments }) => payments.map(({ id }) => id)),
    orders.flatMap(({ refunds }) => refunds.map(({ key }) => key)),
    entries.map(({ commandId }) => commandId),
  ]
  for (const list of ids) must(12, new Set(list).size === list.length, () => 'an id is used twice')
}

const mayBecome: Record<ReturnType<typeof orderState>, readonly ReturnType<typeof orderState>[]> = {
  'awaiting payment': ['paid', 'lapsed', 'cancelled'],
  paid: ['cancelled', 'shipped', 'voided'],
  // Told of late, an order may turn out to have been paid in time; a clock set back may put it in time again.
  lapsed: ['paid', 'awaiting payment'],
  cancelled: [],
  shipped: ['delivered'],
  delivered: [],
  voided: [],
}

const startsWith = (longer: readonly unknown[], shorter: readonly unknown[]): boolean =>
  shorter.every((item, index) => isDeepStrictEqual(item, longer[index]))

/** Checks what must hold between one moment and the next: what happened stays, and only listed steps are taken. */
export function checkStep(before: Facts, after: Facts): void {
  must(
    13,
    startsWith(after.entries.slice(0, before.entries.length), before.entries),
    () => 'entries of the trail changed',
  )
  const orders = new Map(after.orders.map((order) => [order.id, order]))
  for (const old of before.orders) {
    const order = orders.get(old.id)
    if (order === undefined) throw new Broken(12, `${old.number} is gone`)
    must(2, startsWith(order.payments, old.payments), () => `payments of ${old.number} changed`)
    must(2, startsWith(order.cancellations, old.cancellations), () => `cancellations of ${old.number} changed`)
    const sameRefunds = old.refunds.every((refund, index) => {
      const now = order.refunds[index]
      return (
        now !== undefined &&
        isDeepStrictEqual({ ...now, events: refund.events }, refund) &&
        startsWith(now.events, refund.events)
      )
    })
    must(2, sameRefunds, () => `refunds of ${old.number} changed`)
    const [was, is] = [orderState(old, before.at), orderState(order, after.at)]
    must(8, was === is || mayBecome[was].includes(is), () => `${old.number} went from ${was} to ${is}`)
    must(2, old.total === order.total && old.supporter.phone === order.supporter.phone, () => `${old.number} changed`)
  }
  const campaigns = new Map(after.campaigns.map(({ campaign }) => [campaign.id, campaign]))
  for (const { campaign: old } of before.campaigns) {
    const campaign = campaigns.get(old.id)
    if (campaign === undefined || old.launchedAt === null) continue
    must(8, campaign.launchedAt === old.launchedAt, () => `${old.id} was launched once`)
    must(8, old.fundedAt === null || campaign.fundedAt === old.fundedAt, () => `${old.id} stays funded`)
    const locked = [campaign.target, campaign.price, campaign.startsAt, campaign.endsAt]
    must(8, isDeepStrictEqual(locked, [old.target, old.price, old.startsAt, old.endsAt]), () => `${old.id} is locked`)
    if (old.settlement === null) continue
    const [decided, now] = [old.settlement, campaign.settlement]
    must(5, now?.outcome === decided.outcome && now.decidedAt === decided.decidedAt, () => `${old.id} is decided once`)
    const closed = decided.statement === null || isDeepStrictEqual(now?.statement, decided.statement)
    must(5, closed, () => `${old.id} is closed once`)
  }
}
