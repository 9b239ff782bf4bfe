import { isDeepStrictEqual } from 'node:util'
import { addTally, emptyTally, type Tally } from '../../../shared/campaigns/tally'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order, OrderState, Refund } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { balances } from '../../../shared/refunds/balances'
import type { CampaignInMemory } from './campaignInMemory'

const sum = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0)

/** Tens of thousands of checks a run: a thrown sentence costs less than an expectation, and shrinking names the commands. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

const unitsCancelled = (order: Order): number =>
  sum(order.cancellations.map(({ units, undone }) => (undone === null ? units : 0)))
const counting = (order: Order) => order.payments.filter(({ late }) => late === null)
const isWithdrawn = ({ events }: Refund): boolean => events.at(-1)?.kind === 'withdrawn'
const refundsOf = (order: Order, paymentId: string) =>
  order.refunds.filter((refund) => refund.paymentId === paymentId && !isWithdrawn(refund))
const allRefunds = (orders: readonly Order[]) =>
  orders.flatMap(({ refunds }) => refunds.filter((refund) => !isWithdrawn(refund)))
const amountOf = (facts: readonly { readonly amount: number }[]): number => sum(facts.map(({ amount }) => amount))

function startsWith(facts: readonly unknown[], earlier: readonly unknown[], what: string): void {
  must(isDeepStrictEqual(facts.slice(0, earlier.length), earlier), `${what} are only ever added to`)
}

function moneyIsAppendOnly(old: Order, now: Order): void {
  startsWith(now.payments, old.payments, 'payments')
  old.cancellations.forEach((cancellation, place) => {
    const then = now.cancellations[place]
    must(isDeepStrictEqual({ ...then, undone: cancellation.undone }, cancellation), 'cancellations are only added to')
    must(cancellation.undone === null || then?.undone === cancellation.undone, 'what was undone stays so')
  })
  old.refunds.forEach((refund, place) => {
    const then = now.refunds[place]
    must(
      isDeepStrictEqual({ ...then, events: [] }, { ...refund, events: [] }),
      'a refund keeps its identity and amount',
    )
    startsWith(then?.events ?? [], refund.events, "a refund's events")
  })
}

function nothingBeyondWhatWasPaid(order: Order): void {
  for (const { paid, owed, sent, settled, failed } of balances(order)) {
    must(Math.min(owed, sent, settled, failed) >= 0, 'no balance is negative')
    must(owed + sent + settled + failed <= paid, 'nothing is given back beyond what was paid')
  }
  must(counting(order).length <= 1, 'one payment counts at most')
  for (const payment of order.payments.filter(({ late }) => late !== null)) {
    const back = refundsOf(order, payment.id)
    must(back.length === 1 && amountOf(back) === payment.amount, 'late money is owed back in full, once')
    must(back[0]?.cause === 'late money', 'late money is owed back as such')
  }
}

/** Of the payment that counted, only units cancelled after it are owed back for cancelling. */
function onlyWhatWasAskedFor(order: Order): void {
  const [payment] = counting(order)
  const asked = payment ? refundsOf(order, payment.id).filter(({ cause }) => cause === 'cancelled') : []
  const cancelledAfterPaying = payment === undefined ? 0 : payment.units - (order.units - unitsCancelled(order))
  must(
    amountOf(asked) === (order.total / order.units) * cancelledAfterPaying,
    'cancelled units are owed at their price',
  )
}

/** A refund is withdrawn exactly where its cancellation was undone, and never once it was on its way. */
function undoneIsWithdrawn(order: Order): void {
  const undone = order.cancellations.flatMap((each) =>
    each.undone === null || each.refundId === null ? [] : each.refundId,
  )
  must(
    isDeepStrictEqual(
      order.refunds.filter(isWithdrawn).map(({ id }) => id),
      undone,
    ),
    'what was undone is withdrawn, and nothing else',
  )
  must(
    order.refunds.filter(isWithdrawn).every(({ events }) => events.length === 1),
    'nothing is withdrawn that was released or sent',
  )
}

/** The bar from units, and once more from money: what was paid in time less what was given back for cancellations. */
function barIsPaidUncancelledUnits({ tally, orders }: CampaignInMemory): void {
  const paid = orders.filter((order) => counting(order).length > 0)
  must(tally.net.units === sum(paid.map((order) => order.units - unitsCancelled(order))), 'the bar is paid units')
  const cancelledBack = allRefunds(orders).filter(({ cause }) => cause === 'cancelled')
  must(tally.net.amount === amountOf(paid.flatMap(counting)) - amountOf(cancelledBack), 'the bar is paid money')
  const days = Object.values(tally.byDay)
  must(sum(days.map((day) => day.paid.units - day.cancelled.units)) === tally.net.units, 'days add up to the bar')
  must(sum(days.map((day) => day.paid.amount - day.cancelled.amount)) === tally.net.amount, 'days add up in money')
  const places = [tally.awaiting, tally.lapsed, tally.voided, tally.toShip, tally.shipped, tally.delivered]
  must(
    sum(places.map(({ units }) => units)) === tally.placed.units - tally.cancelled.units,
    'every unit placed and not cancelled stands in one place',
  )
  must(sum(Object.values(tally.byVariant).map(({ units }) => units)) === tally.net.units, 'variants add up to the bar')
}

