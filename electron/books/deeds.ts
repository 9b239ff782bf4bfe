import type { AuditEntry } from '../../shared/audit/entry'
import type { Campaign } from '../../shared/campaigns/campaign'
import type { Order } from '../../shared/orders/order'
import type { Must } from './finding'

/**
 * The trail and the records must tell the same story: each deed that an order or a campaign shows has its entry, and no entry
 * tells of one that left nothing behind. Half a commit is found here.
 */
export class Deeds {
  readonly #told = new Map<string, number>()
  readonly #shown = new Map<string, number>()

  entry({ action, subject }: AuditEntry): void {
    const { orderId, campaignId } = subject
    if (orderActions.has(action) && orderId !== undefined) add(this.#told, `${action} ${orderId}`)
    if (campaignActions.has(action) && campaignId !== undefined) add(this.#told, `${action} ${campaignId}`)
  }

  order({ id, payments, cancellations, refunds, shipment, deliveredAt, notes, assignments }: Order): void {
    const show = (action: string, times: number): void => add(this.#shown, `${action} ${id}`, times)
    show('orders.place', 1)
    show('orders.recordPayment', payments.length)
    show('orders.cancel', cancellations.length)
    show('orders.ship', Number(shipment !== null))
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
    const show = (action: string, times: number): void => add(this.#shown, `${action} ${id}`, times)
    show('campaigns.launch', Number(launchedAt !== null))
    show('campaigns.callOff', Number(calledOff !== null))
    show('settlement.approve', Number(settlement !== null))
    show('settlement.batch', settlement?.batches ?? 0)
    show('settlement.close', Number((settlement?.statement ?? null) !== null))
  }

  /** When all entries, orders and campaigns have been shown. */
  compare(must: Must): void {
    for (const key of new Set([...this.#told.keys(), ...this.#shown.keys()])) {
      const [told = 0, shown = 0] = [this.#told.get(key), this.#shown.get(key)]
      const [action = '', record = ''] = key.split(' ')
      must(
        13,
        told === shown,
        () => `The trail tells of '${action}' ${times(told)} for ${record}, which shows it ${times(shown)}.`,
      )
    }
  }
}

const times = (count: number): string => (count === 1 ? 'once' : `${String(count)} times`)

function add(counts: Map<string, number>, key: string, count = 1): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count)
}

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
} as const

const orderActions: ReadonlySet<string> = new Set([
  'orders.place',
  'orders.recordPayment',
  'orders.cancel',
  'orders.ship',
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
