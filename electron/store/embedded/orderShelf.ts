import { setImmediate } from 'node:timers/promises'
import type { PaymentMode } from '../../../shared/campaigns/paymentMode'
import type { CampaignId, OrderId, StaffId } from '../../../shared/ids'
import { assigneeOf } from '../../../shared/orders/assignOrder'
import type { Order } from '../../../shared/orders/order'
import type { BreakdownTerms } from '../../../shared/reports/breakdown/breakdown'
import { assert } from '../../../shared/result'
import type { Span } from './documentNames'
import { hashOf } from './hashChains'
import { OrderShard, paymentHash } from './orderShard'
import { OrderText, type Readers } from './orderText'

/** The program names orders by their sequence, so no table of ids is needed to find one. */
const idPattern = /^o(\d+)$/u

const sequenceOf = (id: OrderId): number => Number(idPattern.exec(id)?.[1] ?? Number.NaN)

interface Unread {
  readonly span: Span
  /** `mayWrite` tells whether what has to be made again for it may be kept. */
  readonly read: (mayWrite: boolean) => Promise<OrderShard>
}

const mostRecent = 512

/** All orders by campaign. What lists ask of a campaign is read from the disk when it is first asked for, or in a quiet moment. */
export class OrderShelf {
  readonly #shards = new Map<CampaignId, OrderShard>()
  /** Of campaigns that were not read yet. */
  readonly #unread = new Map<CampaignId, Unread>()
  /** How many were on the disk at the opening. */
  #expected = 0
  #mayWrite = false
  readonly #reading = new Map<CampaignId, Promise<void>>()
  /** Orders as they were last read, since who reads one order is about to ask for it again. */
  readonly #recent = new Map<OrderId, Order>()
  /** No sequence beyond it is taken. */
  #highest = 0
  #readers: Readers | null = null
  readonly #termsOf: (id: CampaignId) => BreakdownTerms
  #readingAll: Promise<void> | null = null

  /** `termsOf` tells of a campaign that has orders. */
  constructor(termsOf: (id: CampaignId) => BreakdownTerms) {
    this.#termsOf = termsOf
  }

  /** Where documents are read from. */
  standOn(readers: Readers): void {
    this.#readers = readers
  }

