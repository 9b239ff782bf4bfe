import { setImmediate } from 'node:timers/promises'
import { withMoney } from '../../shared/bulk/bulkMoney'
import { withReason } from '../../shared/bulk/bulkReasons'
import { decideAsRehearsed, type BulkDone, type BulkStep } from '../../shared/bulk/decideBulk'
import { isDone, notReached, refusedFor, type BulkEnd, type BulkJob, type BulkPart } from '../../shared/bulk/job'
import { id, type BulkJobId, type CampaignId, type CommandId, type OrderId } from '../../shared/ids'
import { nothing, type Minor } from '../../shared/money'
import type { Order } from '../../shared/orders/order'
import { unitsLeft } from '../../shared/orders/orderState'
import { orderId } from '../../shared/orders/placeOrder'
import { assert, refuse, type Result } from '../../shared/result'
import { refuseWhileImported } from '../../shared/sheets/importState'
import { actorName, program, type Actor } from '../../shared/staff/actor'
import type { CourierNews } from '../../shared/shipping/courierNews'
import { laterOf, type Instant } from '../../shared/time'
import { changesOf } from '../audit/changes'
import { openTrail, type Trail } from '../audit/trail'
import { lapseWithin } from '../settlement/lapse'
import { settingsOf } from '../settings'
import type { Shop } from '../shop'
import type { Transaction } from '../store/store'
import { jobInWords, stepOn } from './deedWords'
import { factsFor, type Records } from './factsFor'

/** The command that an order's deed counts as: of the job and the order, so that it is never given twice. */
const bulkCommandId = (jobId: BulkJobId, order: OrderId, step: number): CommandId =>
  id<CommandId>(`${jobId}-${order}${step === 0 ? '' : `-${String(step)}`}`)

/**
 * Runs a job to its end, part by part. Each part is one commit that changes its orders, says what came of each and where the job
 * goes on; so it goes on there after a crash, and running it again changes nothing.
 */
export async function runJob(shop: Shop, jobId: BulkJobId, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const ended = await shop.store.transact((tx) => step(shop, tx, jobId))
    if (ended) return
    // Others get their turn between two parts.
    await setImmediate()
  }
}

/** One commit of the run. Answers whether there is nothing left to do. */
async function step(shop: Shop, tx: Transaction, jobId: BulkJobId): Promise<boolean> {
  const job = await tx.bulk.job(jobId)
  if (job === null || job.end !== null) return true
  const at = shop.clock.now()
  const trail = await openTrail(tx)
  const account = await tx.staff.get(job.byId)
  const may = account !== null && account.active && account.roles.includes('support')
  const how = job.next === job.parts ? 'done' : job.stop !== null ? 'stopped' : may ? null : 'halted'
  if (how !== null || account === null) {
    end(shop, tx, trail, job, { at, how: how ?? 'halted' })
    return true
  }
  const by: Actor = { kind: 'staff', staffId: job.byId, name: job.byName, roles: account.roles }
  await new PartRun({ shop, tx, trail, by, at }, job).run()
  return false
}

interface RunDesk {
  readonly shop: Shop
  readonly tx: Transaction
  readonly trail: Trail
  readonly by: Actor
  readonly at: Instant
}

/** The run of a job's next part. */
class PartRun {
  readonly #desk: RunDesk
  readonly #lapsesNoted = new Set<CampaignId>()
  /** Units that this very commit gives back to a phone number in a campaign. */
  readonly #broughtBack = new Map<string, number>()
  #job: BulkJob

  constructor(desk: RunDesk, job: BulkJob) {
    this.#desk = desk
    this.#job = job
  }

