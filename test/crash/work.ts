import { everyRefund } from '../../shared/refunds/requests'
import { everyOrder } from '../../shared/orders/requests'
import type { Campaign } from '../../shared/campaigns/campaign'
import type { Asker } from '../../electron/office'
import type { Chance } from '../../electron/sample/chance'
import type { OrderId } from '../../shared/ids'
import type { Order, OrderState, Refund, RefundState } from '../../shared/orders/order'
import type { CommandName, ParsedInput } from '../../shared/requests'
import type { Reads } from '../../electron/store/store'
import type { Instant } from '../../shared/time'
import { aSupporter, black, password } from '../journeys/anOffice'

/** A command to give, without its id, and the refund that moves at the bank before it is given. */
export interface Deed {
  readonly name: CommandName
  readonly input: object
  readonly paysOut?: Refund
}

type Kind = 'place' | 'pay' | 'cancel' | 'send' | 'settle' | 'fail' | 'retry' | 'approve'

const often: readonly (readonly [Kind, number])[] = [
  ['place', 30],
  ['pay', 30],
  ['cancel', 10],
  ['send', 14],
  ['settle', 8],
  ['fail', 4],
  ['retry', 4],
  ['approve', 2],
]

const refundsIn: Readonly<Partial<Record<Kind, RefundState>>> = {
  send: 'owed',
  settle: 'sent',
  fail: 'sent',
  retry: 'failed',
}

/**
 * Chooses what staff do next among what there is. What one of them is at, nobody else takes up, so that hardly anything is refused.
 */
export class Work {
  readonly #read: Reads
  readonly #desk: Asker
  readonly #chance: Chance
  readonly #now: () => Instant
  readonly #busy = new Set<OrderId>()

  constructor(read: Reads, desk: Asker, chance: Chance, now: () => Instant) {
    this.#read = read
    this.#desk = desk
    this.#chance = chance
    this.#now = now
  }

  /** Gives the next deed to `give` and waits for its end. Nothing where chance chose what there is none of. */
  async next(give: (deed: Deed) => Promise<void>): Promise<void> {
    const kind = this.#chance.weighted(often)
    if (kind === 'place') return this.#place(give)
    if (kind === 'approve') return this.#approve(give)
    const wanted = refundsIn[kind]
    const found = wanted === undefined ? await this.#order(kind) : await this.#refund(wanted)
    if (found === null || this.#busy.has(found.order.id)) return
    this.#busy.add(found.order.id)
    try {
      await give(found.refund === null ? this.#orderDeed(kind, found.order) : this.#refundDeed(kind, found))
    } finally {
      this.#busy.delete(found.order.id)
    }
  }

  async #campaigns(): Promise<readonly Campaign[]> {
    return (await this.#read.campaigns.all()).map(({ campaign }) => campaign)
  }

  async #place(give: (deed: Deed) => Promise<void>): Promise<void> {
    const campaign = (await this.#campaigns()).find(({ endsAt }) => endsAt > this.#now())
    if (!campaign) return
    const units = this.#chance.whole(1, 3)
    const quote = await this.#desk.ask('orders.quote', { campaignId: campaign.id, units })
    if (!quote.ok) return
    const supporter = aSupporter(`98${this.#chance.digits(8)}`)
    const { id: campaignId, productId } = campaign
    const input = { campaignId, productId, variantId: black, units, total: quote.value.total, supporter }
    await give({ name: 'orders.place', input })
  }

  async #approve(give: (deed: Deed) => Promise<void>): Promise<void> {
    const due = (await this.#campaigns()).find(({ endsAt, settlement }) => endsAt < this.#now() && settlement === null)
    if (!due) return
    const preview = await this.#desk.ask('settlement.preview', { id: due.id })
    if (!preview.ok) return
    const { outcome, newlyOwed } = preview.value
    await give({ name: 'settlement.approve', input: { id: due.id, outcome, newlyOwed, password } })
  }

  /** Now and then someone pays for an order that lapsed: late money, which is owed back. */
  async #order(kind: Kind): Promise<{ readonly order: Order; readonly refund: null } | null> {
    const late: OrderState = this.#chance.is(0.1) ? 'lapsed' : 'awaiting payment'
    const state = kind === 'pay' ? late : this.#chance.is(0.3) ? 'awaiting payment' : 'paid'
    const open = { ...everyOrder, descending: true, limit: 12 }
    const rows = await this.#read.orders.page({ ...open, states: [state] }, this.#now())
    return rows.length === 0 ? null : { order: this.#chance.pick(rows), refund: null }
  }

  async #refund(state: RefundState): Promise<{ readonly order: Order; readonly refund: Refund } | null> {
    const page = { ...everyRefund, states: [state], limit: 12 }
    const { rows } = await this.#read.refunds.page(page, this.#now())
    if (rows.length === 0) return null
    const { order, refundIndex } = this.#chance.pick(rows)
    const refund = order.refunds[refundIndex]
    return refund === undefined ? null : { order, refund }
  }

  #orderDeed(kind: Kind, order: Order): Deed {
    const left = order.units - order.cancellations.reduce((sum, { units }) => sum + units, 0)
    if (kind === 'cancel') {
      const units = this.#chance.whole(1, Math.max(left, 1))
      return { name: 'orders.cancel', input: { id: order.id, units, reason: 'Changed their mind', note: '' } }
    }
    const reference = `upi-${this.#chance.uuid()}`
    const each = Math.floor(order.total / order.units)
    const amount = each * left + Math.min(left, order.total - each * order.units)
    const payment = { mode: 'UPI', reference, amount, paidAt: this.#now() } as const
    return { name: 'orders.recordPayment', input: { id: order.id, ...payment } satisfies Partial<Payment> }
  }

  #refundDeed(kind: Kind, { order, refund }: { readonly order: Order; readonly refund: Refund }): Deed {
    const which = { orderId: order.id, refundId: refund.id }
    const number = this.#chance.digits(9)
    if (kind === 'send')
      return { name: 'refunds.send', input: { ...which, reference: `out-${number}` }, paysOut: refund }
    if (kind === 'settle') return { name: 'refunds.settle', input: { ...which, bankReference: `bank-${number}` } }
    if (kind === 'fail') return { name: 'refunds.fail', input: { ...which, reason: 'The account is closed.' } }
    return { name: 'refunds.retry', input: which }
  }
}

type Payment = { readonly [Field in keyof ParsedInput<'orders.recordPayment'>]: unknown }
