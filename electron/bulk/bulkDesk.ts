import { id, type BulkJobId, type StaffId } from '../../shared/ids'
import type { BulkDeed, BulkScope } from '../../shared/bulk/job'
import type { Rehearsal } from '../../shared/bulk/requests'
import { ok, refuse, type Result } from '../../shared/result'
import type { RememberedReading } from '../../shared/sheets/courierFields'
import type { StaffActor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import type { Shop } from '../shop'
import { NotSaved } from '../store/store'
import type { ChosenOrders } from './chosenBy'
import { rehearse } from './rehearse'
import { runJob } from './runJob'
import type { Tried } from './trials'

/** A rehearsal as it is kept until it is started. */
export interface Rehearsed extends Tried {
  readonly deed: BulkDeed
  readonly scope: BulkScope
  readonly id: BulkJobId
  readonly byId: StaffId
  readonly at: Instant
  /** How its file was read, to be remembered once it is started. */
  readonly reading?: RememberedReading
}

/** The bulk jobs of an open shop: rehearsals, which are kept in memory alone, and the run of what was started. */
export interface BulkDesk {
  /** Tries the deed on the orders that `choose` fixes at the given instant. */
  rehearse(choose: (at: Instant) => Promise<ChosenOrders>, deed: BulkDeed, by: StaffActor): Promise<Result<Rehearsal>>
  /** Keeps what was rehearsed elsewhere, so that it can be started. */
  keep(rehearsed: Rehearsed): void
  /** How far the rehearsal under way is. */
  readonly rehearsing: { readonly tried: number; readonly orders: number } | null
  /** Ends the rehearsal under way; answers whether there was one. */
  stopRehearsing(): boolean
  /** The rehearsal of that id, or null where it is not at hand any more. */
  kept(rehearsalId: BulkJobId): Rehearsed | null
  /** Runs every job that was started and has not ended; resolves when all have, or could not go on. */
  run(): Promise<void>
  /** Ends; resolves when what was under way has come to a stop between two commits. Jobs go on at the next opening. */
  stop(): Promise<void>
}

/** Of how many rehearsals the orders are remembered. */
const mostKept = 4

/** `changed` is called when the rehearsal under way has come further. */
export function createBulkDesk(shop: Shop, changed: () => void): BulkDesk {
  const kept = new Map<BulkJobId, Rehearsed>()
  let underWay: { tried: number; orders: number; stopped: boolean } | null = null
  let stopped = false
  let again = false
  let running: Promise<void> | null = null

  function keep(rehearsed: Rehearsed): void {
    kept.set(rehearsed.id, rehearsed)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }

  async function tryAll(
    choose: (at: Instant) => Promise<ChosenOrders>,
    deed: BulkDeed,
    by: StaffActor,
    at: Instant,
  ): Promise<Result<Rehearsed>> {
    const current = { tried: 0, orders: 0, stopped: false }
    underWay = current
    changed()
    try {
      const { scope, total, orders } = await choose(at)
      current.orders = total
      const tried = await rehearse(shop.store.read, { deed, orders }, by, at, {
        tried: (count) => {
          current.tried = count
          changed()
        },
        stopped: () => stopped || current.stopped,
      })
      if (tried === null) return refuse('cancelled', 'The rehearsal was stopped. Nothing was changed.')
      if (tried.sequences.length === 0) return refuse('nothing-matches', 'No order matches any more.')
      return ok({ ...tried, deed, scope, id: id<BulkJobId>(shop.newId()), byId: by.staffId, at })
    } finally {
      underWay = null
      changed()
    }
  }

  async function runAll(): Promise<void> {
    try {
      while (again && !stopped) {
        again = false
        if (!(await shop.writable())) return
        const jobs = (await shop.store.read.bulk.all()).filter(({ end }) => end === null)
        for (const job of jobs.toReversed()) await runJob(shop, job.id, () => stopped)
      }
    } catch (error) {
      // What could not be saved is tried again when the disk is; the job stands where it stood.
      if (!(error instanceof NotSaved)) throw error
    } finally {
      running = null
    }
  }

  return {
    get rehearsing() {
      return underWay && { tried: underWay.tried, orders: underWay.orders }
    },
    keep,
    async rehearse(choose, deed, by) {
      if (underWay !== null) return refuse('rehearsing', 'Another rehearsal is under way. Wait for it or stop it.')
      const rehearsed = await tryAll(choose, deed, by, shop.clock.now())
      if (!rehearsed.ok) return rehearsed
      keep(rehearsed.value)
      return ok(rehearsalOf(rehearsed.value))
    },
    stopRehearsing() {
      if (underWay === null) return false
      underWay.stopped = true
      return true
    },
    kept: (rehearsalId) => kept.get(rehearsalId) ?? null,
    run() {
      if (stopped) return Promise.resolve()
      again = true
      running ??= runAll()
      return running
    },
    async stop() {
      stopped = true
      await running?.catch(() => undefined)
    },
  }
}

/** What whoever asked gets to see of it. */
const rehearsalOf = ({
  id: rehearsalId,
  at,
  sequences,
  possible,
  owed,
  reasons,
  belowTarget,
}: Rehearsed): Rehearsal => ({
  id: rehearsalId,
  at,
  orders: sequences.length,
  possible,
  owed,
  reasons,
  belowTarget,
})
