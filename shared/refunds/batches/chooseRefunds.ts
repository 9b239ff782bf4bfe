import type { PaymentId } from '../../ids'
import type { Currency } from '../../money'
import type { Order, Payment, Refund, RefundStanding } from '../../orders/order'
import { assert } from '../../result'
import type { Instant } from '../../time'
import { routeOf } from '../dueClock'
import { whyNotSent } from '../mayBeSent'
import { refundState, waitsInBatch } from '../refundState'
import { mostInBatch, type BatchRoute } from './batch'

export interface Candidate {
  readonly order: Order
  readonly refund: Refund
}

export interface LeftOut extends Candidate {
  /** A sentence for whoever chose it. */
  readonly why: string
}

export interface Choice {
  readonly chosen: readonly Candidate[]
  readonly leftOut: readonly LeftOut[]
}

export interface BatchKind {
  readonly route: BatchRoute
  readonly currency: Currency
}

/** Razorpay's file is in rupees; refunds of other markets are sent by hand until they need a bank transfer. */
const gatewayCurrency: Currency = 'INR'

/** Which of the refunds can go into a batch of that kind at `at`, and why the others cannot. */
export function chooseRefunds(candidates: readonly Candidate[], kind: BatchKind, at: Instant): Choice {
  const chosen: Candidate[] = []
  const leftOut: LeftOut[] = []
  const references = new Set<string>()
  for (const candidate of candidates) {
    const payment = paymentOf(candidate)
    const why = whyNot(candidate, payment, kind, at) ?? whyNotBeside(payment, kind, references, chosen.length)
    if (why !== null) leftOut.push({ ...candidate, why })
    else {
      chosen.push(candidate)
      references.add(payment.reference)
    }
  }
  return { chosen, leftOut }
}

/** The payment that a refund gives back. */
export function paymentOf({ order, refund }: Candidate): Payment {
  const payment = order.payments.find(({ id }) => id === refund.paymentId)
  assert(payment !== undefined, 'every refund belongs to a payment of its order')
  return payment
}

const stateRefusals: Record<RefundStanding, string | null> = {
  owed: null,
  sent: 'It is on its way already.',
  settled: 'It is settled: the supporter has the money.',
  failed: 'It has failed. Mark it as owed again first.',
  withdrawn: 'Its cancellation was undone: nothing is owed.',
}

function whyNot({ order, refund }: Candidate, payment: Payment, kind: BatchKind, at: Instant): string | null {
  const refused = stateRefusals[refundState(refund)] ?? whyNotSent(order, refund, at)?.refusal.message ?? null
  if (refused !== null) return refused
  if (order.currency !== kind.currency) return `It is in ${order.currency}, the batch is in ${kind.currency}.`
  const tooOld = routeOf(payment, at) === 'bank transfer'
  if (kind.route === 'bank transfer') return tooOld ? null : 'The gateway still takes it: it needs no bank transfer.'
  if (tooOld) return 'Its payment is older than six months: it needs a bank transfer.'
  if (kind.currency !== gatewayCurrency) return 'The gateway’s file is for rupees only. Send it by hand.'
  return othersOnTheirWay(order, refund, payment.id)
    ? 'Another refund of the same payment is on its way. It can follow when that one has arrived.'
    : null
}

/**
 * The gateway's file names the payment and nothing else, so an answer could not be told from that to another refund of the same
 * payment.
 */
const othersOnTheirWay = ({ refunds }: Order, refund: Refund, paymentId: PaymentId): boolean =>
  refunds.some(
    (other) =>
      other !== refund &&
      other.paymentId === paymentId &&
      (refundState(other) === 'sent' || waitsInBatch(other) !== null),
  )

function whyNotBeside(
  { reference }: Payment,
  { route }: BatchKind,
  references: ReadonlySet<string>,
  count: number,
): string | null {
  if (count >= mostInBatch)
    return `A batch holds ${mostInBatch.toLocaleString('en-GB')} refunds. It can go into the next.`
  return route === 'gateway' && references.has(reference)
    ? 'Another refund of the same payment is in this batch. It can follow when that one has arrived.'
    : null
}
