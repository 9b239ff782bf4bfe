import type { Order, Refund, RefundEvent } from '../../orders/order'
import { assert } from '../../result'
import { actorName, type Actor } from '../../staff/actor'
import type { Instant } from '../../time'
import { doubtingBatches, failures, failuresToEscalate } from '../refundState'
import { moveRefund, noteOnRefund, type RefundAction } from '../transitions'
import type { Answer } from './answer'
import { batchName, orderOf, refundOn, type BatchLine, type OrdersById, type RefundBatch } from './batch'
import { paymentOf } from './chooseRefunds'

/** What an answer did, or why it did nothing. Doubted and differing ones are kept with the refund until a person has looked. */
export const verdicts = [
  'settled',
  'failed',
  'on its way',
  'already known',
  'no answer',
  'not in this batch',
  'unclear',
  'amount differs',
  'contradiction',
] as const
export type Verdict = (typeof verdicts)[number]

/** Verdicts that change something when they come for the first time. */
export const verdictsThatChange: readonly Verdict[] = [
  'settled',
  'failed',
  'on its way',
  'amount differs',
  'contradiction',
]

export interface Judged {
  readonly verdict: Verdict
  /** A sentence about it. */
  readonly says: string
  readonly line: BatchLine | null
  /** As it is afterwards; the same where nothing changes. Null where the answer is not about this batch. */
  readonly order: Order | null
}

/** Finds the line of the batch that an answer is about, by its payment's reference or by its key. */
export type LineFinder = (subject: string) => BatchLine | null

/** Every refund's key is its own; a payment stands in a gateway's batch once. */
export function lineFinder(batch: RefundBatch, orders: OrdersById): LineFinder {
  const lines = new Map<string, BatchLine>()
  for (const line of batch.lines) {
    const order = orderOf(orders, line)
    const refund = refundOn(order, line)
    lines.set(batch.route === 'gateway' ? paymentOf({ order, refund }).reference : refund.key, line)
  }
  return (subject) => lines.get(subject) ?? null
}

/** Where an answer comes from. */
export interface Source {
  readonly batch: RefundBatch
  /** Someone has said that the file is this batch's and no other's. */
  readonly vouched: boolean
}

/**
 * What one answer comes to for its refund. A refund moves only from its own try in this batch, so a file may come twice, late, in
 * any order and with lines of others. A gateway's file does not name the batch: where the payment was in another one too, and the answer
 * may be the one to that, nothing is done unless someone vouches for the file. The first failure makes it owed again; from the second on it waits for a manager.
 */
export function applyAnswer(
  { batch, vouched }: Source,
  line: BatchLine | null,
  orders: OrdersById,
  answer: Answer,
  by: Actor,
  at: Instant,
): Judged {
  if (line === null) {
    return {
      verdict: 'not in this batch',
      says: `${batchName(batch)} has no such refund. Nothing was done.`,
      line,
      order: null,
    }
  }
  const order = orderOf(orders, line)
  const refund = refundOn(order, line)
  if (isUnclear(order, refund, batch, answer, vouched)) {
    const says = 'It may be the answer to another batch that this payment was in. Nothing was done.'
    return { verdict: 'unclear', says, line, order }
  }
  return { ...judge({ batch, order, refund, by: actorName(by), at }, answer), line }
}

interface Desk {
  readonly batch: RefundBatch
  readonly order: Order
  readonly refund: Refund
  readonly by: string
  readonly at: Instant
}

type Judgement = Omit<Judged, 'line'>

function judge(desk: Desk, answer: Answer): Judgement {
  const { refund, order, batch } = desk
  if (answer.outcome === 'none') return { verdict: 'no answer', says: 'The file says nothing of it yet.', order }
  if (answer.outcome === 'contradictory')
    return doubt(desk, 'contradiction', `The file contradicts itself: ${answer.reason}`)
  if (answer.amount !== refund.amount) {
    return doubt(desk, 'amount differs', `The file of ${batchName(batch)} names another amount than the refund has.`)
  }
  const attempt = attemptIn(refund, batch)
  if (attempt.reference !== '' && answer.gatewayReference !== '' && attempt.reference !== answer.gatewayReference) {
    return doubt(
      desk,
      'contradiction',
      `The gateway names ${answer.gatewayReference} and, before, ${attempt.reference}: it may have paid twice.`,
    )
  }
  if (answer.outcome === 'pending') return acknowledge(desk, attempt, answer)
  return answer.outcome === 'processed' ? settle(desk, attempt, answer) : fail(desk, attempt, answer)
}

/** What is known of the refund's one try in this batch. */
interface Attempt {
  readonly end: Extract<RefundEvent, { kind: 'settled' | 'failed' }> | null
  /** The gateway's, or empty while it has given none. */
  readonly reference: string
}

function attemptIn({ events }: Refund, { id }: Pick<RefundBatch, 'id'>): Attempt {
  const from = events.findIndex(({ kind, batchId }) => kind === 'sent' && batchId === id)
  assert(from >= 0, 'a refund of a batch that was sent was sent with it')
  return attemptFrom(events, from)
}

/** Tries in other batches to give back the same payment, also with another refund of it. */
const otherAttempts = (order: Order, { paymentId }: Refund, { id }: RefundBatch): readonly Attempt[] =>
  order.refunds
    .filter((other) => other.paymentId === paymentId)
    .flatMap(({ events }) =>
      events.flatMap(({ kind, batchId }, from) =>
        kind === 'sent' && batchId !== undefined && batchId !== id ? [attemptFrom(events, from)] : [],
      ),
    )

