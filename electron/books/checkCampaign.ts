import { isDeepStrictEqual } from 'node:util'
import type { Campaign } from '../../shared/campaigns/campaign'
import { campaignState } from '../../shared/campaigns/campaignState'
import { addTally, emptyTally, type Tally } from '../../shared/campaigns/tally'
import { contributionOf } from '../../shared/orders/contribution'
import type { Order } from '../../shared/orders/order'
import { orderState } from '../../shared/orders/orderState'
import { emptyBreakdown, type Breakdown } from '../../shared/reports/breakdown/breakdown'
import { BreakdownCounter } from '../../shared/reports/breakdown/counter'
import type { Instant } from '../../shared/time'
import type { CampaignWithTally, Reads } from '../store/store'
import { amountOf, countedPayment, isSettled, isWithdrawn, priceOfFirst, refundsOf, sum, unitsKept } from './count'
import type { Must } from './finding'

const priceKept = (order: Order): number => priceOfFirst(order, unitsKept(order))

/** A campaign with all that is counted of its orders. */
export interface CountedCampaign extends CampaignWithTally {
  readonly breakdown: Breakdown
}

/** Campaigns with all that is counted of them. */
export async function countedCampaigns(read: Reads): Promise<readonly CountedCampaign[]> {
  const breakdowns = await read.campaigns.breakdowns()
  const campaigns = await read.campaigns.all()
  return campaigns.map((found) => ({ ...found, breakdown: breakdowns.get(found.campaign.id) ?? emptyBreakdown }))
}

/** What must hold between a campaign, its counts and all of its orders at an instant. */
export function checkCampaign(must: Must, found: CountedCampaign, orders: readonly Order[], at: Instant): void {
  const { campaign } = found
  const paid = orders.filter((order) => countedPayment(order) !== undefined)
  checkBar(must, found, paid)
  checkLimits(must, campaign, orders, at)
  const state = campaignState(campaign, at)
  if (state === 'failed') {
    checkFailed(must, campaign, paid)
  } else if (state !== 'settling') {
    const unasked = orders.some(
      (order) => order.voidedAt !== null || order.refunds.some(({ cause }) => cause === 'campaign failed'),
    )
    must(7, !unasked, () => `Campaign ${campaign.id} has a refund that nobody asked for.`)
  }
  const unfunded = campaign.fundedAt === null && orders.some(({ shipment }) => shipment !== null)
  must(6, !unfunded, () => `Campaign ${campaign.id} shipped although it was not funded.`)
  checkMoney(must, campaign, orders)
  checkSettlement(must, campaign, orders)
  const recounted = orders.map((order) => contributionOf(order, campaign.zone)).reduce(addTally, emptyTally)
  const same = isDeepStrictEqual(recounted, found.tally)
  const where = (): string => differing(recounted, found.tally)
  must(9, same, () => `The tally of campaign ${campaign.id} differs from its orders in ${where()}.`)
  const counter = new BreakdownCounter()
  for (const order of orders) counter.move(order, campaign, 1)
  must(
    9,
    isDeepStrictEqual(counter.told(), found.breakdown),
    () => `The breakdown of campaign ${campaign.id} differs from its orders.`,
  )
}

function checkBar(must: Must, { campaign, tally }: CampaignWithTally, paid: readonly Order[]): void {
  const net = { units: sum(paid.map(unitsKept)), amount: sum(paid.map(priceKept)) }
  const bar = `${String(tally.net.units)} units and ${String(tally.net.amount)}`
  must(
    9,
    tally.net.units === net.units && tally.net.amount === net.amount,
    () => `The bar of campaign ${campaign.id} says ${bar}, its orders ${String(net.units)} and ${String(net.amount)}.`,
  )
}

/** Names of what differs, for whoever has to look into it. */
const differing = (left: Tally, right: Tally): string =>
  (Object.keys(left) as (keyof Tally)[]).filter((name) => !isDeepStrictEqual(left[name], right[name])).join(', ')