  async run(): Promise<void> {
    const { tx } = this.#desk
    const part = await tx.bulk.part(this.#job.id, this.#job.next)
    assert(part !== null, 'a bulk job has all of its parts')
    const outcomes: number[] = []
    for (const place of part.sequences.keys()) outcomes.push(await this.#outcome(part, place))
    tx.bulk.putPart({ ...part, outcomes })
    tx.bulk.putJob({ ...this.#job, next: part.index + 1 })
  }

  async #outcome(part: BulkPart, place: number): Promise<number> {
    const [sequence, outcome] = [part.sequences[place], part.outcomes[place]]
    assert(sequence !== undefined && outcome !== undefined, 'every order of a part has its outcome')
    if (outcome !== notReached) return outcome
    const before = await this.#order(orderId(sequence))
    const decided = await this.#decide(before, part.owed[place] ?? nothing, part.news?.[place] ?? null)
    if (!decided.ok) return this.#refuse(decided.refusal.message)
    assert(before !== null, 'only an order that there is can be changed')
    this.#put(before, decided.value)
    return isDone
  }

  #put(before: Order, { steps, order, owed: newlyOwed, reached }: BulkDone): void {
    const { tx } = this.#desk
    tx.orders.put(order)
    if (reached !== null) {
      tx.campaigns.put(reached.campaign)
      tx.products.put(reached.product)
    }
    if (this.#job.deed.kind === 'undo') {
      const held = heldKey(order.campaignId, order.supporter.phone)
      const units = unitsLeft(order) - unitsLeft(before)
      this.#broughtBack.set(held, (this.#broughtBack.get(held) ?? 0) + units)
    }
    for (const [place, step] of steps.entries()) this.#note(steps[place - 1]?.order ?? before, step, place, newlyOwed)
    const { done, owed, undoUntil } = this.#job
    const until = this.#job.deed.kind === 'cancel' ? (order.cancellations.at(-1)?.undoUntil ?? null) : null
    this.#job = {
      ...this.#job,
      done: done + 1,
      owed: withMoney(owed, before.currency, newlyOwed),
      ...(until !== null && { undoUntil: laterOf(undoUntil ?? until, until) }),
    }
  }

  /** The order after the lapses that are due in its campaign are on record. */
  async #order(of: OrderId): Promise<Order | null> {
    const { shop, tx, trail, at } = this.#desk
    const order = await tx.orders.get(of)
    if (order === null || this.#lapsesNoted.has(order.campaignId)) return order
    this.#lapsesNoted.add(order.campaignId)
    await lapseWithin({ tx, trail, at, newId: shop.newId }, order.campaignId)
    return tx.orders.get(of)
  }

  async #decide(order: Order | null, rehearsed: Minor, news: CourierNews | null): Promise<Result<BulkDone>> {
    const { tx, by, at } = this.#desk
    const found = order === null ? null : await tx.campaigns.get(order.campaignId)
    if (order === null || found === null) return refuse('no-such-order', 'There is no such order.')
    const { deed, id: jobId } = this.#job
    const settings = await settingsOf(tx.read)
    const busy = deed.kind === 'undo' ? refuseWhileImported(settings, order.campaignId) : null
    if (busy !== null) return busy
    const asked = { deed, order, found, undoMinutes: settings.undoMinutes, jobId, news }
    return decideAsRehearsed(rehearsed, deed, await factsFor(this.#records(), asked, at), by, at)
  }

  /** As this commit sees them: what is asked of all orders at once is as it was before it, and what it brings back is added. */
  #records(): Records {
    const { tx } = this.#desk
    return {
      product: (productId) => tx.products.get(productId),
      account: (staffId) => tx.staff.get(staffId),
      unitsHeld: async (campaignId, phone, at) =>
        (await tx.read.orders.unitsHeld(campaignId, phone, at)) +
        (this.#broughtBack.get(heldKey(campaignId, phone)) ?? 0),
    }
  }

  #refuse(message: string): number {
    const { reasons, place } = withReason(this.#job.reasons, message)
    this.#job = { ...this.#job, reasons, refused: this.#job.refused + 1 }
    return refusedFor(place)
  }

  #note(before: Order, step: BulkStep, place: number, owed: Minor): void {
    const { trail, by, at } = this.#desk
    const { id: jobId, byId } = this.#job
    const { action, order } = step
    trail.append({
      commandId: bulkCommandId(jobId, order.id, place),
      inputDigest: '',
      action: `orders.${action}`,
      at,
      byId,
      byName: actorName(by),
      subject: { orderId: order.id, campaignId: order.campaignId, productId: order.productId },
      summary: stepOn(step, before),
      changes: changesOf([{ kind: 'order', before, after: order }]),
      reply: { id: order.id, owed },
    })
  }
}

const heldKey = (campaignId: CampaignId, phone: string): string => `${campaignId} ${phone}`

function end(shop: Shop, tx: Transaction, trail: Trail, job: BulkJob, ended: BulkEnd): void {
  tx.bulk.putJob({ ...job, end: ended })
  trail.append({
    commandId: id<CommandId>(shop.newId()),
    inputDigest: '',
    action: 'bulk.end',
    at: ended.at,
    byId: null,
    byName: actorName(program),
    subject: {},
    summary: `Bulk job ${ended.how}: ${jobInWords(job)}`,
    changes: [],
    reply: null,
  })
}
