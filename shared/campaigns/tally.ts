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

type Numbers = { readonly [key: string]: number | Numbers }

/** Leaf by leaf; whatever comes to zero all through disappears from the open-ended parts, so equal tallies look equal. */
function combine(left: Numbers, right: Numbers, sign: 1 | -1, fixed: Numbers | undefined): Numbers {
  const combined: Record<string, number | Numbers> = {}
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const ours = left[key]
    const theirs = right[key]
    if (typeof ours === 'number' || typeof theirs === 'number') {
      combined[key] = minor(((ours as number | undefined) ?? 0) + sign * ((theirs as number | undefined) ?? 0))
      continue
    }
    const mustStay = fixed?.[key]
    const part = combine(ours ?? {}, theirs ?? {}, sign, typeof mustStay === 'object' ? mustStay : undefined)
    if (mustStay !== undefined || !isNothing(part)) combined[key] = part
  }
  return combined
}

const isNothing = (numbers: Numbers): boolean =>
  Object.values(numbers).every((value) => (typeof value === 'number' ? value === 0 : isNothing(value)))

const asNumbers = (tally: Tally): Numbers => tally as unknown as Numbers

export const addTally = (tally: Tally, contribution: Tally): Tally =>
  combine(asNumbers(tally), asNumbers(contribution), 1, asNumbers(emptyTally)) as unknown as Tally

export const subtractTally = (tally: Tally, contribution: Tally): Tally =>
  combine(asNumbers(tally), asNumbers(contribution), -1, asNumbers(emptyTally)) as unknown as Tally
