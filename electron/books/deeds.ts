import type { AuditEntry } from '../../shared/audit/entry'
import type { Campaign } from '../../shared/campaigns/campaign'
import type { Order } from '../../shared/orders/order'
import type { Must } from './finding'

/**
 * The trail and the records must tell the same story: each deed that an order or a campaign shows has its entry, and no entry
 * tells of one that left nothing behind. Half a commit is found here.
 */
export class Deeds {
  readonly #told = new Counts()
  readonly #shown = new Counts()

  entry({ action, subject }: AuditEntry): void {
    const { orderId, campaignId } = subject
    if (orderActions.has(action) && orderId !== undefined) this.#told.add(action, orderId)
    if (campaignActions.has(action) && campaignId !== undefined) this.#told.add(action, campaignId)
  }

  order({ id, payments, cancellations, refunds, shipment, deliveredAt, notes, assignments }: Order): void {
    const show = (action: string, times: number): void => this.#shown.add(action, id, times)
    show('orders.place', 1)
    show('orders.recordPayment', payments.length)
    show('orders.cancel', cancellations.length)
    show('orders.undoCancel', cancellations.filter(({ undone }) => undone !== null).length)
    show('orders.ship', Number(shipment !== null))
    show('orders.track', shipment?.former?.length ?? 0)
    show('orders.deliver', Number(deliveredAt !== null))
    show('orders.addNote', notes.length)
    show('orders.assign', assignments.length)
    for (const { events } of refunds) {
      for (const { kind, batchId } of events) {
        const action = refundActions[kind]
        // What a batch did to its refunds stands in the trail once, for the batch.
        if (batchId === undefined && action !== null) show(action, 1)
      }
    }
  }

  campaign({ id, launchedAt, calledOff, settlement }: Campaign): void {
    const show = (action: string, times: number): void => this.#shown.add(action, id, times)
    show('campaigns.launch', Number(launchedAt !== null))
    show('campaigns.callOff', Number(calledOff !== null))
    show('settlement.approve', Number(settlement !== null))
    show('settlement.batch', settlement?.batches ?? 0)
    show('settlement.close', Number((settlement?.statement ?? null) !== null))
  }

  /** When all entries, orders and campaigns have been shown. */
  compare(must: Must): void {
    for (const [action, record, told, shown] of this.#told.beside(this.#shown)) {
      must(
        13,
        told === shown,
        () => `The trail tells of '${action}' ${times(told)} for ${record}, which shows it ${times(shown)}.`,
      )
    }
  }
}

const times = (count: number): string => (count === 1 ? 'once' : `${String(count)} times`)

const refundActions = {
  batched: null,
  'taken out': null,
  acknowledged: null,
  doubted: null,
  'cleared up': 'refunds.clearUp',
  sent: 'refunds.send',
  settled: 'refunds.settle',
  failed: 'refunds.fail',
  'owed again': 'refunds.retry',
  released: 'refunds.release',
  // Told by the undoing of its cancellation.
  withdrawn: null,
} as const

const orderActions: ReadonlySet<string> = new Set([
  'orders.place',
  'orders.recordPayment',
  'orders.cancel',
  'orders.undoCancel',
  'orders.ship',
  'orders.track',
  'orders.deliver',
  'orders.addNote',
  'orders.assign',
  ...Object.values(refundActions).filter((action) => action !== null),
])

const campaignActions: ReadonlySet<string> = new Set([
  'campaigns.launch',
  'campaigns.callOff',
  'settlement.approve',
  'settlement.batch',
  'settlement.close',
])

/** Each with its column among the counts of orders. */
const columns: ReadonlyMap<string, number> = new Map([...orderActions].map((action, column) => [action, column]))
const actionOf: readonly string[] = [...orderActions]

/** Orders are named by their count, so that a million of them need some megabytes, where their names would take a gigabyte. */
const orderName = /^o(\d{10,})$/u
/** A name beyond it, which only damage can bring in, would need more memory than there is. */
const highest = 20_000_000

const orderId = (sequence: number): string => `o${String(sequence).padStart(10, '0')}`

/** How often something was done with a record. */
class Counts {
  #ofOrders = new Uint16Array(1024)
  readonly #ofOthers = new Map<string, number>()

  add(action: string, record: string, times = 1): void {
    if (times === 0) return
    const sequence = Number(orderName.exec(record)?.[1] ?? Number.NaN)
    const column = columns.get(action)
    if (!(sequence <= highest) || column === undefined || orderId(sequence) !== record) {
      const key = `${action} ${record}`
      this.#ofOthers.set(key, (this.#ofOthers.get(key) ?? 0) + times)
      return
    }
    const place = sequence * columns.size + column
    if (place >= this.#ofOrders.length) {
      const grown = new Uint16Array(Math.ceil(place * 1.5) + 1)
      grown.set(this.#ofOrders)
      this.#ofOrders = grown
    }
    this.#ofOrders[place] = (this.#ofOrders[place] ?? 0) + times
  }

  /** Everything that these or those count, with both counts. */
  *beside(those: Counts): Generator<readonly [action: string, record: string, these: number, those: number]> {
    for (const key of new Set([...this.#ofOthers.keys(), ...those.#ofOthers.keys()])) {
      const [action = '', record = ''] = key.split(' ')
      yield [action, record, this.#ofOthers.get(key) ?? 0, those.#ofOthers.get(key) ?? 0]
    }
    const length = Math.max(this.#ofOrders.length, those.#ofOrders.length)
    for (let place = 0; place < length; place += 1) {
      const [here = 0, there = 0] = [this.#ofOrders[place], those.#ofOrders[place]]
      if (here === 0 && there === 0) continue
      const sequence = Math.floor(place / columns.size)
      yield [actionOf[place % columns.size] ?? '', orderId(sequence), here, there]
    }
  }
}
