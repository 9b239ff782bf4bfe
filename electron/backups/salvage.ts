import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Campaign } from '../../shared/campaigns/campaign'
import type { Exported } from '../../shared/backups/requests'
import type { Order } from '../../shared/orders/order'
import type { Product } from '../../shared/products/product'
import type { Instant } from '../../shared/time'
import type { Settings } from '../store/store'
import type { Disk } from './disk'
import { readableLines } from './readableLines'
import { stampOf } from './stamp'

/** What can be read of a shop, sound or not. Records that stand in a damaged file are not proven. */
interface Salvaged {
  settings: Settings | null
  readonly orders: Map<string, Order>
  readonly campaigns: Map<string, Campaign>
  readonly products: Map<string, Product>
  /** One sentence for each file that could not be read, or not wholly. */
  readonly unread: string[]
}

/** Reads what can be read, whatever else is damaged or missing, and changes nothing. */
export async function salvage(disk: Disk, shopFolder: string): Promise<Salvaged> {
  const salvaged: Salvaged = {
    settings: null,
    orders: new Map(),
    campaigns: new Map(),
    products: new Map(),
    unread: [],
  }
  const names = (await disk.filesBelow(shopFolder)).map(({ name }) => name)
  // Journals go on where documents end and repeat what these already include, so they come last and in their order.
  const documents = names
    .filter((name) => name === 'catalogue.json' || /^orders\/[^/]+\.json$/u.test(name))
    .sort((left, right) => editionOf(left) - editionOf(right))
  const journals = names.filter((name) => /^journal-\d+\.log$/u.test(name))
  if (!names.includes('catalogue.json')) salvaged.unread.push('catalogue.json is missing.')
  if (journals.length === 0) salvaged.unread.push('There is no journal: what was done last may be missing.')
  for (const name of [...documents, ...journals]) {
    await setImmediate()
    try {
      const bytes = (await disk.read(path.join(shopFolder, name))) ?? Buffer.alloc(0)
      const { records, unread } = readableLines(name, bytes)
      for (const record of records) take(salvaged, record)
      if (unread !== null) salvaged.unread.push(`${name} ${unread}.`)
    } catch (error) {
      salvaged.unread.push(`${name} cannot be read (${error instanceof Error ? error.message : String(error)}).`)
    }
  }
  return salvaged
}

/** Of two editions of a document the later one counts. */
const editionOf = (name: string): number => Number(/\.(\d+)\.json$/u.exec(name)?.[1] ?? 0)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record of a document, or a commit of a journal with several. */
function take(into: Salvaged, record: unknown): void {
  if (!isRecord(record)) return
  if (isOrder(record)) into.orders.set(record.id, record)
  if (isSettings(record['settings'])) into.settings = record['settings']
  const [orders, campaigns, products] = (['orders', 'campaigns', 'products'] as const).map((name) =>
    listIn(record, name),
  )
  for (const order of orders ?? []) if (isOrder(order)) into.orders.set(order.id, order)
  for (const campaign of [record['campaign'], ...(campaigns ?? [])])
    if (isNamed(campaign)) into.campaigns.set(campaign.id, campaign as Campaign)
  for (const product of [record['product'], ...(products ?? [])])
    if (isNamed(product)) into.products.set(product.id, product as Product)
}

function listIn(record: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const list = record[name]
  return Array.isArray(list) ? list : []
}

const isNamed = (value: unknown): value is { readonly id: string } => isRecord(value) && typeof value['id'] === 'string'

const isOrder = (value: unknown): value is Order =>
  isNamed(value) && 'campaignId' in value && 'refunds' in value && Array.isArray(value.refunds)

const isSettings = (value: unknown): value is Settings =>
  isRecord(value) && typeof value['auditKey'] === 'string' && typeof value['shopName'] === 'string'

/**
 * Writes everything readable of a shop that cannot be opened into a new folder of `target`: NDJSON files of orders, refunds, campaigns
 * and products, and what could not be read. `reason` is why it could not be opened. The shop's folder is only read.
 */
export async function exportReadable(
  disk: Disk,
  { shopFolder, target, at, reason }: { shopFolder: string; target: string; at: Instant; reason: string },
): Promise<Exported> {
  const { orders, campaigns, products, unread } = await salvage(disk, shopFolder)
  const folder = path.join(target, `readable data ${stampOf(at)}`)
  await disk.makeFolder(folder)
  const refunds = [...orders.values()].flatMap(({ id, number, refunds: owed }) =>
    owed.map((refund) => ({ orderId: id, orderNumber: number, ...refund })),
  )
  await write(disk, path.join(folder, 'orders.ndjson'), linesOf(orders.values()))
  await write(disk, path.join(folder, 'refunds.ndjson'), linesOf(refunds))
  await write(disk, path.join(folder, 'campaigns.ndjson'), linesOf(campaigns.values()))
  await write(disk, path.join(folder, 'products.ndjson'), linesOf(products.values()))
  const told = unread.length === 0 ? ['Every file could be read.'] : unread
  await write(disk, path.join(folder, 'what could not be read.txt'), [
    `${reason}\n`,
    ...told.map((line) => `${line}\n`),
  ])
  await disk.syncFolder(folder)
  return { folder, orders: orders.size, refunds: refunds.length, campaigns: campaigns.size, unread }
}

function* linesOf(records: Iterable<unknown>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`
}

const sliceLength = 256 * 1024

async function write(disk: Disk, name: string, lines: Iterable<string>): Promise<void> {
  const file = await disk.create(name)
  try {
    let slice = ''
    for (const line of lines) {
      slice += line
      if (slice.length < sliceLength) continue
      await file.append(Buffer.from(slice))
      slice = ''
    }
    if (slice !== '') await file.append(Buffer.from(slice))
    await file.sync()
  } finally {
    await file.close()
  }
}