function checkLimits(must: Must, campaign: Campaign, orders: readonly Order[], at: Instant): void {
  const { cap, perSupporterLimit: limit } = campaign
  if (cap === null && limit === null) return
  const held = orders.filter((order) =>
    ['awaiting payment', 'paid', 'shipped', 'delivered'].includes(orderState(order, at)),
  )
  const units = sum(held.map(unitsKept))
  must(10, cap === null || units <= cap, () => `Campaign ${campaign.id} gave away more units than its cap.`)
  if (limit === null) return
  const byPhone = new Map<string, number>()
  for (const order of held) {
    const { phone } = order.supporter
    byPhone.set(phone, (byPhone.get(phone) ?? 0) + unitsKept(order))
  }
  const within = [...byPhone.values()].every((theirs) => theirs <= limit)
  must(10, within, () => `Campaign ${campaign.id} gave one supporter more units than its limit.`)
}

/** Everyone who paid in time gets everything back, once. */
function checkFailed(must: Must, { id }: Campaign, paid: readonly Order[]): void {
  for (const order of paid) {
    const payment = countedPayment(order)
    const whole = payment !== undefined && amountOf(refundsOf(order, payment)) === payment.amount
    must(6, whole, () => `Order ${order.number} of the failed campaign ${id} does not get all of its money back, once.`)
    const voided = (order.voidedAt !== null) === unitsKept(order) > 0
    must(6, voided, () => `Order ${order.number} of the failed campaign ${id} is not voided as it must be.`)
  }
}

/** What became of a campaign's money, in its smallest unit. */
interface MoneyOf {
  readonly captured: number
  readonly kept: number
  /** Promised and not yet with the supporters. */
  readonly owed: number
  readonly refunded: number
}

/** Added up from the orders alone, each part by itself. */
export function moneyOf(orders: readonly Order[]): MoneyOf {
  const refunds = orders.flatMap((order) => order.refunds.filter((each) => !isWithdrawn(each)))
  const kept = orders.filter((order) => order.voidedAt === null && countedPayment(order) !== undefined)
  return {
    captured: sum(orders.flatMap(({ payments }) => payments.map(({ amount }) => amount))),
    kept: sum(kept.map(priceKept)),
    owed: amountOf(refunds.filter((each) => !isSettled(each))),
    refunded: amountOf(refunds.filter(isSettled)),
  }
}

/** captured = kept + owed + refunded. */
function checkMoney(must: Must, { id, settlement }: Campaign, orders: readonly Order[]): void {
  const { captured, kept, owed, refunded } = moneyOf(orders)
  const parts = `${String(kept)} kept, ${String(owed)} owed, ${String(refunded)} refunded`
  must(
    11,
    captured === kept + owed + refunded,
    () => `The money of campaign ${id} does not add up: ${String(captured)} captured, but ${parts}.`,
  )
  const statement = settlement?.statement ?? null
  if (statement === null) return
  const { total, lines } = statement
  const adds = [total, ...lines].every((each) => each.captured === each.kept + each.owed + each.refunded)
  const sums = (['payments', 'captured', 'kept', 'owed', 'refunded'] as const).every(
    (column) => sum(lines.map((line) => line[column])) === total[column],
  )
  must(11, adds && sums, () => `The statement of campaign ${id} does not add up.`)
}

function checkSettlement(must: Must, campaign: Campaign, orders: readonly Order[]): void {
  const { id, settlement } = campaign
  if (settlement === null) return
  const voided = orders.filter(({ voidedAt }) => voidedAt !== null).length
  const counted = `${String(settlement.ordersVoided)} orders voided, there are ${String(voided)}`
  must(5, settlement.ordersVoided === voided, () => `The settlement of campaign ${id} says ${counted}.`)
  const done = settlement.statement === null || voided === settlement.ordersToVoid
  must(5, done, () => `The settlement of campaign ${id} was closed before all of its orders were voided.`)
  const rightly = (settlement.outcome === 'succeeded') === (campaign.fundedAt !== null)
  must(5, rightly, () => `Campaign ${id} was settled as ${settlement.outcome}, which its facts do not say.`)
}
