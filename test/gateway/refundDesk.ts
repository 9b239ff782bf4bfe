import { batchFileBytes, readResultFile } from '../../electron/requests/batchFiles'
import { id, type RefundBatchId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { applyAnswer, countedAnew, lineFinder } from '../../shared/refunds/batches/applyAnswer'
import { batchFile } from '../../shared/refunds/batches/batchFile'
import type { RefundBatch } from '../../shared/refunds/batches/batch'
import type { Candidate } from '../../shared/refunds/batches/chooseRefunds'
import { draftBatches } from '../../shared/refunds/batches/draft'
import { makeBatch, type BatchWithOrders } from '../../shared/refunds/batches/makeBatch'
import { sendBatch, withdrawBatch } from '../../shared/refunds/batches/sendBatch'
import { clearUpRefund } from '../../shared/refunds/clearUpRefund'
import { doubtOf, isEscalated, refundState } from '../../shared/refunds/refundState'
import { retryRefund } from '../../shared/refunds/retryRefund'
import { sendRefund } from '../../shared/refunds/sendRefund'
import { assert, type Result } from '../../shared/result'
import { later, minute, type Instant } from '../../shared/time'
import { anActor } from '../shared/builders'

const by = anActor()

/** Staff at their desk: the program's own rules and files, without a store under them. */
export class RefundDesk {
  readonly orders: Map<Order['id'], Order>
  readonly batches: RefundBatch[] = []
  #now: Instant

  constructor(orders: readonly Order[], from: Instant) {
    this.orders = new Map(orders.map((order) => [order.id, order]))
    this.#now = from
  }

  get #at(): Instant {
    this.#now = later(this.#now, minute)
    return this.#now
  }

  get refunds(): readonly Candidate[] {
    return [...this.orders.values()].flatMap((order) => order.refunds.map((refund) => ({ order, refund })))
  }

  /** Makes a gateway batch of some of what is owed; null where nothing can go. */
  make(wanted: (candidate: Candidate) => boolean): RefundBatch | null {
    const candidates = this.refunds.filter((candidate) => refundState(candidate.refund) === 'owed' && wanted(candidate))
    const draft = draftBatches(candidates, this.#now).batches.find(({ route }) => route === 'gateway')
    if (draft === undefined) return null
    const { count, total, route, currency } = draft
    const number = this.batches.length + 1
    const batchId = id<RefundBatchId>(`gateway-batch-${String(number)}`)
    const made = makeBatch(
      { id: batchId, number, route, currency, candidates, expected: { count, total } },
      by,
      this.#at,
    )
    return this.#keep(made)
  }

  send(batch: RefundBatch): RefundBatch | null {
    return this.#keep(sendBatch(this.#current(batch), this.orders, by, this.#at))
  }

  withdraw(batch: RefundBatch): void {
    this.#keep(withdrawBatch(this.#current(batch), this.orders, by, this.#at))
  }

  /** The file as it is downloaded, now and ever. */
  file(batch: RefundBatch): { readonly name: string; readonly text: string } {
    const file = batchFile(batch, this.orders)
    return { name: file.name, text: Buffer.from(batchFileBytes(batch, file)).toString('utf8') }
  }

  /** Tries to send one by hand, which a batch must not allow. Answers whether it went. */
  sendByHand({ order, refund }: Candidate): boolean {
    const sent = sendRefund(order, refund.id, { reference: 'by hand' }, by, this.#at)
    if (sent.ok) this.orders.set(order.id, sent.value)
    return sent.ok
  }

  /** Reads a result into a batch; `vouched` where whoever does it has just asked the gateway for it. */
  async read(batch: RefundBatch, report: string, vouched = false): Promise<void> {
    const current = this.#current(batch)
    const result = await readResultFile(current, Buffer.from(report))
    if (!result.ok || current.sentAt === null) return
    const at = this.#at
    const find = lineFinder(current, this.orders)
    for (const answer of result.value.answers) {
      const { order } = applyAnswer({ batch: current, vouched }, find(answer.subject), this.orders, answer, by, at)
      if (order !== null) this.orders.set(order.id, order)
    }
    this.#keepBatch(countedAnew(current, this.orders, at))
  }

  /** A manager looks into what is doubted, and puts back what has failed twice. */
  manage(): void {
    for (const { order, refund } of this.refunds) {
      const now = this.orders.get(order.id) ?? order
      if (doubtOf(refund) !== null) {
        const cleared = clearUpRefund(now, refund.id, { note: 'Asked the gateway' }, by, this.#at)
        if (cleared.ok) this.orders.set(order.id, cleared.value)
      }
      if (!isEscalated(refund)) continue
      const put = retryRefund(this.orders.get(order.id) ?? now, refund.id, {}, by, this.#at)
      if (put.ok) this.orders.set(order.id, put.value)
    }
  }

  #current({ id: batchId }: RefundBatch): RefundBatch {
    const found = this.batches.find((batch) => batch.id === batchId)
    assert(found !== undefined, 'the batch was made')
    return found
  }

  #keep(result: Result<BatchWithOrders>): RefundBatch | null {
    if (!result.ok) return null
    for (const [orderId, order] of result.value.orders) this.orders.set(orderId, order)
    return this.#keepBatch(result.value.batch)
  }

  #keepBatch(batch: RefundBatch): RefundBatch {
    const place = this.batches.findIndex(({ id: batchId }) => batchId === batch.id)
    this.batches.splice(place < 0 ? this.batches.length : place, 1, batch)
    return batch
  }
}
