import { minor, type Minor } from '../money'
import type { PaymentMode } from './paymentMode'

/** Orders, their units and what these cost at the price paid. */
export interface Count {
  readonly orders: number
  readonly units: number
  readonly amount: Minor
}

/** Money facts of one payment mode. Everything is in the campaign's smallest unit. */
export interface MoneyCount {
  readonly payments: number
  readonly captured: Minor
  /** Refunds in their four states. */
  readonly owed: Minor
  readonly sent: Minor
  readonly settled: Minor
  readonly failed: Minor
}

export interface DayCount {
  readonly placed: Count
  readonly paid: Count
  readonly cancelled: Count
}

/**
 * A campaign's numbers. Always the sum of its orders' contributions (`contributionOf`), kept in the same commit as the
 * order that moves them and proven by recomputing. All charts and bars read these.
 */
export interface Tally {
  /** Everything ever placed. */
  readonly placed: Count
  /** Everything ever paid in time. */
  readonly paid: Count
  /** Paid in time, net of cancellations: the bar. A failed campaign's voids take nothing away: it keeps its final share. */
  readonly net: Count
  /** Still awaiting payment; with `net` these use up caps and limits. */
  readonly awaiting: Count
  readonly lapsed: Count
  /** Cancelled after or before payment. `orders` counts those cancelled whole. */
  readonly cancelled: Count
  readonly voided: Count
  readonly toShip: Count
  readonly shipped: Count
  readonly delivered: Count
  /** Late money: `orders` counts payments. */
  readonly late: Count
  readonly refundsOwed: number
  readonly refundsSent: number
  readonly refundsSettled: number
  readonly refundsFailed: number
  /** By calendar day in the campaign's zone; days without anything are absent. */
  readonly byDay: Readonly<Record<string, DayCount>>
  readonly byMode: Readonly<Partial<Record<PaymentMode, MoneyCount>>>
  /** Paid net of cancellations by variant; variants without any are absent. */
  readonly byVariant: Readonly<Record<string, Count>>
}

export const noCount: Count = { orders: 0, units: 0, amount: minor(0) }

export const emptyTally: Tally = {
  placed: noCount,
  paid: noCount,
  net: noCount,
  awaiting: noCount,
  lapsed: noCount,
  cancelled: noCount,
  voided: noCount,
  toShip: noCount,
  shipped: noCount,
  delivered: noCount,
  late: noCount,
  refundsOwed: 0,
  refundsSent: 0,
  refundsSettled: 0,
  refundsFailed: 0,
  byDay: {},
  byMode: {},
  byVariant: {},
}

type Sign = 1 | -1

const isNone = ({ orders, units, amount }: Count): boolean => orders === 0 && units === 0 && amount === 0

function count(left: Count, right: Count, sign: Sign): Count {
  if (right === noCount || isNone(right)) return left
  return {
    orders: minor(left.orders + sign * right.orders),
    units: minor(left.units + sign * right.units),
    amount: minor(left.amount + sign * right.amount),
  }
}

const noMoney: MoneyCount = {
  payments: 0,
  captured: minor(0),
  owed: minor(0),
  sent: minor(0),
  settled: minor(0),
  failed: minor(0),
}

const money = (left: MoneyCount | undefined = noMoney, right: MoneyCount, sign: Sign): MoneyCount => ({
  payments: left.payments + sign * right.payments,
  captured: minor(left.captured + sign * right.captured),
  owed: minor(left.owed + sign * right.owed),
  sent: minor(left.sent + sign * right.sent),
  settled: minor(left.settled + sign * right.settled),
  failed: minor(left.failed + sign * right.failed),
})

const isNoMoney = ({ payments, captured, owed, sent, settled, failed }: MoneyCount): boolean =>
  payments === 0 && captured === 0 && owed === 0 && sent === 0 && settled === 0 && failed === 0

const noDay: DayCount = { placed: noCount, paid: noCount, cancelled: noCount }

const day = (left: DayCount = noDay, right: DayCount, sign: Sign): DayCount => ({
  placed: count(left.placed, right.placed, sign),
  paid: count(left.paid, right.paid, sign),
  cancelled: count(left.cancelled, right.cancelled, sign),
})

const isNoDay = ({ placed, paid, cancelled }: DayCount): boolean => isNone(placed) && isNone(paid) && isNone(cancelled)

function without<Entry>(record: Readonly<Record<string, Entry>>, key: string): Readonly<Record<string, Entry>> {
  const { [key]: _gone, ...others } = record
  return others
}

/**
 * The open-ended parts, entry by entry. Entries that the contribution does not name are kept as they are, so a tally of sixty
 * days costs no more than the day that moves. What comes to nothing disappears, so equal tallies look equal.
 */
function entries<Entry extends object>(
  left: Readonly<Record<string, Entry>>,
  right: Readonly<Record<string, Entry>>,
  sign: Sign,
  combine: (left: Entry | undefined, right: Entry, sign: Sign) => Entry,
  isNothing: (entry: Entry) => boolean,
): Readonly<Record<string, Entry>> {
  let combined = left
  for (const [key, theirs] of Object.entries(right)) {
    const entry = combine(left[key], theirs, sign)
    // Never `delete`: an object that lost a key is many times slower to copy from then on (V8 keeps it as a dictionary).
    combined = isNothing(entry) ? without(combined, key) : { ...combined, [key]: entry }
  }
  return combined
}

const variant = (left: Count = noCount, right: Count, sign: Sign): Count => count(left, right, sign)

function combine(tally: Tally, contribution: Tally, sign: Sign): Tally {
  return {
    placed: count(tally.placed, contribution.placed, sign),
    paid: count(tally.paid, contribution.paid, sign),
    net: count(tally.net, contribution.net, sign),
    awaiting: count(tally.awaiting, contribution.awaiting, sign),
    lapsed: count(tally.lapsed, contribution.lapsed, sign),
    cancelled: count(tally.cancelled, contribution.cancelled, sign),
    voided: count(tally.voided, contribution.voided, sign),
    toShip: count(tally.toShip, contribution.toShip, sign),
    shipped: count(tally.shipped, contribution.shipped, sign),
    delivered: count(tally.delivered, contribution.delivered, sign),
    late: count(tally.late, contribution.late, sign),
    refundsOwed: tally.refundsOwed + sign * contribution.refundsOwed,
    refundsSent: tally.refundsSent + sign * contribution.refundsSent,
    refundsSettled: tally.refundsSettled + sign * contribution.refundsSettled,
    refundsFailed: tally.refundsFailed + sign * contribution.refundsFailed,
    byDay: entries(tally.byDay, contribution.byDay, sign, day, isNoDay),
    byMode: entries(tally.byMode, contribution.byMode, sign, money, isNoMoney),
    byVariant: entries(tally.byVariant, contribution.byVariant, sign, variant, isNone),
  }
}

export const addTally = (tally: Tally, contribution: Tally): Tally => combine(tally, contribution, 1)

export const subtractTally = (tally: Tally, contribution: Tally): Tally => combine(tally, contribution, -1)