/** Whether it may be the answer to another try, and nothing says that it is the one to this. */
function isUnclear(order: Order, refund: Refund, batch: RefundBatch, answer: Answer, vouched: boolean): boolean {
  const own = attemptIn(refund, batch)
  if (isOf(own, answer) || (own.end !== null && mayBeOf(own, answer))) return false
  return otherAttempts(order, refund, batch).some(
    (other) => isOf(other, answer) || (!vouched && mayBeOf(other, answer)),
  )
}

/** The gateway's reference says that it is the answer to that try. */
const isOf = ({ reference }: Attempt, answer: Answer): boolean =>
  reference !== '' && reference === answer.gatewayReference

/** It says what that try came to, and nothing that tells it from that: a reason proves nothing, gateways give the same one again. */
function mayBeOf({ end, reference }: Attempt, { outcome, gatewayReference }: Answer): boolean {
  if (outcome === 'pending') return false
  if (end === null) return true
  if (outcome === 'failed') return end.kind === 'failed'
  return outcome === 'processed' && end.kind === 'settled' && (reference === '' || gatewayReference === '')
}

function attemptFrom(events: readonly RefundEvent[], from: number): Attempt {
  const after = events.slice(from + 1)
  const next = after.findIndex(({ kind }) => kind === 'sent')
  const own = next < 0 ? after : after.slice(0, next)
  const end = own.find((event) => event.kind === 'settled' || event.kind === 'failed')
  const taken = own.find((event) => event.kind === 'acknowledged')
  return { end: end ?? null, reference: taken?.reference ?? '' }
}

/** In flight, and the gateway gives its reference for the first time. */
function acknowledged({ order, refund, batch, by, at }: Desk, attempt: Attempt, { gatewayReference }: Answer): Order {
  if (attempt.end !== null || attempt.reference !== '' || gatewayReference === '') return order
  return noteOnRefund(order, refund, { kind: 'acknowledged', at, by, batchId: batch.id, reference: gatewayReference })
}

function acknowledge(desk: Desk, attempt: Attempt, answer: Answer): Judgement {
  const order = acknowledged(desk, attempt, answer)
  return order === desk.order
    ? { verdict: 'already known', says: 'It says nothing that is not known.', order }
    : { verdict: 'on its way', says: `The gateway has taken it, as ${answer.gatewayReference}.`, order }
}

function settle(desk: Desk, attempt: Attempt, answer: Answer): Judgement {
  const { order, batch, refund, by, at } = desk
  const { end } = attempt
  if (end?.kind === 'failed') {
    return doubt(desk, 'contradiction', `The file of ${batchName(batch)} says paid, after it was noted as failed.`)
  }
  if (end?.kind === 'settled') {
    return end.bankReference !== '' && answer.bankReference !== '' && end.bankReference !== answer.bankReference
      ? doubt(desk, 'contradiction', `The file names the bank reference ${answer.bankReference}, on record is another.`)
      : { verdict: 'already known', says: 'It was settled before.', order }
  }
  const taken = acknowledged(desk, attempt, answer)
  const event = { kind: 'settled', at, by, batchId: batch.id, bankReference: answer.bankReference } as const
  return { verdict: 'settled', says: 'The supporter has the money.', order: moved(taken, refund, 'settle', event) }
}

function fail(desk: Desk, attempt: Attempt, answer: Answer): Judgement {
  const { order, batch, refund, by, at } = desk
  const { end } = attempt
  if (end?.kind === 'settled') {
    return doubt(desk, 'contradiction', `The file of ${batchName(batch)} says failed, after it was noted as settled.`)
  }
  if (end?.kind === 'failed') return { verdict: 'already known', says: 'Its failure was noted before.', order }
  const taken = acknowledged(desk, attempt, answer)
  const reason = answer.reason === '' ? 'No reason given' : answer.reason
  const failed = moved(taken, refund, 'fail', { kind: 'failed', at, by, batchId: batch.id, reason })
  if (failures(refund) + 1 >= failuresToEscalate) {
    return { verdict: 'failed', says: `${reason}. It has failed twice: a manager has to find out why.`, order: failed }
  }
  const owed = moved(failed, refund, 'retry', { kind: 'owed again', at, by, batchId: batch.id })
  return { verdict: 'failed', says: `${reason}. It is owed again.`, order: owed }
}

function moved(order: Order, { id }: Refund, action: RefundAction, event: RefundEvent): Order {
  const result = moveRefund(order, id, action, event)
  assert(result.ok, 'what is in flight can be settled or fail, and what failed can be owed again')
  return result.value
}

/** Kept with the refund, once for the same words, so that it is not sent before a person has looked. */
function doubt({ order, refund, batch, by, at }: Desk, verdict: Verdict, why: string): Judgement {
  const known = refund.events.some(
    (event) => event.kind === 'doubted' && event.batchId === batch.id && event.why === why,
  )
  if (known) return { verdict: 'already known', says: `${why} It is kept for a person.`, order }
  const doubted = noteOnRefund(order, refund, { kind: 'doubted', at, by, batchId: batch.id, why })
  return { verdict, says: `${why} Kept for a person.`, order: doubted }
}

/** The batch after a result was read, counted anew from its refunds. */
export function countedAnew(batch: RefundBatch, orders: OrdersById, at: Instant): RefundBatch {
  const refunds = batch.lines.map((line) => refundOn(orderOf(orders, line), line))
  return {
    ...batch,
    answered: refunds.filter((refund) => attemptIn(refund, batch).end !== null).length,
    doubted: refunds.filter((refund) => doubtingBatches(refund).includes(batch.id)).length,
    lastResultAt: at,
  }
}