  get readers(): Readers {
    assert(this.#readers !== null, 'orders are read from a folder')
    return this.#readers
  }

  /** The campaign's orders are on the disk: `read` reads what lists ask of them. */
  expect(id: CampaignId, unread: Unread): void {
    this.#unread.set(id, unread)
    this.#expected += 1
  }

  /** Of campaigns that were not read yet: between which sequences their orders are. */
  unread(): readonly (readonly [CampaignId, Span])[] {
    return Array.from(this.#unread, ([id, { span }]) => [id, span])
  }

  /** From now on what had to be made again for reading is kept. */
  startKeeping(): void {
    this.#mayWrite = true
  }

  /** What to wait for before the orders of these campaigns are asked for; null where nothing is. */
  ready(ids: Iterable<CampaignId>): Promise<unknown> | null {
    const waits = Array.from(ids, (id) => (this.#unread.has(id) ? this.#read(id) : null)).filter(
      (wait) => wait !== null,
    )
    return waits.length === 0 ? null : Promise.all(waits)
  }

  /** The same for all campaigns. One after the other, so that whoever asks for a single one meanwhile is served first. */
  whole(): Promise<void> | null {
    if (this.#unread.size === 0) return null
    this.#readingAll ??= this.#readAll().finally(() => (this.#readingAll = null))
    return this.#readingAll
  }

  /** Of the campaigns on the disk, from 0 to 1. */
  get shareRead(): number {
    return this.#expected === 0 ? 1 : 1 - this.#unread.size / this.#expected
  }

  async #readAll(): Promise<void> {
    for (const id of [...this.#unread.keys()]) {
      while (this.#reading.size > 0) await Promise.allSettled(this.#reading.values())
      if (this.#unread.has(id)) await this.#read(id)
      await setImmediate()
    }
  }

  /** Makes ready what first searches would otherwise, a moment at a time. */
  async learn(): Promise<void> {
    for (const shard of [...this.#shards.values()]) {
      for (const _step of shard.lines.learn()) await setImmediate()
    }
  }

  #read(id: CampaignId): Promise<void> {
    let reading = this.#reading.get(id)
    if (!reading) {
      const unread = this.#unread.get(id)
      reading = (unread?.read(this.#mayWrite) ?? Promise.resolve(null))
        .then((shard) => {
          if (!shard) return
          this.#shards.set(id, shard)
          this.#highest = Math.max(this.#highest, shard.lastSequence)
          this.#unread.delete(id)
        })
        .finally(() => this.#reading.delete(id))
      this.#reading.set(id, reading)
    }
    return reading
  }

  shards(): ReadonlyMap<CampaignId, OrderShard> {
    return this.#shards
  }

  has(id: CampaignId): boolean {
    return this.#unread.has(id) || (this.#shards.get(id)?.rows ?? 0) > 0
  }

  one(id: OrderId): Order | null {
    const recent = this.#recent.get(id)
    if (recent) return recent
    const order = this.atSequence(sequenceOf(id))
    if (!order || order.id !== id) return null
    this.#remember(order)
    return order
  }

  /** Orders of a campaign at these rows, which are read together: whoever asks for so many is about to change them. */
  several(shard: OrderShard, rows: readonly number[]): readonly Order[] {
    const orders = new Map<number, Order>()
    shard.ordersOf(rows, (row, order) => orders.set(row, order))
    return rows.flatMap((row) => {
      const order = orders.get(row)
      if (order) this.#remember(order)
      return order ?? []
    })
  }

  #remember(order: Order): void {
    this.#recent.set(order.id, order)
    const [oldest] = this.#recent.keys()
    if (this.#recent.size > mostRecent && oldest !== undefined) this.#recent.delete(oldest)
  }

  atSequence(sequence: number): Order | null {
    for (const shard of this.#shards.values()) {
      const row = shard.rowOf(sequence)
      if (row >= 0) return shard.order(row)
    }
    return null
  }

  isTaken(sequence: number): boolean {
    if (sequence > this.#highest) return false
    for (const shard of this.#shards.values()) if (shard.rowOf(sequence) >= 0) return true
    return false
  }

  /** Of that phone number, newest first. */
  ofPhone(phone: string): readonly Order[] {
    const hash = hashOf(phone)
    return Array.from(this.#shards.values(), (shard) => shard.ofPhone(phone, hash))
      .flat()
      .sort((left, right) => right.sequence - left.sequence)
  }

  /** Open ones, as their facts stand, that this member of staff looks after, the oldest first. */
  ofAssignee(staffId: StaffId): readonly Order[] {
    return Array.from(this.#shards.values(), (shard) => shard.ofAssignee(staffId))
      .flat()
      .filter((order) => assigneeOf(order)?.staffId === staffId)
      .sort((left, right) => left.sequence - right.sequence)
  }

  /** On which order a payment stands; the one that was recorded first keeps the reference. */
  ofReference(mode: PaymentMode, reference: string): OrderId | null {
    let found: { readonly id: OrderId; readonly at: number } | null = null
    const hash = paymentHash(mode, reference)
    for (const shard of this.#shards.values()) {
      for (const { id, payments } of shard.ofPaymentHash(hash)) {
        const payment = payments.find((known) => known.mode === mode && known.reference === reference)
        if (payment && (!found || payment.recordedAt < found.at)) found = { id, at: payment.recordedAt }
      }
    }
    return found?.id ?? null
  }

  /** Puts the order, which is `line` as JSON, in the place of the one with its id; answers that one. */
  put(order: Order, line?: Buffer): Order | null {
    assert(sequenceOf(order.id) === order.sequence, 'an order is named by its sequence')
    assert(!this.#unread.has(order.campaignId), 'the orders of a campaign are read before one of them changes')
    let shard = this.#shards.get(order.campaignId)
    if (!shard) {
      const { campaignId } = order
      shard = new OrderShard(new OrderText('', this.readers), () => this.#termsOf(campaignId))
      this.#shards.set(campaignId, shard)
    }
    const before = shard.put(order, line, this.#recent.get(order.id))
    this.#highest = Math.max(this.#highest, order.sequence)
    this.#remember(order)
    return before
  }

  /** Only to take back the newest put of a new order. */
  remove(order: Order): void {
    this.#recent.delete(order.id)
    this.#shards.get(order.campaignId)?.removeLast(order)
  }
}
