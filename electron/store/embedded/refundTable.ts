import { paymentModes, type PaymentMode } from '../../../shared/campaigns/paymentMode'
import {
  refundStates,
  type Order,
  type Refund,
  type RefundCause,
  type RefundStanding,
} from '../../../shared/orders/order'
import { settledAt } from '../../../shared/orders/refundState'
import { refundAge, type AgeCuts, type RefundAge } from '../../../shared/refunds/age'
import { arrivesBy, isAging } from '../../../shared/refunds/dueClock'
import { onItsWaySince, refundState } from '../../../shared/refunds/refundState'
import { stoodSo, type StoodId } from '../../../shared/refunds/stood'
import type { DaysOff } from '../../../shared/settings/holidays'
import { instant, type Instant, type Zone } from '../../../shared/time'
import { Column } from './column'
import { SearchLines } from './searchLines'

const causes: readonly RefundCause[] = ['cancelled', 'campaign failed', 'late money']

const standings: readonly RefundStanding[] = [...refundStates, 'withdrawn']

/** Where working days are counted. */
export interface WorkingDays {
  readonly zone: Zone
  readonly daysOff: DaysOff
}

/** What the queue asks of a refund, without its order being read. */
export class RefundTable {
  readonly columns = {
    order: new Column('u32'),
    index: new Column('u32'),
    state: new Column('u8'),
    cause: new Column('u8'),
    mode: new Column('u8'),
    amount: new Column('f64'),
    owedAt: new Column('f64'),
    /** The instant of the event that sent it; what is due when follows from it. */
    sentAt: new Column('f64'),
    /** When it was confirmed as arrived; 0 for a refund that has not arrived. */
    settledAt: new Column('f64'),
    /** Of the payment that it gives back. */
    paidAt: new Column('f64'),
    /** The row before of the same order, counted from one; 0 where there is none. */
    before: new Column('u32'),
  }
  /** Its key and references at the gateway and the bank: whoever holds a letter from there types one of them. */
  readonly lines = new SearchLines()
  readonly #due = new Column('f64')
  /** The days off that what is due was worked out with. */
  #daysOff: DaysOff | null = null
  rows = 0
  /** Refunds of late money that the supporters do not have yet. */
  lateMoney = 0

  /** Of the row's refund. */
  state(row: number): RefundStanding {
    return standings[this.columns.state.get(row)] ?? 'owed'
  }

  cause(row: number): RefundCause {
    return causes[this.columns.cause.get(row)] ?? 'cancelled'
  }

  mode(row: number): PaymentMode | null {
    return paymentModes[this.columns.mode.get(row)] ?? null
  }

  /**
   * Sets the rows of an order's refunds; `last` is the row, counted from one, of its last refund so far. Answers that of its last
   * refund now. Refunds are only ever added, except that the newest rows of all may be taken back.
   */
  replace(orderRow: number, last: number, order: Order): number {
    const known: number[] = []
    for (let link = last; link !== 0; link = this.columns.before.get(link - 1)) known.unshift(link - 1)
    for (const row of known.splice(order.refunds.length).reverse()) this.#removeLast(row)
    let link = (known.at(-1) ?? -1) + 1
    for (const [index, refund] of order.refunds.entries()) {
      let row = known[index]
      if (row === undefined) {
        row = this.rows
        this.rows += 1
        this.columns.before.set(row, link)
        link = row + 1
      } else {
        this.#countLateMoney(row, -1)
      }
      this.#set(row, orderRow, index, refund, order)
    }
    return link
  }

  #set(row: number, orderRow: number, index: number, refund: Refund, order: Order): void {
    const { columns } = this
    const payment = order.payments.find(({ id }) => id === refund.paymentId)
    const state = refundState(refund)
    columns.order.set(row, orderRow)
    this.#due.set(row, 0)
    columns.index.set(row, index)
    columns.state.set(row, standings.indexOf(state))
    columns.cause.set(row, causes.indexOf(refund.cause))
    columns.mode.set(row, payment ? paymentModes.indexOf(payment.mode) : paymentModes.length)
    columns.amount.set(row, refund.amount)
    columns.owedAt.set(row, refund.owedAt)
    columns.paidAt.set(row, payment?.paidAt ?? refund.owedAt)
    columns.sentAt.set(row, onItsWaySince(refund) ?? 0)
    columns.settledAt.set(row, settledAt(refund) ?? 0)
    const references = refund.events.flatMap((event) => {
      if (event.kind === 'settled') return event.bankReference
      return event.kind === 'sent' || event.kind === 'acknowledged' ? event.reference : []
    })
    this.lines.set(row, [refund.key, ...references].join('\n').toLowerCase())
    this.#countLateMoney(row, 1)
  }

  #removeLast(row: number): void {
    this.#countLateMoney(row, -1)
    this.lines.remove(row)
    this.rows = row
  }

  #countLateMoney(row: number, by: 1 | -1): void {
    if (this.cause(row) === 'late money' && this.state(row) !== 'settled') this.lateMoney += by
  }

  /** After its columns were filled from the disk. */
  loaded(rows: number): void {
    this.rows = rows
    this.lateMoney = 0
    for (let row = 0; row < rows; row += 1) this.#countLateMoney(row, 1)
  }

  /** Whether it is not sent and the gateway refuses its payment within a month, or refuses it already. */
  isAging(row: number, at: Instant): boolean {
    const state = this.state(row)
    return (state === 'owed' || state === 'failed') && isAging(instant(this.columns.paidAt.get(row)), at)
  }

  /** Of a refund that is open; null for others. */
  age(row: number, cuts: AgeCuts): RefundAge | null {
    const state = this.state(row)
    if (state === 'settled' || state === 'withdrawn') return null
    const { sentAt, owedAt } = this.columns
    return refundAge(state, instant((state === 'sent' ? sentAt : owedAt).get(row)), cuts)
  }

  /** Whether its money stood so by what happened before that instant. What was withdrawn stands nowhere. */
  stoodSo(row: number, money: StoodId, before: Instant): boolean {
    if (this.state(row) === 'withdrawn') return false
    const settled = this.columns.settledAt.get(row)
    const instants = {
      owedAt: instant(this.columns.owedAt.get(row)),
      settledAt: settled === 0 ? null : instant(settled),
    }
    return stoodSo(money, instants, before)
  }

  /** Whether the supporter should have it by `at` and has not; worked out once a row, as working days take their time. */
  isOverdue(row: number, { zone, daysOff }: WorkingDays, at: Instant): boolean {
    const mode = this.mode(row)
    if (this.state(row) !== 'sent' || mode === null) return false
    if (this.#daysOff !== daysOff) for (let each = 0; each < this.rows; each += 1) this.#due.set(each, 0)
    this.#daysOff = daysOff
    if (this.#due.get(row) === 0) {
      this.#due.set(row, arrivesBy(instant(this.columns.sentAt.get(row)), mode, zone, daysOff))
    }
    return at > this.#due.get(row)
  }
}
