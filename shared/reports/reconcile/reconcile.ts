import type { CampaignId, OrderId } from '../../ids'
import { minor, type Minor } from '../../money'
import type { Order, RefundStanding } from '../../orders/order'
import { refundState } from '../../orders/refundState'
import type { DaysOff } from '../../settings/holidays'
import { addDays, addWorkingDays, dayOf, type Day, type Instant, type Zone } from '../../time'
import type { SettlementLine, UnreadLine } from './settlementFile'

export const verdicts = [
  'matches',
  'amount differs',
  'not sent here',
  'unknown',
  'twice',
  'adjustment',
  'unreadable',
] as const
export type Verdict = (typeof verdicts)[number]

/** A line of the file with what is on record for it. */
export interface JudgedLine {
  readonly line: number
  readonly verdict: Verdict
  readonly says: string
  /** Null for a line that cannot be read. */
  readonly read: SettlementLine | null
  /** On record for it; null where nothing is. */
  readonly recorded: Minor | null
  readonly orderId: OrderId | null
  readonly orderNumber: string | null
}

/** A payment that the gateway should have settled by now and that no line covers. */
export interface MissingPayment {
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly campaignId: CampaignId
  readonly reference: string
  readonly amount: Minor
  readonly paidAt: Instant
  readonly expectedOn: Day
}

interface Known {
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly amount: Minor
  /** Of a refund; null for a payment. */
  readonly state: RefundStanding | null
}

export interface ReconcileTerms {
  readonly zone: Zone
  readonly daysOff: DaysOff
  readonly at: Instant
}

/** The gateway settles a payment so many working days after it was captured. */
const settlementDays = 2

/**
 * Holds a gateway's settlement file against what is on record; changes nothing. It is given the file's lines, then sees every order once,
 * and keeps only what the file names or misses.
 */
export class Reconciliation {
  readonly #lines: readonly SettlementLine[]
  readonly #unread: readonly UnreadLine[]
  readonly #terms: ReconcileTerms
  readonly #wanted: ReadonlySet<string>
  readonly #covered: ReadonlySet<string>
  readonly #payments = new Map<string, Known[]>()
  /** By the payment's reference, and by their own. */
  readonly #refunds = new Map<string, Known[]>()
  readonly #refundsByName = new Map<string, Known>()
  readonly #missing: MissingPayment[] = []
  /** Days on which the file settled anything; null where it tells none. */
  readonly range: { readonly first: Day; readonly last: Day } | null

  constructor(lines: readonly SettlementLine[], unread: readonly UnreadLine[], terms: ReconcileTerms) {
    this.#lines = lines
    this.#unread = unread
    this.#terms = terms
    this.#wanted = new Set(lines.flatMap(({ reference, paymentReference }) => [reference, paymentReference]))
    this.#covered = new Set(lines.flatMap(({ kind, reference }) => (kind === 'payment' ? reference : [])))
    let [first, last]: [Day | null, Day | null] = [null, null]
    for (const { settledOn } of lines) {
      if (settledOn === null) continue
      if (first === null || settledOn < first) first = settledOn
      if (last === null || settledOn > last) last = settledOn
    }
    this.range = first === null || last === null ? null : { first, last }
  }

