import type { Order } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import type { Instant } from '../../../shared/time'
import { insertSorted, removeSorted } from './sorted'

interface Awaiting {
  readonly sequence: number
  readonly payBy: number
}

const byPayBy = (left: Awaiting, right: Awaiting): number => left.payBy - right.payBy || left.sequence - right.sequence

/** Which orders of a campaign await payment by their facts, the one whose time is over first in front. */
export class AwaitingPayment {
  readonly #list: Awaiting[] = []

  /** Sequences of at most `limit` whose time is over at `at`; `payBy` itself is still in time. */
  due(at: Instant, limit: number): readonly number[] {
    const due: number[] = []
    for (const { sequence, payBy } of this.#list) {
      if (due.length === limit || at <= payBy) break
      due.push(sequence)
    }
    return due
  }

  add({ sequence, payBy }: Awaiting): void {
    insertSorted(this.#list, { sequence, payBy }, byPayBy)
  }

  replace(before: Order | null, after: Order | null): void {
    if (before && awaits(before)) removeSorted(this.#list, before, byPayBy)
    if (after && awaits(after)) this.add(after)
  }
}

/** At `payBy` itself, which is inclusive, time has not yet changed anything. */
const awaits = (order: Order): boolean => orderState(order, order.payBy) === 'awaiting payment'
