import type { PaymentMode } from '../../../shared/campaigns/paymentMode'
import type { OrderId } from '../../../shared/ids'
import type { Order, Payment } from '../../../shared/orders/order'

const keyOf = (mode: PaymentMode, reference: string): string => `${mode} ${reference}`

/** On which order a payment stands; the first one that named the reference keeps it. */
export class PaymentReferences {
  readonly #orders = new Map<string, OrderId>()

  find(mode: PaymentMode, reference: string): OrderId | null {
    return this.#orders.get(keyOf(mode, reference)) ?? null
  }

  replace(before: Order | null, after: Order | null): void {
    const known: readonly Payment[] = before?.payments ?? []
    const now: readonly Payment[] = after?.payments ?? []
    // Payments are only ever added, so equal lengths are equal lists.
    if (known.length === now.length) return
    for (const { mode, reference } of known.slice(now.length)) {
      const key = keyOf(mode, reference)
      if (before && this.#orders.get(key) === before.id) this.#orders.delete(key)
    }
    for (const { mode, reference } of now.slice(known.length)) {
      const key = keyOf(mode, reference)
      if (after && !this.#orders.has(key)) this.#orders.set(key, after.id)
    }
  }
}
