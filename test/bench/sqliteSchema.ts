import { createRequire } from 'node:module'
import path from 'node:path'
import type { Order } from '../../shared/orders/order'
import { orderState } from '../../shared/orders/orderState'
import { refundState } from '../../shared/refunds/refundState'
import { dayOf } from '../../shared/time'
import { searchText } from '../../electron/store/embedded/searchText'
import { anEntry } from '../electron/store/records'
import { now, ordersOf, type BenchCampaign, type BenchShop } from './shop'

/** The part of better-sqlite3 that is used here. */
export interface Statement {
  run(...values: readonly unknown[]): { readonly changes: number }
  all(...values: readonly unknown[]): readonly unknown[]
  get(...values: readonly unknown[]): unknown
}
export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  transaction<Input extends readonly unknown[]>(work: (...input: Input) => void): (...input: Input) => void
  close(): void
}

/** `peers` is the folder that has its own packages. */
export function openDatabase(peers: string, file: string): Database {
  const load = createRequire(path.join(peers, 'package.json'))
  const Open = load('better-sqlite3') as new (file: string) => Database
  const database = new Open(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;')
  return database
}

const tables = `
  CREATE TABLE campaigns (id TEXT PRIMARY KEY, live INTEGER, funded INTEGER, settled INTEGER, campaign TEXT) WITHOUT ROWID;
  CREATE TABLE orders (sequence INTEGER PRIMARY KEY, id TEXT, number TEXT, campaign TEXT, product TEXT, variant TEXT,
    currency TEXT, name TEXT, phone TEXT, email TEXT, line1 TEXT, line2 TEXT, city TEXT, region TEXT, postal TEXT, units INTEGER,
    list_price INTEGER, total INTEGER, offer TEXT, placed_at INTEGER, placed_day TEXT, placed_by TEXT, pay_by INTEGER,
    lapsed_at INTEGER, carrier TEXT, tracking TEXT, shipped_at INTEGER, shipped_by TEXT, delivered_at INTEGER, voided_at INTEGER,
    state TEXT);
  CREATE TABLE payments (id TEXT PRIMARY KEY, sequence INTEGER, mode TEXT, reference TEXT, amount INTEGER, units INTEGER,
    paid_at INTEGER, recorded_at INTEGER, recorded_by TEXT, late TEXT) WITHOUT ROWID;
  CREATE TABLE refunds (id TEXT PRIMARY KEY, key TEXT, sequence INTEGER, campaign TEXT, payment TEXT, amount INTEGER, cause TEXT,
    owed_at INTEGER, state TEXT) WITHOUT ROWID;
  CREATE TABLE audit (sequence INTEGER PRIMARY KEY, command TEXT, entry TEXT);
  CREATE VIRTUAL TABLE found USING fts5(text, tokenize = 'trigram', content = '');
`

const indexes = `
  CREATE INDEX orders_by_state ON orders (campaign, state, units, total);
  CREATE INDEX orders_by_day ON orders (campaign, placed_day, units, total);
  CREATE INDEX orders_by_phone ON orders (phone);
  CREATE INDEX payments_by_order ON payments (sequence, amount);
  CREATE UNIQUE INDEX payments_by_reference ON payments (mode, reference);
  CREATE INDEX refunds_by_state ON refunds (state, owed_at);
  CREATE INDEX refunds_by_order ON refunds (sequence);
  CREATE UNIQUE INDEX audit_by_command ON audit (command);
  ANALYZE;
`

const marks = (count: number): string => Array<string>(count).fill('?').join(', ')

/** Writes the same shop as rows. */
export function makeDatabase(peers: string, file: string, shop: BenchShop): void {
  const database = openDatabase(peers, file)
  database.exec(tables)
  const campaign = database.prepare(`INSERT INTO campaigns VALUES (${marks(5)})`)
  const put = writerOf(database)
  database.transaction(() => {
    for (const of of shop.campaigns) {
      campaign.run(...campaignValues(of))
      for (const order of ordersOf(of)) put(order, of)
    }
    const entry = database.prepare(`INSERT INTO audit VALUES (${marks(3)})`)
    for (let sequence = 1; sequence <= shop.orders; sequence += 1) {
      const made = anEntry(sequence)
      entry.run(sequence, made.commandId, JSON.stringify(made))
    }
  })()
  database.exec(indexes)
  database.exec(`INSERT INTO found(found) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE);`)
  database.close()
}

const campaignValues = ({ campaign, fate }: BenchCampaign): readonly unknown[] => [
  campaign.id,
  fate === 'live' ? 1 : 0,
  campaign.fundedAt === null ? 0 : 1,
  fate === 'live' ? 0 : 1,
  JSON.stringify(campaign),
]

function writerOf(database: Database): (order: Order, of: BenchCampaign) => void {
  const orders = database.prepare(`INSERT INTO orders VALUES (${marks(31)})`)
  const payments = database.prepare(`INSERT INTO payments VALUES (${marks(10)})`)
  const refunds = database.prepare(`INSERT INTO refunds VALUES (${marks(9)})`)
  const found = database.prepare('INSERT INTO found(rowid, text) VALUES (?, ?)')
  return (order, { campaign }) => {
    const { sequence } = order
    orders.run(...orderValues(order, dayOf(order.placedAt, campaign.zone)))
    found.run(sequence, searchText(order))
    for (const each of order.payments) {
      const { id, mode, reference, amount, units, paidAt, recordedAt, recordedBy, late } = each
      payments.run(id, sequence, mode, reference, amount, units, paidAt, recordedAt, recordedBy, late)
    }
    for (const refund of order.refunds) {
      const { id, key, paymentId, amount, cause, owedAt } = refund
      refunds.run(id, key, sequence, order.campaignId, paymentId, amount, cause, owedAt, refundState(refund))
    }
  }
}

function orderValues(order: Order, day: string): readonly unknown[] {
  const { supporter, shipment } = order
  const { line1, line2, city, region, postalCode } = supporter.address
  return [
    order.sequence,
    order.id,
    order.number,
    order.campaignId,
    order.productId,
    order.variantId,
    order.currency,
    supporter.name,
    supporter.phone,
    supporter.email,
    line1,
    line2,
    city,
    region,
    postalCode,
    order.units,
    order.listPrice,
    order.total,
    order.offerId,
    order.placedAt,
    day,
    order.placedBy,
    order.payBy,
    order.lapsedAt,
    shipment?.carrier ?? null,
    shipment?.trackingNumber ?? null,
    shipment?.at ?? null,
    shipment?.by ?? null,
    order.deliveredAt,
    order.voidedAt,
    orderState(order, now),
  ]
}
