import type { CampaignId, OrderId } from '../../../shared/ids'
import type { Order, OrderState } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { AwaitingPayment } from './awaitingPayment'
import { PaymentReferences } from './paymentReferences'
import { RefundQueue } from './refundQueue'
import { searchText } from './searchText'
import { insertSorted, placeOf, removeSorted } from './sorted'
import { UnitsHeld } from './unitsHeld'

/** An order as the lists hold it. Lists share the entry, so an order that changes moves in none of them. */
export interface OrderEntry {
  readonly sequence: number
  order: Order
  /** As its facts stand, before time lets it lapse: only an order awaiting payment has another state at another instant. */
  standing: OrderState
  text: string
}

const bySequence = (left: { readonly sequence: number }, right: { readonly sequence: number }): number =>
  left.sequence - right.sequence

const noEntries: readonly OrderEntry[] = []

/** The entries of one thing (a campaign, a phone number), in their sequence. */
class EntriesBy<Key> {
  readonly #lists = new Map<Key, OrderEntry[]>()

  of(key: Key): readonly OrderEntry[] {
    return this.#lists.get(key) ?? noEntries
  }

  add(key: Key, entry: OrderEntry): void {
    const list = this.#lists.get(key)
    if (list) insertSorted(list, entry, bySequence)
    else this.#lists.set(key, [entry])
  }

  remove(key: Key, entry: OrderEntry): void {
    const list = this.#lists.get(key)
    if (!list) return
    removeSorted(list, entry, bySequence)
    if (list.length === 0) this.#lists.delete(key)
  }
}

/** All orders, and whatever makes a question about them quick. Nothing here costs more the more orders there are. */
export class OrderShelf {
  readonly #byId = new Map<OrderId, OrderEntry>()
  readonly #all: OrderEntry[] = []
  readonly #byCampaign = new EntriesBy<CampaignId>()
  readonly #byPhone = new EntriesBy<string>()
  readonly awaiting = new AwaitingPayment()
  readonly held = new UnitsHeld()
  readonly references = new PaymentReferences()
  readonly refunds = new RefundQueue()

  one(id: OrderId): Order | null {
    return this.#byId.get(id)?.order ?? null
  }

  /** In their sequence, as the next three. */
  all(): readonly OrderEntry[] {
    return this.#all
  }

  ofCampaign(id: CampaignId): readonly OrderEntry[] {
    return this.#byCampaign.of(id)
  }

  ofPhone(phone: string): readonly OrderEntry[] {
    return this.#byPhone.of(phone)
  }

  /** The place, among the campaign's orders, of the first one after the given order. */
  placeAfter(id: CampaignId, after: Order): number {
    const entries = this.#byCampaign.of(id)
    const place = placeOf<{ readonly sequence: number }>(entries, after, bySequence)
    return entries[place]?.sequence === after.sequence ? place + 1 : place
  }

  isTaken(sequence: number): boolean {
    return this.#all[placeOf<{ readonly sequence: number }>(this.#all, { sequence }, bySequence)]?.sequence === sequence
  }

  /** Puts the order in the place of the one with its id; answers that one. */
  put(order: Order): Order | null {
    const known = this.#byId.get(order.id)
    const before = known?.order ?? null
    if (known) {
      if (known.order.supporter.phone !== order.supporter.phone) {
        this.#byPhone.remove(known.order.supporter.phone, known)
        this.#byPhone.add(order.supporter.phone, known)
      }
      if (known.order.supporter !== order.supporter) known.text = searchText(order)
      known.order = order
      known.standing = orderState(order, order.payBy)
    } else {
      const { id, sequence, campaignId, supporter } = order
      const entry = { sequence, order, standing: orderState(order, order.payBy), text: searchText(order) }
      this.#byId.set(id, entry)
      insertSorted(this.#all, entry, bySequence)
      this.#byCampaign.add(campaignId, entry)
      this.#byPhone.add(supporter.phone, entry)
    }
    this.#replace(before, order)
    return before
  }

  /** Only to take back a put. */
  remove(id: OrderId): void {
    const entry = this.#byId.get(id)
    if (!entry) return
    this.#byId.delete(id)
    removeSorted(this.#all, entry, bySequence)
    this.#byCampaign.remove(entry.order.campaignId, entry)
    this.#byPhone.remove(entry.order.supporter.phone, entry)
    this.#replace(entry.order, null)
  }

  #replace(before: Order | null, after: Order | null): void {
    this.awaiting.replace(before, after)
    this.held.replace(before, after)
    this.references.replace(before, after)
    this.refunds.replace(before, after)
  }
}
