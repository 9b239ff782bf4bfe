import type { CampaignId } from '../../../shared/ids'
import type { Order, OrderState } from '../../../shared/orders/order'
import { orderState, unitsLeft } from '../../../shared/orders/orderState'
import type { Instant } from '../../../shared/time'

const holds: Record<OrderState, boolean> = {
  'awaiting payment': true,
  paid: true,
  shipped: true,
  delivered: true,
  lapsed: false,
  cancelled: false,
  voided: false,
}

const keyOf = (campaignId: CampaignId, phone: string): string => `${campaignId} ${phone}`

/**
 * Units that a phone number holds in a campaign. What is paid for is kept as a sum; what awaits payment is counted when asked,
 * since time alone may let it lapse.
 */
export class UnitsHeld {
  readonly #firm = new Map<string, number>()
  readonly #awaiting = new Map<string, readonly Order[]>()

  count(campaignId: CampaignId, phone: string, at: Instant): number {
    const key = keyOf(campaignId, phone)
    const awaiting = this.#awaiting.get(key) ?? []
    return awaiting
      .filter((order) => holds[orderState(order, at)])
      .reduce((sum, order) => sum + unitsLeft(order), this.#firm.get(key) ?? 0)
  }

  replace(before: Order | null, after: Order | null): void {
    if (before) this.#move(before, -1)
    if (after) this.#move(after, 1)
  }

  #move(order: Order, sign: 1 | -1): void {
    const key = keyOf(order.campaignId, order.supporter.phone)
    const standing = orderState(order, order.payBy)
    if (standing === 'awaiting payment') {
      const others = (this.#awaiting.get(key) ?? []).filter(({ id }) => id !== order.id)
      const awaiting = sign === 1 ? [...others, order] : others
      if (awaiting.length === 0) this.#awaiting.delete(key)
      else this.#awaiting.set(key, awaiting)
    } else if (holds[standing]) {
      const units = (this.#firm.get(key) ?? 0) + sign * unitsLeft(order)
      if (units === 0) this.#firm.delete(key)
      else this.#firm.set(key, units)
    }
  }
}
