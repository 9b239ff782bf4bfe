import { paidCancellations } from '../../../shared/orders/contribution'
import type { Order } from '../../../shared/orders/order'
import { inTimePayment } from '../../../shared/orders/orderState'
import { Column } from './column'
import { FewTexts } from './fewTexts'
import { HashChains } from './hashChains'

/** Whether a cancellation counts. */
const undone = 0
const beforePayment = 1
const afterPayment = 2

/** What lists ask of cancellations: few orders have any, so no order pays for them. */
export class CancellationTable {
  readonly columns = {
    order: new Column('u32'),
    at: new Column('f64'),
    reason: new Column('code'),
    standing: new Column('u8'),
  }
  readonly reasons = new FewTexts()
  readonly #byOrder = new HashChains(this.columns.order)
  rows = 0

  /** Whether it was not undone. */
  stands(row: number): boolean {
    return this.columns.standing.get(row) !== undone
  }

  /** Whether it took away units that were paid. */
  tookPaid(row: number): boolean {
    return this.columns.standing.get(row) === afterPayment
  }

  /**
   * Sets the rows of an order's cancellations. They are only ever added, except that the newest rows of all may be taken back; whether
   * they count may change.
   */
  replace(orderRow: number, order: Order): void {
    const { cancellations } = order
    const known = this.#byOrder.rows(orderRow).toSorted((left, right) => left - right)
    for (const row of known.splice(cancellations.length).reverse()) {
      this.#byOrder.remove(row)
      this.rows = row
    }
    if (cancellations.length === 0) return
    const payment = inTimePayment(order)
    const paid = new Set(payment === null ? [] : paidCancellations(order, payment).map(({ of }) => of))
    for (const [index, cancellation] of cancellations.entries()) {
      const { at, reason, undone: undoing } = cancellation
      const row = known[index] ?? this.rows
      this.columns.at.set(row, at)
      this.columns.reason.set(row, this.reasons.code(reason))
      this.columns.standing.set(row, undoing !== null ? undone : paid.has(cancellation) ? afterPayment : beforePayment)
      if (row < this.rows) continue
      this.columns.order.set(row, orderRow)
      this.#byOrder.add(row)
      this.rows = row + 1
    }
  }

  /** After its columns were filled from the disk. */
  loaded(rows: number): void {
    this.rows = rows
    this.#byOrder.build(rows)
  }
}
