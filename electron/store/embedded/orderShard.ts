import { paymentModes, type PaymentMode } from '../../../shared/campaigns/paymentMode'
import { orderStates, type Order, type OrderState, type Payment } from '../../../shared/orders/order'
import { assigneeOf } from '../../../shared/orders/assignOrder'
import { isOpen } from '../../../shared/orders/openOrder'
import { orderState } from '../../../shared/orders/orderState'
import type { BreakdownTerms } from '../../../shared/reports/breakdown/breakdown'
import { BreakdownCounter } from '../../../shared/reports/breakdown/counter'
import { AwaitingPayment } from './awaitingPayment'
import { CancellationTable } from './cancellationTable'
import { Column } from './column'
import { HashChains, hashOf } from './hashChains'
import { OrderGroups } from './orderGroups'
import { lineOf, type OrderText } from './orderText'
import { RefundTable } from './refundTable'
import { rowsInBlock, SearchLines } from './searchLines'
import { searchText } from './searchText'

/** What all references like it share. */
export const paymentHash = (mode: PaymentMode, reference: string): number => hashOf(`${mode} ${reference}`)

/**
 * The orders of one campaign. What lists, filters and searches ask stands in columns, a row an order in the order of arrival; the
 * orders themselves stay on the disk, where each is read by its position, until one changes: from then on it is
 * held here, until the next snapshot has written it.
 */
export class OrderShard {
  readonly columns = {
    sequence: new Column('f64'),
    placedAt: new Column('f64'),
    payBy: new Column('f64'),
    total: new Column('f64'),
    units: new Column('f64'),
    /** As its facts stand, before time lets it lapse: only what awaits payment has another state at another instant. */
    standing: new Column('u8'),
    /** A bit for each mode of its payments. */
    modes: new Column('u8'),
    phone: new Column('u32'),
    /** Hash of the id of who looks after it while it is open; 0 for nobody. */
    assignee: new Column('u32'),
    /** Row, counted from one, of its last refund in the table of refunds. */
    lastRefund: new Column('u32'),
  }
  readonly groups = new OrderGroups()
  readonly payments = {
    hash: new Column('u32'),
    order: new Column('u32'),
    paidAt: new Column('f64'),
    /** 1 where it counted. */
    inTime: new Column('u8'),
  }
  readonly cancellations = new CancellationTable()
  readonly refunds = new RefundTable()
  readonly lines = new SearchLines()
  readonly awaiting = new AwaitingPayment()
  /** Rows of open orders that someone looks after. */
  readonly #assigned = new Set<number>()
  readonly #byPhone = new HashChains(this.columns.phone)
  readonly #byReference = new HashChains(this.payments.hash)
  /** Orders that the document does not say, or says otherwise, as it will say them. */
  readonly fresh = new Map<number, Buffer>()
  breakdown = new BreakdownCounter()
  /** As the campaign's record stands: an order and what it needs of its campaign come in one commit. */
  readonly #terms: () => BreakdownTerms
  text: OrderText
  rows = 0
  paymentRows = 0
  #inSequence = true
  #order: Uint32Array | null = null

  constructor(text: OrderText, terms: () => BreakdownTerms) {
    this.text = text
    this.#terms = terms
  }

  /** The order of a row that exists. */
  order(row: number): Order {
    return this.#fresh(row) ?? this.text.read(row)
  }

