import type { CampaignId } from '../../../shared/ids'
import type { Order } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import type { Instant } from '../../../shared/time'
import { insertSorted, removeSorted } from './sorted'

const byPayBy = (left: Order, right: Order): number => left.payBy - right.payBy || left.sequence - right.sequence

/** Orders whose facts leave them awaiting payment, by campaign, the one whose time is over first in front. */
export class AwaitingPayment {
  readonly #lists = new Map<CampaignId, Order[]>()

  /** At most `limit` whose time is over at `at`. */
  due(id: CampaignId, at: Instant, limit: number): readonly Order[] {
    const due: Order[] = []
    for (const order of this.#lists.get(id) ?? []) {
      if (due.length === limit || orderState(order, at) === 'awaiting payment') break
      due.push(order)
    }
    return due
  }

  campaignsWithDue(at: Instant): readonly CampaignId[] {
    return [...this.#lists.keys()].filter((id) => this.due(id, at, 1).length > 0)
  }

  replace(before: Order | null, after: Order | null): void {
    if (before && awaits(before)) {
      const list = this.#lists.get(before.campaignId) ?? []
      removeSorted(list, before, byPayBy)
      if (list.length === 0) this.#lists.delete(before.campaignId)
    }
    if (after && awaits(after)) {
      const list = this.#lists.get(after.campaignId)
      if (list) insertSorted(list, after, byPayBy)
      else this.#lists.set(after.campaignId, [after])
    }
  }
}

/** At `payBy` itself, which is inclusive, time has not yet changed anything. */
const awaits = (order: Order): boolean => orderState(order, order.payBy) === 'awaiting payment'
