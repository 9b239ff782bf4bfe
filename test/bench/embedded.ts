import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { addTally, emptyTally, type Tally } from '../../shared/campaigns/tally'
import { id, type CampaignId, type CommandId, type OrderId } from '../../shared/ids'
import { contributionOf } from '../../shared/orders/contribution'
import { assert } from '../../shared/result'
import { approveSettlement } from '../../shared/settlement/approve'
import { toVoid } from '../../shared/settlement/preview'
import { dayLength, later } from '../../shared/time'
import { openTrail } from '../../electron/audit/trail'
import { manualClock } from '../../electron/clock'
import { ordersHandlers } from '../../electron/requests/orders'
import { overviewHandlers } from '../../electron/requests/overview'
import { createPasswords } from '../../electron/session/password'
import { runSettlement } from '../../electron/settlement/run'
import { shopOn } from '../../electron/shop'
import { partLength, writeAuditPart } from '../../electron/store/embedded/auditPart'
import { catalogueRecords } from '../../electron/store/embedded/catalogue'
import { writeDocument } from '../../electron/store/embedded/document'
import {
  auditFolder,
  auditName,
  catalogueFile,
  ordersFolder,
  ordersName,
  type DocumentEdition,
} from '../../electron/store/embedded/documentNames'
import { diskFiles } from '../../electron/store/embedded/files'
import { makeJournal } from '../../electron/store/embedded/journal'
import { Memory } from '../../electron/store/embedded/memory'
import { openEmbeddedStore, type EmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { schema } from '../../electron/store/embedded/upgrades/upgrade'
import { viewOf, writeOrders } from '../../electron/store/embedded/orderIndex'
import { OrderShard } from '../../electron/store/embedded/orderShard'
import { OrderText, Readers } from '../../electron/store/embedded/orderText'
import type { Transaction } from '../../electron/store/store'
import { aMaker, anAccount, anEntry, anyOrder, someSettings } from '../electron/store/records'
import { allowed, anActor } from '../shared/builders'
import { pageLength, type Contender } from './contender'
import { now, ordersOf, settledOf, type BenchCampaign, type BenchShop } from './shop'

/** Everything stands in documents that include one commit. */
const upTo = 1

/** Writes the shop as a snapshot would have, document by document, and proves it by opening it. */
export async function makeFolder(folder: string, shop: BenchShop): Promise<void> {
  for (const inside of ['', ordersFolder, auditFolder]) await mkdir(path.join(folder, inside), { recursive: true })
  const memory = new Memory()
  memory.settings = someSettings
  memory.orderCount = shop.orders
  memory.makers.set(aMaker().id, aMaker())
  memory.accounts.set(anAccount().id, anAccount())
  const editions: DocumentEdition[] = []
  for (const of of shop.campaigns) {
    const { tally, edition } = await writeCampaign(folder, of)
    memory.products.set(of.product.id, of.product)
    memory.campaigns.set(of.campaign.id, { campaign: settledOf(of, tally), tally })
    if (of.orders > 0) editions.push(edition)
  }
  editions.push(...(await writeTrail(folder, shop.orders)))
  await writeDocument(diskFiles, path.join(folder, catalogueFile), {
    upTo,
    records: catalogueRecords(memory, editions),
  })
  await makeJournal(diskFiles, folder, upTo)
  const store = await openEmbeddedStore(folder)
  const total = await store.read.orders.count(anyOrder, now)
  await store.close()
  assert(total === shop.orders, `the folder holds ${shop.orders} orders`)
}

async function writeCampaign(
  folder: string,
  of: BenchCampaign,
): Promise<{ readonly tally: Tally; readonly edition: DocumentEdition }> {
  const readers = new Readers(diskFiles, folder)
  const shard = new OrderShard(new OrderText('', readers), () => of.campaign)
  let tally = emptyTally
  for (const order of ordersOf(of)) {
    shard.put(order)
    tally = addTally(tally, contributionOf(order, of.campaign.zone))
  }
  const name = { document: ordersName(of.campaign.id), upTo }
  const view = viewOf(shard)
  const { size } = await writeOrders(diskFiles, folder, readers, view, name)
  readers.closeAll()
  return { tally, edition: { ...name, size, span: view.span, schema } }
}

/** An entry for each order. */
async function writeTrail(folder: string, entries: number): Promise<readonly DocumentEdition[]> {
  const editions: DocumentEdition[] = []
  for (let first = 1; first <= entries; first += partLength) {
    const part = Array.from({ length: Math.min(partLength, entries - first + 1) }, (_, n) => anEntry(first + n))
    const name = { document: auditName(first), upTo }
    editions.push({ ...name, size: (await writeAuditPart(diskFiles, folder, name, part)).size, schema })
  }
  return editions
}

const desk = (store: EmbeddedStore) => ({
  read: store.read,
  at: now,
  by: anActor(),
  saveFile: async () => null,
  forecaster: () => {
    throw new Error('Nothing is measured of forecasts here.')
  },
  bulk: () => {
    throw new Error('Nothing is measured in bulk here.')
  },
})

/** Our own store, asked through the program's own handlers where there is one. */
export class Embedded implements Contender {
  readonly #folder: string
  #store: EmbeddedStore | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  get #opened(): EmbeddedStore {
    assert(this.#store !== null, 'the store is open')
    return this.#store
  }

  async open(): Promise<void> {
    this.#store = await openEmbeddedStore(this.#folder, {
      report: (problem) => console.error(problem),
    })
  }

  async close(): Promise<void> {
    await this.#store?.close()
    this.#store = null
  }

  snapshot(): Promise<void> {
    return this.#opened.snapshot()
  }

  firstPage(): Promise<readonly number[]> {
    return this.search('')
  }

  async dashboard(): Promise<number> {
    const { attention } = allowed(await overviewHandlers['overview.today']({}, desk(this.#opened)))
    return attention.toShip
  }

  async daySeries(campaignId: CampaignId): Promise<number> {
    const found = await this.#opened.read.campaigns.one(campaignId)
    return Object.values(found?.tally.byDay ?? {}).filter(({ placed }) => placed.orders > 0).length
  }

  ship(sequence: number): Promise<void> {
    return this.#opened.transact((tx) => shipIn(tx, sequence))
  }

  async shipTogether(sequences: readonly number[]): Promise<void> {
    await Promise.all(sequences.map((sequence) => this.ship(sequence)))
  }

  async search(text: string): Promise<readonly number[]> {
    const query = { ...anyOrder, states: [], text, descending: true, limit: pageLength }
    const { rows } = allowed(await ordersHandlers['orders.page'](query, desk(this.#opened)))
    return rows.map(({ id: orderId }) => Number(orderId.slice(1)))
  }

  /** How many orders hold the text. */
  async count(text: string): Promise<number> {
    const { sort: _sort, descending: _descending, offset: _offset, limit: _limit, ...filter } = anyOrder
    return allowed(await ordersHandlers['orders.count']({ ...filter, states: [], text }, desk(this.#opened)))
  }

  async settle(campaignId: CampaignId): Promise<number> {
    const store = this.#opened
    const found = await store.read.campaigns.one(campaignId)
    const product = found && (await store.read.products.one(found.campaign.productId))
    assert(found !== null && product !== null, 'the campaign and its product are on record')
    const { campaign, tally } = found
    const at = later(campaign.endsAt, dayLength)
    const { orders, amount } = toVoid('failed', tally)
    const ask = { outcome: 'failed' as const, newlyOwed: amount }
    await store.transact(async (tx) => {
      const approved = allowed(approveSettlement(campaign, tally, product, ask, anActor(), at))
      tx.campaigns.put(approved.campaign)
      tx.products.put(approved.product)
    })
    const surroundings = {
      clock: manualClock(at),
      newId: randomUUID,
      passwords: createPasswords(),
      openStore: openEmbeddedStore,
      reportBug: (_event: string, error: unknown) => console.error(error),
    }
    await runSettlement(
      shopOn(this.#folder, 'Bench', store, surroundings, () => undefined),
      campaignId,
      () => false,
    )
    const after = await store.read.campaigns.one(campaignId)
    assert(after?.campaign.settlement?.ordersVoided === orders, 'every paid order is voided')
    return orders
  }
}

async function shipIn(tx: Transaction, sequence: number): Promise<void> {
  const order = await tx.orders.get(id<OrderId>(`o${String(sequence).padStart(10, '0')}`))
  assert(order !== null, 'the order is on record')
  const shipment = { carrier: 'Blue Dart', trackingNumber: randomUUID(), at: now, by: 'Meera Iyer' }
  tx.orders.put({ ...order, shipment })
  const trail = await openTrail(tx)
  const { sequence: _, seal: __, ...entry } = anEntry(1)
  trail.append({ ...entry, commandId: id<CommandId>(randomUUID()), subject: { orderId: order.id } })
}