  /** Takes note of what the order has to do with the file. */
  see(order: Order): void {
    const { id: orderId, number: orderNumber, campaignId } = order
    for (const { id, reference, amount, paidAt } of order.payments) {
      if (this.#wanted.has(reference)) push(this.#payments, reference, { orderId, orderNumber, amount, state: null })
      if (!this.#covered.has(reference)) this.#miss({ orderId, orderNumber, campaignId, reference, amount, paidAt })
      for (const refund of order.refunds) {
        if (refund.paymentId !== id) continue
        const own = refund.events.flatMap((event) => ('reference' in event ? event.reference : []))
        const known = { orderId, orderNumber, amount: refund.amount, state: refundState(refund) }
        if (this.#wanted.has(reference)) push(this.#refunds, reference, known)
        for (const name of [refund.key, ...own]) if (this.#wanted.has(name)) this.#refundsByName.set(name, known)
      }
    }
  }

  #miss(payment: Omit<MissingPayment, 'expectedOn'>): void {
    const { zone, daysOff, at } = this.#terms
    if (this.range === null) return
    const { first, last } = this.range
    const paidOn = dayOf(payment.paidAt, zone)
    // No run of days off is longer: most payments are told without the calendar.
    if (paidOn > last || paidOn < addDays(first, -60)) return
    const expected = addWorkingDays(payment.paidAt, settlementDays, zone, daysOff)
    const expectedOn = dayOf(expected, zone)
    if (expected < at && expectedOn >= first && expectedOn <= last) this.#missing.push({ ...payment, expectedOn })
  }

  /** Earliest first. */
  missing(): readonly MissingPayment[] {
    return this.#missing.toSorted(
      (left, right) => left.paidAt - right.paidAt || (left.reference < right.reference ? -1 : 1),
    )
  }

  /** Every line of the file, in its order. */
  judged(): readonly JudgedLine[] {
    const groups = new Map<string, SettlementLine[]>()
    for (const line of this.#lines) push(groups, `${line.kind} ${line.reference}`, line)
    const taken = new Set<Known>()
    const found: JudgedLine[] = this.#unread.map(({ line, why }) => ({
      ...nothingKnown,
      line,
      verdict: 'unreadable',
      says: why,
      read: null,
    }))
    // What is known by its own reference is found before what is told apart by its amount alone.
    const byName = [...groups.values()].sort((left, right) => this.#rank(left) - this.#rank(right))
    for (const lines of byName) {
      const own = lines.map((line) => this.#judge(line, taken))
      const best = Math.max(
        0,
        own.findIndex(({ verdict }) => verdict === 'matches'),
      )
      for (const [place, judged] of own.entries()) {
        const says = 'The same payment or refund stands in the file more than once.'
        found.push(place === best || judged.verdict === 'adjustment' ? judged : { ...judged, verdict: 'twice', says })
      }
    }
    return found.sort((left, right) => left.line - right.line)
  }

  #rank([line]: readonly SettlementLine[]): number {
    if (line?.kind !== 'refund') return 0
    return this.#refundsByName.has(line.reference) ? 0 : 1
  }

  #judge(line: SettlementLine, taken: Set<Known>): JudgedLine {
    if (line.kind === 'adjustment')
      return { ...nothingKnown, line: line.line, verdict: 'adjustment', says: 'Look it up at the gateway.', read: line }
    const known = line.kind === 'payment' ? this.#paymentFor(line) : this.#refundFor(line, taken)
    if (known === undefined) {
      const says = `No ${line.kind} of this reference is on record.`
      return { ...nothingKnown, line: line.line, verdict: 'unknown', says, read: line }
    }
    const { orderId, orderNumber, amount } = known
    const facts = { line: line.line, read: line, recorded: amount, orderId, orderNumber }
    if (amount !== line.amount) return { ...facts, verdict: 'amount differs', says: 'On record with another amount.' }
    const { state } = known
    if (state === 'owed' || state === 'failed' || state === 'withdrawn') {
      const says = `The gateway has given it back; here it is ${state}.`
      return { ...facts, verdict: 'not sent here', says }
    }
    return { ...facts, verdict: 'matches', says: '' }
  }

  /** References are unique within a payment mode: where two modes share one, the amount tells. */
  #paymentFor({ reference, amount }: SettlementLine): Known | undefined {
    const known = this.#payments.get(reference) ?? []
    return known.find((payment) => payment.amount === amount) ?? known[0]
  }

  #refundFor({ reference, paymentReference, amount }: SettlementLine, taken: Set<Known>): Known | undefined {
    const ofPayment = this.#refunds.get(paymentReference) ?? []
    const found =
      this.#refundsByName.get(reference) ?? ofPayment.find((refund) => refund.amount === amount && !taken.has(refund))
    if (found !== undefined) taken.add(found)
    return found
  }
}

const nothingKnown = { recorded: null, orderId: null, orderNumber: null } as const

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

export interface ReconcileTotals {
  /** Payments in the file, before fees. */
  readonly payments: Minor
  readonly refunds: Minor
  /** Positive where they give money. */
  readonly adjustments: Minor
  readonly fees: Minor
  readonly tax: Minor
  /** What was settled in all. */
  readonly net: Minor
  /** File less record, over the lines whose amount differs; refunds the other way round. */
  readonly differing: Minor
  readonly unknown: Minor
  readonly twice: Minor
  /** What the file's payments less its refunds would be if every line matched. */
  readonly recorded: Minor
}

/** What the file comes to: payments − refunds = recorded + differing + unknown + twice. */
export function reconcileTotals(lines: readonly JudgedLine[]): ReconcileTotals {
  const sums = {
    payments: 0,
    refunds: 0,
    adjustments: 0,
    fees: 0,
    tax: 0,
    net: 0,
    differing: 0,
    unknown: 0,
    twice: 0,
    recorded: 0,
  }
  for (const { read, verdict, recorded } of lines) {
    if (read === null) continue
    sums.fees += read.fee
    sums.tax += read.tax
    sums.net += read.net
    if (read.kind === 'adjustment') {
      sums.adjustments += read.amount
      continue
    }
    sums[read.kind === 'payment' ? 'payments' : 'refunds'] += read.amount
    const sign = read.kind === 'payment' ? 1 : -1
    if (verdict === 'twice') sums.twice += sign * read.amount
    else if (recorded === null) sums.unknown += sign * read.amount
    else {
      sums.recorded += sign * recorded
      sums.differing += sign * (read.amount - recorded)
    }
  }
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, minor(sum)])) as unknown as ReconcileTotals
}
