import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Low } from 'lowdb'
import { JSONFilePreset } from 'lowdb/node'
import type { AuditEntry } from '../../shared/audit/entry'
import type { Campaign } from '../../shared/campaigns/campaign'
import { id, type CampaignId, type CommandId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { orderState } from '../../shared/orders/orderState'
import { voidOrder } from '../../shared/orders/voidOrder'
import { assert } from '../../shared/result'
import { dayLength, dayOf, later } from '../../shared/time'
import { searchText } from '../../electron/store/embedded/searchText'
import { anEntry } from '../electron/store/records'
import { allowed } from '../shared/builders'
import { pageLength, type Contender } from './contender'
import { now, ordersOf, type BenchShop } from './shop'

interface Data {
  readonly campaigns: Campaign[]
  /** In their sequence. */
  readonly orders: Order[]
  readonly audit: AuditEntry[]
}

/** A JSON text longer than a string may be is where plain lowdb ends. */
export const mostInLowdb = 100_000

/** Writes the same shop as one JSON text. The trail begins empty, so that lowdb is measured with orders alone. */
export async function makeJson(file: string, shop: BenchShop): Promise<void> {
  const orders = shop.campaigns.flatMap((of) => [...ordersOf(of)]).sort((left, right) => left.sequence - right.sequence)
  const stream = createWriteStream(file)
  const campaigns = JSON.stringify(shop.campaigns.map(({ campaign }) => campaign))
  stream.write(`{"campaigns":${campaigns},"audit":[],"orders":[`)
  for (const [index, order] of orders.entries()) stream.write(`${index === 0 ? '' : ','}${JSON.stringify(order)}`)
  stream.end(']}')
  await once(stream, 'finish')
}

/** lowdb with its own adapter for a JSON file. It never syncs. */
export class PlainLowdb implements Contender {
  readonly #file: string
  #low: Low<Data> | null = null

  constructor(file: string) {
    this.#file = file
  }

  get #opened(): Low<Data> {
    assert(this.#low !== null, 'the document is open')
    return this.#low
  }

  async open(): Promise<void> {
    this.#low = await JSONFilePreset<Data>(this.#file, { campaigns: [], orders: [], audit: [] })
  }

  async close(): Promise<void> {
    this.#low = null
  }

  async firstPage(): Promise<readonly number[]> {
    return this.#opened.data.orders
      .slice(-pageLength)
      .reverse()
      .map(({ sequence }) => sequence)
  }

  async dashboard(): Promise<number> {
    const { campaigns, orders } = this.#opened.data
    const funded = new Set(campaigns.flatMap((campaign) => (campaign.fundedAt === null ? [] : campaign.id)))
    const states = new Map<string, number>()
    for (const order of orders) {
      const state = `${String(funded.has(order.campaignId))} ${orderState(order, now)}`
      states.set(state, (states.get(state) ?? 0) + 1)
    }
    return states.get('true paid') ?? 0
  }

  async daySeries(campaignId: CampaignId): Promise<number> {
    const { campaigns, orders } = this.#opened.data
    const zone = campaigns.find((campaign) => campaign.id === campaignId)?.zone
    assert(zone !== undefined, 'the campaign is on record')
    return new Set(orders.flatMap((order) => (order.campaignId === campaignId ? dayOf(order.placedAt, zone) : []))).size
  }

  async ship(sequence: number): Promise<void> {
    await this.#opened.update(({ orders, audit }) => {
      const order = orders[sequence - 1]
      assert(order?.sequence === sequence, 'the order is on record')
      const shipment = { carrier: 'Blue Dart', trackingNumber: randomUUID(), at: now, by: 'Meera Iyer' }
      orders[sequence - 1] = { ...order, shipment }
      audit.push(anEntry(audit.length + 1, { commandId: id<CommandId>(randomUUID()) }))
    })
  }

  async shipTogether(sequences: readonly number[]): Promise<void> {
    await Promise.all(sequences.map((sequence) => this.ship(sequence)))
  }

  async search(text: string): Promise<readonly number[]> {
    const wanted = text.toLowerCase()
    const found: number[] = []
    for (const order of this.#opened.data.orders.toReversed()) {
      if (searchText(order).includes(wanted)) found.push(order.sequence)
      if (found.length === pageLength) break
    }
    return found
  }

  /** All at once: a write for each batch would take minutes. */
  async settle(campaignId: CampaignId): Promise<number> {
    let voided = 0
    await this.#opened.update(({ campaigns, orders }) => {
      const campaign = campaigns.find((known) => known.id === campaignId)
      assert(campaign !== undefined, 'the campaign is on record')
      const at = later(campaign.endsAt, dayLength)
      for (const [index, order] of orders.entries()) {
        if (order.campaignId !== campaignId || orderState(order, at) !== 'paid') continue
        orders[index] = allowed(voidOrder(order, at))
        voided += 1
      }
    })
    return voided
  }
}
