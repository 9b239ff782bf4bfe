import { refundStates, type Order, type Refund, type RefundState } from '../../../shared/orders/order'
import { refundState } from '../../../shared/refunds/refundState'
import type { Instant } from '../../../shared/time'

/** A refund where the queue finds it. */
export interface QueuedRefund {
  readonly order: Order
  readonly index: number
  readonly refund: Refund
  /** By when the supporter should have it; worked out when first asked for, as working days take their time. */
  dueBy: Instant | null | undefined
}

/** All refunds by their state. */
export class RefundQueue {
  readonly #states: Readonly<Record<RefundState, Map<Refund['id'], QueuedRefund>>> = {
    owed: new Map(),
    sent: new Map(),
    settled: new Map(),
    failed: new Map(),
  }
  #lateMoney = 0

  inState(state: RefundState): Iterable<QueuedRefund> {
    return this.#states[state].values()
  }

  count(state: RefundState): number {
    return this.#states[state].size
  }

  /** Refunds of late money that the supporters do not have yet. */
  get lateMoney(): number {
    return this.#lateMoney
  }

  replace(before: Order | null, after: Order | null): void {
    for (const refund of before?.refunds ?? []) {
      const state = refundState(refund)
      this.#states[state].delete(refund.id)
      if (isOpenLateMoney(refund, state)) this.#lateMoney -= 1
    }
    if (!after) return
    for (const [index, refund] of after.refunds.entries()) {
      const state = refundState(refund)
      this.#states[state].set(refund.id, { order: after, index, refund, dueBy: undefined })
      if (isOpenLateMoney(refund, state)) this.#lateMoney += 1
    }
  }
}

const isOpenLateMoney = ({ cause }: Refund, state: RefundState): boolean =>
  cause === 'late money' && state !== 'settled'

/** Every state, or those asked for. */
export const statesAsked = (asked: readonly RefundState[]): readonly RefundState[] =>
  asked.length === 0 ? refundStates : refundStates.filter((state) => asked.includes(state))
