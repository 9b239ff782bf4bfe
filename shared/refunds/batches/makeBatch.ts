import type { RefundBatchId } from '../../ids'
import { minor, type Minor } from '../../money'
import { ok, refuse, type Result } from '../../result'
import { actorName, type Actor } from '../../staff/actor'
import type { Instant } from '../../time'
import { noteOnRefund } from '../transitions'
import { refundOn, type OrdersById, type RefundBatch } from './batch'
import { chooseRefunds, type BatchKind, type Candidate } from './chooseRefunds'

interface Wish extends BatchKind {
  readonly id: RefundBatchId
  readonly number: number
  readonly candidates: readonly Candidate[]
  /** What whoever asks was shown. */
  readonly expected: { readonly count: number; readonly total: Minor }
}

export interface BatchWithOrders {
  readonly batch: RefundBatch
  readonly orders: OrdersById
}

/**
 * Puts owed refunds into a batch that holds them until it is sent or withdrawn: none of them can be sent otherwise meanwhile. Refused
 * where none fits, and where it comes to something else than was shown.
 */
export function makeBatch(
  { id, number, expected, candidates, ...kind }: Wish,
  by: Actor,
  at: Instant,
): Result<BatchWithOrders> {
  const { chosen } = chooseRefunds(candidates, kind, at)
  if (chosen.length === 0) return refuse('nothing-to-send', 'None of these refunds can be sent with such a batch.')
  const total = minor(chosen.reduce((sum, { refund }) => sum + refund.amount, 0))
  if (chosen.length !== expected.count || total !== expected.total) {
    return refuse('batch-moved', 'The refunds have changed since they were shown. Nothing was done; look again.')
  }
  const orders: OrdersById = new Map()
  const lines = chosen.map(({ order, refund }) => {
    const line = { orderId: order.id, refundId: refund.id }
    const now = orders.get(order.id) ?? order
    const event = { kind: 'batched', at, by: actorName(by), batchId: id } as const
    orders.set(order.id, noteOnRefund(now, refundOn(now, line), event))
    return line
  })
  const batch: RefundBatch = {
    id,
    number,
    ...kind,
    lines,
    total,
    madeAt: at,
    madeBy: actorName(by),
    sentAt: null,
    sentBy: null,
    withdrawnAt: null,
    answered: 0,
    doubted: 0,
    lastResultAt: null,
  }
  return ok({ batch, orders })
}