function nothingOverCapOrLimit(run: CampaignInMemory): void {
  const { cap, perSupporterLimit } = run.campaign
  must(cap === null || run.tally.awaiting.units + run.tally.net.units <= cap, 'the cap holds')
  for (const phone of new Set(run.orders.map(({ supporter }) => supporter.phone)))
    must(perSupporterLimit === null || run.held(phone) <= perSupporterLimit, "a supporter's limit holds")
}

function capturedIsKeptOwedOrGivenBack({ tally, orders }: CampaignInMemory): void {
  const captured = amountOf(orders.flatMap(({ payments: made }) => made))
  const kept = tally.net.amount - tally.voided.amount
  must(kept >= 0 && captured === kept + amountOf(allRefunds(orders)), 'captured = kept + owed + refunded')
  must(sum(Object.values(tally.byMode).map((mode) => mode.captured)) === captured, 'modes add up to what was captured')
}

/** What may follow on what, from one command to the next. An unpaid order may revive only while its lapse is not on record. */
const mayFollow: Record<OrderState, readonly OrderState[]> = {
  'awaiting payment': ['awaiting payment', 'paid', 'lapsed', 'cancelled'],
  lapsed: ['lapsed', 'paid', 'awaiting payment'],
  paid: ['paid', 'cancelled', 'shipped', 'voided'],
  cancelled: ['cancelled', 'paid', 'awaiting payment'],
  shipped: ['shipped', 'delivered'],
  delivered: ['delivered'],
  voided: ['voided'],
}

function decisionsStand(before: CampaignInMemory, { campaign, orders }: CampaignInMemory): void {
  const { fundedAt, settlement } = before.campaign
  must(fundedAt === null || campaign.fundedAt === fundedAt, 'funded stays')
  must(settlement === null || campaign.settlement?.outcome === settlement.outcome, 'an outcome never changes')
  must(settlement === null || campaign.settlement?.decidedAt === settlement.decidedAt, 'a campaign settles once')
  must(!settlement?.statement || campaign === before.campaign, 'a closed settlement stays as it is')
  if (campaign.fundedAt === null)
    must(
      orders.every(({ shipment }) => shipment === null),
      'nothing ships unfunded',
    )
  if (campaign.settlement?.outcome !== 'failed')
    must(
      allRefunds(orders).every(({ cause }) => cause !== 'campaign failed'),
      'success owes nothing back by itself',
    )
}

/** Failed and settled: every order that was paid has all of its money owed, on its way or back; one refund of what was left. */
function failureGivesEverythingBack({ campaign, orders }: CampaignInMemory): void {
  if (campaign.settlement?.outcome !== 'failed' || campaign.settlement.statement === null) return
  for (const order of orders) {
    const [payment] = counting(order)
    if (payment === undefined) continue
    must(amountOf(refundsOf(order, payment.id)) === payment.amount, 'a failed campaign gives back all that was paid')
    const whole = unitsCancelled(order) === order.units
    must((order.voidedAt === null) === whole, 'every paid order that is left is voided')
    const failing = order.refunds.filter(({ cause }) => cause === 'campaign failed')
    must(failing.length === (whole || order.total === 0 ? 0 : 1), 'exactly one refund for the failure')
  }
}

const contributions = new WeakMap<Order, Tally>()

function contribution(order: Order, { campaign }: CampaignInMemory): Tally {
  const known = contributions.get(order) ?? contributionOf(order, campaign.zone)
  contributions.set(order, known)
  return known
}

/** All invariants of one step. `before` and `after` are one campaign at two instants; a refused command must have changed nothing. */
export function check(before: CampaignInMemory, after: CampaignInMemory, accepted: boolean): void {
  after.orders.forEach((now, place) => {
    const old = before.orders[place]
    if (old !== undefined)
      must(mayFollow[orderState(old, before.at)].includes(orderState(now, after.at)), 'only listed steps are taken')
    if (old === now) return
    if (old !== undefined) moneyIsAppendOnly(old, now)
    nothingBeyondWhatWasPaid(now)
    onlyWhatWasAskedFor(now)
    undoneIsWithdrawn(now)
  })
  barIsPaidUncancelledUnits(after)
  nothingOverCapOrLimit(after)
  capturedIsKeptOwedOrGivenBack(after)
  decisionsStand(before, after)
  failureGivesEverythingBack(after)
  const recomputed = after.orders.map((order) => contribution(order, after)).reduce(addTally, emptyTally)
  must(isDeepStrictEqual(after.tally, recomputed), "the tally is the sum of its orders' contributions")
  const keys = after.orders.flatMap(({ refunds }) => refunds).flatMap(({ id: refundId, key }) => [refundId, key])
  must(new Set(keys).size === keys.length, 'no two refunds share an identity')
  must(accepted || after.campaign === before.campaign, 'a refusal changes nothing')
}
