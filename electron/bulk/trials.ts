import { progressOf } from '../../shared/campaigns/progress'
import { withMoney } from '../../shared/bulk/bulkMoney'
import { withReason } from '../../shared/bulk/bulkReasons'
import type { BulkDone } from '../../shared/bulk/decideBulk'
import { notReached, refusedFor, type BulkMoney, type BulkReason } from '../../shared/bulk/job'
import type { BelowTarget } from '../../shared/bulk/requests'
import { add, nothing, subtract, type Minor } from '../../shared/money'
import type { Order } from '../../shared/orders/order'
import { inTimePayment, unitsLeft } from '../../shared/orders/orderState'
import type { CourierNews } from '../../shared/shipping/courierNews'
import type { CampaignWithTally, Reads } from '../store/store'

/** What came of trying. By place, as the parts of a job keep it. */
export interface Tried {
  /** The shop's counts of the orders. */
  readonly sequences: readonly number[]
  readonly outcomes: readonly number[]
  readonly owedEach: readonly Minor[]
  /** Null for deeds that begin with no file. */
  readonly news: readonly CourierNews[] | null
  readonly possible: number
  readonly owed: readonly BulkMoney[]
  readonly reasons: readonly BulkReason[]
  readonly belowTarget: readonly BelowTarget[]
}

/** Collects what came of trying a deed on one order after the other. */
export class Trials {
  readonly #sequences: number[] = []
  readonly #outcomes: number[] = []
  readonly #owedEach: Minor[] = []
  readonly #taken = new Map<CampaignWithTally, { units: number; amount: Minor }>()
  #possible = 0
  #owed: readonly BulkMoney[] = []
  #reasons: readonly BulkReason[] = []

  get tried(): number {
    return this.#sequences.length
  }

  allow(before: Order, of: CampaignWithTally, { order, owed }: BulkDone): void {
    this.#sequences.push(before.sequence)
    this.#outcomes.push(notReached)
    this.#owedEach.push(owed)
    this.#possible += 1
    this.#owed = withMoney(this.#owed, of.campaign.currency, owed)
    const units = inTimePayment(before) === null ? 0 : unitsLeft(before) - unitsLeft(order)
    const taken = this.#taken.get(of) ?? { units: 0, amount: nothing }
    this.#taken.set(of, { units: taken.units + units, amount: add(taken.amount, owed) })
  }

  refuse({ sequence }: Order, message: string): void {
    const { reasons, place } = withReason(this.#reasons, message)
    this.#reasons = reasons
    this.#sequences.push(sequence)
    this.#outcomes.push(refusedFor(place))
    this.#owedEach.push(nothing)
  }

  all(): Omit<Tried, 'belowTarget' | 'news'> {
    return {
      sequences: this.#sequences,
      outcomes: this.#outcomes,
      owedEach: this.#owedEach,
      possible: this.#possible,
      owed: this.#owed,
      reasons: this.#reasons,
    }
  }

  /** Campaigns that stand at their target now and would not any more. */
  async belowTarget(read: Reads): Promise<readonly BelowTarget[]> {
    const below: BelowTarget[] = []
    for (const [{ campaign, tally }, { units, amount }] of this.#taken) {
      const now = progressOf(campaign, tally)
      const net = { ...tally.net, units: tally.net.units - units, amount: subtract(tally.net.amount, amount) }
      const then = progressOf(campaign, { ...tally, net })
      if (now.reached < now.target || then.reached >= then.target) continue
      const product = await read.products.one(campaign.productId)
      below.push({
        productName: product?.name ?? '',
        reached: then.reached,
        target: then.target,
        currency: campaign.target.kind === 'amount' ? campaign.currency : null,
      })
    }
    return below
  }
}