  #fresh(row: number): Order | null {
    const line = this.fresh.get(row)
    return line === undefined ? null : (JSON.parse(line.toString('utf8')) as Order)
  }

  /** Calls `take` with the order of each of the rows, in whichever order is quickest to read. */
  ordersOf(rows: readonly number[], take: (row: number, order: Order) => void): void {
    const written: number[] = []
    for (const row of rows) {
      const order = this.#fresh(row)
      if (order) take(row, order)
      else written.push(row)
    }
    this.text.readMany(
      written.sort((left, right) => left - right),
      take,
    )
  }

  state(row: number): OrderState {
    return orderStates[this.columns.standing.get(row)] ?? 'awaiting payment'
  }

  hasMode(row: number, mode: PaymentMode): boolean {
    return (this.columns.modes.get(row) & (1 << paymentModes.indexOf(mode))) !== 0
  }

  /** Rows by the sequence of their orders, or null where that is how they stand. */
  get arranged(): Uint32Array | null {
    if (this.#inSequence) return null
    const { sequence } = this.columns
    this.#order ??= Uint32Array.from({ length: this.rows }, (_, row) => row).sort(
      (left, right) => sequence.get(left) - sequence.get(right),
    )
    return this.#order
  }

  /** How many orders come before this sequence, which is the place of the first that does not. */
  placeOf(sequence: number): number {
    if (this.lastSequence < sequence) return this.rows
    if (this.firstSequence >= sequence) return 0
    const arranged = this.arranged
    let from = 0
    let to = this.rows
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.columns.sequence.get(arranged?.[middle] ?? middle) < sequence) from = middle + 1
      else to = middle
    }
    return from
  }

  /** The lowest sequence, or 0. */
  get firstSequence(): number {
    return this.columns.sequence.get(this.rowAt(0))
  }

  /** The highest sequence, or 0. */
  get lastSequence(): number {
    return this.rows === 0 ? 0 : this.columns.sequence.get(this.rowAt(this.rows - 1))
  }

  /** The row at a place in the sequence. */
  rowAt(place: number): number {
    return this.arranged?.[place] ?? place
  }

  /** The lowest and the highest sequence of the rows of each block. */
  *blocks(): Generator<{ readonly block: number; readonly lowest: number; readonly highest: number }> {
    const { sequence } = this.columns
    for (let block = 0; block * rowsInBlock < this.rows; block += 1) {
      const from = block * rowsInBlock
      const to = Math.min(from + rowsInBlock, this.rows) - 1
      let [lowest, highest] = [sequence.get(from), sequence.get(to)]
      for (let row = from; row <= to && !this.#inSequence; row += 1) {
        lowest = Math.min(lowest, sequence.get(row))
        highest = Math.max(highest, sequence.get(row))
      }
      yield { block, lowest, highest }
    }
  }

  /** The row of that sequence, or -1. */
  rowOf(sequence: number): number {
    const place = this.placeOf(sequence)
    const row = this.rowAt(place)
    return place < this.rows && this.columns.sequence.get(row) === sequence ? row : -1
  }

  /** `hash` is the number's: whoever asks every campaign works it out once. */
  ofPhone(phone: string, hash = hashOf(phone)): readonly Order[] {
    return this.#byPhone
      .rows(hash)
      .map((row) => this.order(row))
      .filter(({ supporter }) => supporter.phone === phone)
  }

  /** Orders that may have a payment whose reference has that hash. */
  ofPaymentHash(hash: number): readonly Order[] {
    return this.#byReference.rows(hash).map((row) => this.order(this.payments.order.get(row)))
  }

  /** Open orders, as their facts stand, that may be in the hands of that member of staff. */
  ofAssignee(staffId: string): readonly Order[] {
    const hash = hashOf(staffId)
    return [...this.#assigned].filter((row) => this.columns.assignee.get(row) === hash).map((row) => this.order(row))
  }

  /** Puts the order, which is `line` as JSON, in the place of the one with its sequence, and answers that, which may be `known`. */
  put(order: Order, line = lineOf(order), known: Order | null = null): Order | null {
    const place = this.rowOf(order.sequence)
    const before = place < 0 ? null : (known ?? this.order(place))
    const row = place < 0 ? this.#newRow(order) : place
    this.fresh.set(row, line)
    this.#setSupporter(row, before, order)
    this.#setFacts(row, order)
    this.groups.set(row, order)
    this.awaiting.replace(before, order)
    this.#moveBreakdown(before, order)
    this.#setPayments(row, before?.payments ?? [], order.payments)
    this.columns.lastRefund.set(row, this.refunds.replace(row, this.columns.lastRefund.get(row), order))
    this.cancellations.replace(row, order)
    return before
  }

  #moveBreakdown(before: Order | null, after: Order | null): void {
    const terms = this.#terms()
    if (before) this.breakdown.move(before, terms, -1)
    if (after) this.breakdown.move(after, terms, 1)
  }

  #newRow({ sequence }: Order): number {
    const row = this.rows
    this.#inSequence &&= row === 0 || this.columns.sequence.get(row - 1) < sequence
    this.#order = null
    this.columns.sequence.set(row, sequence)
    this.columns.lastRefund.set(row, 0)
    this.rows += 1
    return row
  }

  /** Most changes leave the supporter as they are. */
  #setSupporter(row: number, before: Order | null, order: Order): void {
    const { phone } = order.supporter
    if (before?.supporter.phone !== phone) {
      if (before) this.#byPhone.remove(row)
      this.columns.phone.set(row, hashOf(phone))
      this.#byPhone.add(row)
    }
    if (before?.supporter === order.supporter) return
    const text = searchText(order)
    if (!before || searchText(before) !== text) this.lines.set(row, text)
  }

  #setFacts(row: number, order: Order): void {
    const { columns } = this
    columns.placedAt.set(row, order.placedAt)
    columns.payBy.set(row, order.payBy)
    columns.total.set(row, order.total)
    columns.units.set(row, order.units)
    columns.standing.set(row, orderStates.indexOf(orderState(order, order.payBy)))
    let modes = 0
    for (const { mode } of order.payments) modes |= 1 << paymentModes.indexOf(mode)
    columns.modes.set(row, modes)
    const assignee = isOpen(order, order.payBy) ? assigneeOf(order) : null
    this.#assign(row, assignee === null ? 0 : hashOf(assignee.staffId))
  }

  #assign(row: number, hash: number): void {
    this.columns.assignee.set(row, hash)
    if (hash === 0) this.#assigned.delete(row)
    else this.#assigned.add(row)
  }

  /** Payments are only ever added, except that the newest rows of all may be taken back. */
  #setPayments(row: number, before: readonly Payment[], after: readonly Payment[]): void {
    for (let count = before.length; count > after.length; count -= 1) {
      this.paymentRows -= 1
      this.#byReference.remove(this.paymentRows)
    }
    for (const { mode, reference, paidAt, late } of after.slice(before.length)) {
      this.payments.hash.set(this.paymentRows, paymentHash(mode, reference))
      this.payments.order.set(this.paymentRows, row)
      this.payments.paidAt.set(this.paymentRows, paidAt)
      this.payments.inTime.set(this.paymentRows, late === null ? 1 : 0)
      this.#byReference.add(this.paymentRows)
      this.paymentRows += 1
    }
  }

  /** Takes back the put that made the newest row. */
  removeLast(order: Order): void {
    const row = this.rows - 1
    this.refunds.replace(row, this.columns.lastRefund.get(row), { ...order, refunds: [] })
    this.cancellations.replace(row, { ...order, cancellations: [] })
    this.#setPayments(row, order.payments, [])
    this.awaiting.replace(order, null)
    this.#moveBreakdown(order, null)
    this.#byPhone.remove(row)
    this.lines.remove(row)
    this.#assign(row, 0)
    this.fresh.delete(row)
    this.rows = row
    this.#order = null
  }

  /** After its columns were filled from the disk. */
  loaded(rows: number, paymentRows: number, refundRows: number, cancellationRows: number): void {
    this.rows = rows
    this.paymentRows = paymentRows
    this.refunds.loaded(refundRows)
    this.cancellations.loaded(cancellationRows)
    this.#byPhone.build(rows)
    this.#byReference.build(paymentRows)
    const { standing, sequence, payBy, assignee } = this.columns
    const awaiting = orderStates.indexOf('awaiting payment')
    for (let row = 0; row < rows; row += 1) {
      this.#inSequence &&= row === 0 || sequence.get(row - 1) < sequence.get(row)
      if (assignee.get(row) !== 0) this.#assigned.add(row)
      if (standing.get(row) === awaiting) this.awaiting.add({ sequence: sequence.get(row), payBy: payBy.get(row) })
    }
  }
}
