import { randomUUID } from 'node:crypto'
import type { CampaignId } from '../../shared/ids'
import { assert } from '../../shared/result'
import { addDays, dayOf } from '../../shared/time'
import { ordersInBatch } from '../../electron/settlement/run'
import { anEntry } from '../electron/store/records'
import { india } from '../shared/builders'
import { pageLength, type Contender } from './contender'
import { now } from './shop'
import { openDatabase, type Database, type Statement } from './sqliteSchema'

const days = 30

const statements = {
  newest: `SELECT * FROM orders ORDER BY sequence DESC LIMIT ${pageLength}`,
  found: `SELECT orders.* FROM orders JOIN (SELECT rowid AS hit FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT ${pageLength})
    ON orders.sequence = hit ORDER BY sequence DESC`,
  running: `SELECT campaign, state, COUNT(*), SUM(units), SUM(total) FROM orders
    WHERE campaign IN (SELECT id FROM campaigns WHERE live = 1) GROUP BY campaign, state`,
  lastDays: `SELECT placed_day, SUM(units), SUM(total) FROM orders
    WHERE campaign IN (SELECT id FROM campaigns) AND placed_day >= ? GROUP BY placed_day`,
  toShip: `SELECT COUNT(*) AS count FROM orders
    WHERE state = 'paid' AND campaign IN (SELECT id FROM campaigns WHERE funded = 1)`,
  openRefunds: `SELECT state, COUNT(*) FROM refunds WHERE state IN ('owed', 'sent', 'failed') GROUP BY state`,
  days: `SELECT placed_day, COUNT(*), SUM(units), SUM(total) FROM orders WHERE campaign = ? GROUP BY placed_day`,
  ship: `UPDATE orders SET carrier = 'Blue Dart', tracking = ?, shipped_at = ?, shipped_by = 'Meera Iyer', state = 'shipped'
    WHERE sequence = ?`,
  lastEntry: 'SELECT sequence, entry FROM audit ORDER BY sequence DESC LIMIT 1',
  entry: 'INSERT INTO audit VALUES (?, ?, ?)',
  batch: `SELECT sequence FROM orders WHERE campaign = ? AND state = 'paid' ORDER BY sequence LIMIT ${ordersInBatch}`,
  owe: `INSERT INTO refunds SELECT orders.id || '-r1', 'refund-' || orders.id || '-r1', orders.sequence, orders.campaign, payments.id,
      payments.amount, 'campaign failed', ?, 'owed'
    FROM orders JOIN payments ON payments.sequence = orders.sequence
    WHERE orders.sequence IN (SELECT value FROM json_each(?))`,
  void: `UPDATE orders SET voided_at = ?, state = 'voided' WHERE sequence IN (SELECT value FROM json_each(?))`,
  settled: 'UPDATE campaigns SET settled = 1 WHERE id = ?',
} as const

/** better-sqlite3 with one row an order, WAL, every commit synced. */
export class Sqlite implements Contender {
  readonly #peers: string
  readonly #file: string
  #database: Database | null = null
  #statements: Readonly<Record<keyof typeof statements, Statement>> | null = null

  constructor(peers: string, file: string) {
    this.#peers = peers
    this.#file = file
  }

  get #sql(): Readonly<Record<keyof typeof statements, Statement>> {
    assert(this.#statements !== null, 'the database is open')
    return this.#statements
  }

  async open(): Promise<void> {
    const database = openDatabase(this.#peers, this.#file)
    const prepared = Object.entries(statements).map(([name, sql]) => [name, database.prepare(sql)])
    this.#statements = Object.fromEntries(prepared) as Record<keyof typeof statements, Statement>
    this.#database = database
  }

  async close(): Promise<void> {
    this.#database?.close()
    this.#database = null
  }

  async firstPage(): Promise<readonly number[]> {
    return sequencesOf(this.#sql.newest.all())
  }

  async dashboard(): Promise<number> {
    this.#sql.running.all()
    this.#sql.lastDays.all(addDays(dayOf(now, india), 1 - days))
    this.#sql.openRefunds.all()
    return (this.#sql.toShip.get() as { readonly count: number }).count
  }

  async daySeries(campaignId: CampaignId): Promise<number> {
    return this.#sql.days.all(campaignId).length
  }

  ship(sequence: number): Promise<void> {
    return this.shipTogether([sequence])
  }

  /** One transaction for all. */
  async shipTogether(sequences: readonly number[]): Promise<void> {
    this.#inTransaction(() => {
      for (const sequence of sequences) {
        this.#sql.ship.run(randomUUID(), now, sequence)
        this.#note()
      }
    })
  }

  async search(text: string): Promise<readonly number[]> {
    return sequencesOf(this.#sql.found.all(`"${text.replaceAll('"', '""')}"`))
  }

  /** In batches of the same length as ours, each a transaction. */
  async settle(campaignId: CampaignId): Promise<number> {
    let voided = 0
    for (;;) {
      const batch = sequencesOf(this.#sql.batch.all(campaignId))
      if (batch.length === 0) break
      this.#inTransaction(() => {
        const wanted = JSON.stringify(batch)
        this.#sql.owe.run(now, wanted)
        voided += this.#sql.void.run(now, wanted).changes
        this.#note()
      })
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.#sql.settled.run(campaignId)
    return voided
  }

  #inTransaction(work: () => void): void {
    assert(this.#database !== null, 'the database is open')
    this.#database.transaction(work)()
  }

  #note(): void {
    const { sequence } = this.#sql.lastEntry.get() as { readonly sequence: number }
    const entry = { ...anEntry(sequence + 1), commandId: randomUUID() }
    this.#sql.entry.run(sequence + 1, entry.commandId, JSON.stringify(entry))
  }
}

const sequencesOf = (rows: readonly unknown[]): readonly number[] =>
  (rows as readonly { readonly sequence: number }[]).map(({ sequence }) => sequence)
