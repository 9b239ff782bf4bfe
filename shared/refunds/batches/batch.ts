import type { OrderId, RefundBatchId, RefundId } from '../../ids'
import type { Currency, Minor } from '../../money'
import type { Order, Refund } from '../../orders/order'
import { assert } from '../../result'
import type { Instant } from '../../time'

/** Which way a batch goes: a file for the gateway, or one for the bank where payments are too old for it. */
export const batchRoutes = ['gateway', 'bank transfer'] as const
export type BatchRoute = (typeof batchRoutes)[number]

export interface BatchLine {
  readonly orderId: OrderId
  readonly refundId: RefundId
}

/**
 * Refunds that are sent together, in one file. Who is in it never changes, so the file can be made again as it was: what stands in it
 * are facts of payments and refunds, which never change either. What becomes of each refund stands with the refund.
 */
export interface RefundBatch {
  readonly id: RefundBatchId
  /** Counted from one. */
  readonly number: number
  readonly route: BatchRoute
  readonly currency: Currency
  readonly lines: readonly BatchLine[]
  readonly total: Minor
  readonly madeAt: Instant
  readonly madeBy: string
  readonly sentAt: Instant | null
  readonly sentBy: string | null
  readonly withdrawnAt: Instant | null
  /** Of its refunds, those whose fate in this batch is known: settled or failed. */
  readonly answered: number
  /** Of its refunds, those of which its files said what cannot be true, until someone has looked into it. */
  readonly doubted: number
  readonly lastResultAt: Instant | null
}

export const batchStates = ['to be sent', 'sent', 'answered', 'withdrawn'] as const
export type BatchState = (typeof batchStates)[number]

export function batchState({ withdrawnAt, sentAt, answered, lines }: RefundBatch): BatchState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (sentAt === null) return 'to be sent'
  return answered === lines.length ? 'answered' : 'sent'
}

/** What people and files call it. */
export const batchName = ({ number }: Pick<RefundBatch, 'number'>): string => `Batch ${String(number)}`

/** So many at most: one commit carries them all, and a person can still read the file. */
export const mostInBatch = 1000

/** The order's refund of that line; both exist for ever. */
export function refundOn(order: Order, { refundId }: Pick<BatchLine, 'refundId'>): Refund {
  const refund = order.refunds.find(({ id }) => id === refundId)
  assert(refund !== undefined, 'a line of a batch names a refund of its order')
  return refund
}

/** Orders by their id, as a commit goes on changing them: one may have several refunds in a batch. */
export type OrdersById = Map<OrderId, Order>

export function orderOf(orders: ReadonlyMap<OrderId, Order>, { orderId }: Pick<BatchLine, 'orderId'>): Order {
  const order = orders.get(orderId)
  assert(order !== undefined, 'the order of a line of a batch is on record')
  return order
}
