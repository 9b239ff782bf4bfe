import type { Campaign } from '../../../shared/campaigns/campaign'
import { campaignState } from '../../../shared/campaigns/campaignState'
import { callOff } from '../../../shared/campaigns/callOff'
import type { PaymentMode } from '../../../shared/campaigns/paymentMode'
import { addTally, emptyTally, subtractTally, type Tally } from '../../../shared/campaigns/tally'
import { minor } from '../../../shared/money'
import { cancelOrder } from '../../../shared/orders/cancelOrder'
import { contributionOf } from '../../../shared/orders/contribution'
import { deliverOrder } from '../../../shared/orders/deliverOrder'
import { lapseOrder } from '../../../shared/orders/lapseOrder'
import type { Order } from '../../../shared/orders/order'
import { orderState, unitsLeft } from '../../../shared/orders/orderState'
import { placeOrder } from '../../../shared/orders/placeOrder'
import { quoteOrder } from '../../../shared/orders/quoteOrder'
import { recordPayment } from '../../../shared/orders/recordPayment'
import { shipOrder } from '../../../shared/orders/shipOrder'
import { undoCancellation } from '../../../shared/orders/undoCancellation'
import { voidOrder } from '../../../shared/orders/voidOrder'
import type { Product } from '../../../shared/products/product'
import { failRefund } from '../../../shared/refunds/failRefund'
import { releaseRefund } from '../../../shared/refunds/releaseRefund'
import { retryRefund } from '../../../shared/refunds/retryRefund'
import { sendRefund } from '../../../shared/refunds/sendRefund'
import { settleRefund } from '../../../shared/refunds/settleRefund'
import type { RefundAction } from '../../../shared/refunds/transitions'
import type { Result } from '../../../shared/result'
import { approveSettlement } from '../../../shared/settlement/approve'
import { previewSettlement } from '../../../shared/settlement/preview'
import { noteBatch } from '../../../shared/settlement/run'
import { closeSettlement } from '../../../shared/settlement/statement'
import { instant, type Instant } from '../../../shared/time'
import { aProduct, anActor, blackId, whiteId } from '../builders'
import { aSupporter } from '../orderBuilders'

const by = anActor()

export type Command =
  | { readonly kind: 'clock'; readonly by: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'place'; readonly phone: number; readonly units: number; readonly white: boolean }
  | {
      readonly kind: 'pay'
      readonly order: number
      readonly mode: PaymentMode
      /** Where in the order's time the confirmation lies: how long before now, or exactly at a boundary. */
      readonly confirmed: number | 'payBy' | 'after payBy' | 'placed'
      readonly amount: 'what is left' | 'the whole' | 'something else'
      /** A gateway's second notice of the same payment. */
      readonly repeated: boolean
    }
  | { readonly kind: 'cancel'; readonly order: number; readonly units: number }
  | { readonly kind: 'undo'; readonly order: number }
  | { readonly kind: 'ship' | 'deliver'; readonly order: number }
  | { readonly kind: 'refund'; readonly refund: number; readonly action: RefundAction }
  | { readonly kind: 'call off' }
  | { readonly kind: 'approve' }
  | { readonly kind: 'batch'; readonly size: number }
  | { readonly kind: 'close' }

/** One campaign with its orders, run by the rules as the handlers run them, without any store. Answers show what a command did. */
export class CampaignInMemory {
  campaign: Campaign
  product: Product = aProduct()
  tally: Tally = emptyTally
  orders: readonly Order[] = []
  at: Instant
  #payments = 0

  constructor(campaign: Campaign) {
    this.campaign = campaign
    this.at = campaign.startsAt
  }

  /** Whether the command was accepted. A refused one leaves everything as it was. */
  do(command: Command): boolean {
    switch (command.kind) {
      case 'clock':
        this.at = instant(Math.max(this.campaign.startsAt, this.at + command.by))
        return true
      case 'end':
        this.at = instant(Math.max(this.at, this.campaign.endsAt + 1))
        return true
      case 'place':
        return this.#place(command)
      case 'pay':
        return this.#pay(command)
      case 'cancel':
      case 'ship':
      case 'deliver':
        return this.#order(command)
      case 'undo':
        return this.#undo(command.order)
      case 'refund':
        return this.#refund(command)
      case 'call off':
        return this.#keep(callOff(this.campaign, 'Parts are not to be had', by, this.at))
      case 'approve':
        return this.#approve()
      case 'batch':
        return this.#batch(command.size)
      case 'close':
        return this.#keep(closeSettlement(this.campaign, this.tally, this.at))
    }
  }

  held(phone: string): number {
    const holding = new Set(['awaiting payment', 'paid', 'shipped', 'delivered'])
    return this.orders
      .filter((order) => order.supporter.phone === phone && holding.has(orderState(order, this.at)))
      .reduce((sum, order) => sum + unitsLeft(order), 0)
  }

  #put(order: Order): void {
    const before = this.orders.find(({ id }) => id === order.id)
    if (before !== undefined) this.tally = subtractTally(this.tally, contributionOf(before, this.campaign.zone))
    this.tally = addTally(this.tally, contributionOf(order, this.campaign.zone))
    this.orders =
      before === undefined ? [...this.orders, order] : this.orders.map((other) => (other === before ? order : other))
  }

  #keep(done: Result<Campaign>): boolean {
    if (done.ok) this.campaign = done.value
    return done.ok
  }

  /** The sweep that goes before every command on the campaign's orders. */
  #lapseDue(): void {
    for (const order of this.orders) {
      if (orderState(order, this.at) !== 'lapsed' || order.lapsedAt !== null) continue
      const lapsed = lapseOrder(order, this.at)
      if (!lapsed.ok) throw new Error(lapsed.refusal.message)
      this.#put(lapsed.value)
    }
  }

  #place({ phone, units, white }: Extract<Command, { kind: 'place' }>): boolean {
    this.#lapseDue()
    const supporter = aSupporter({ phone: `+91984501234${String(phone)}` })
    const quote = quoteOrder(this.campaign, units, this.at)
    if (!quote.ok) return false
    const placed = placeOrder(
      {
        campaign: this.campaign,
        tally: this.tally,
        product: this.product,
        heldBySupporter: this.held(supporter.phone),
        sequence: this.orders.length + 1,
        ask: {
          campaignId: this.campaign.id,
          productId: this.product.id,
          variantId: white ? whiteId : blackId,
          units,
          total: quote.value.total,
          supporter,
        },
      },
      by,
      this.at,
    )
    if (placed.ok) this.#put(placed.value)
    return placed.ok
  }

  #pay({ order: index, mode, confirmed, amount, repeated }: Extract<Command, { kind: 'pay' }>): boolean {
    this.#lapseDue()
    const order = nth(this.orders, index)
    if (order === undefined) return false
    const left = order.total / order.units
    const amounts = { 'what is left': left * unitsLeft(order), 'the whole': order.total, 'something else': 77 }
    const instants = { payBy: order.payBy, 'after payBy': order.payBy + 1, placed: order.placedAt }
    const paidAt = instant(typeof confirmed === 'number' ? this.at - confirmed : instants[confirmed])
    this.#payments += 1
    const reference = repeated ? order.payments.at(-1)?.reference : undefined
    const done = recordPayment(
      {
        order,
        campaign: this.campaign,
        tally: this.tally,
        product: this.product,
        heldBySupporter: this.held(order.supporter.phone),
      },
      { mode, reference: reference ?? `pay_${String(this.#payments)}`, amount: minor(amounts[amount]), paidAt },
      by,
      this.at,
    )
    if (!done.ok) return false
    this.#put(done.value.order)
    this.campaign = done.value.campaign
    this.product = done.value.product
    return true
  }

  #order(command: Extract<Command, { kind: 'cancel' | 'ship' | 'deliver' }>): boolean {
    this.#lapseDue()
    const order = nth(this.orders, command.order)
    return order !== undefined && this.#keepOrder(this.#decide(order, command))
  }

  #decide(order: Order, command: Extract<Command, { kind: 'cancel' | 'ship' | 'deliver' }>): Result<Order> {
    const { campaign, at } = this
    switch (command.kind) {
      case 'cancel':
        return cancelOrder(
          order,
          campaign,
          { units: command.units, reason: 'Changed their mind', note: '', undoMinutes: 10 },
          by,
          at,
        )
      case 'ship':
        return shipOrder(order, campaign, { carrier: 'Blue Dart', trackingNumber: 'BD1' }, by, at)
      case 'deliver':
        return deliverOrder(order, by, at)
    }
  }

  #undo(index: number): boolean {
    this.#lapseDue()
    const order = nth(this.orders, index)
    const last = order?.cancellations.findLast(({ undone }) => undone === null)
    if (order === undefined || last === undefined) return false
    const { campaign, tally, product, at } = this
    const heldBySupporter = this.held(order.supporter.phone)
    const done = undoCancellation({ order, campaign, tally, product, heldBySupporter }, last.id, by, at)
    if (!done.ok) return false
    this.#put(done.value.order)
    this.campaign = done.value.campaign
    this.product = done.value.product
    return true
  }

  #refund({ refund: index, action }: Extract<Command, { kind: 'refund' }>): boolean {
    const { at } = this
    const all = this.orders.flatMap((order) => order.refunds.map((refund) => ({ order, refundId: refund.id })))
    const one = nth(all, index)
    if (one === undefined) return false
    const { order, refundId } = one
    const moves: Record<RefundAction, () => Result<Order>> = {
      send: () => sendRefund(order, refundId, { reference: 'rfnd_1' }, by, at),
      settle: () => settleRefund(order, refundId, { bankReference: 'RRN 1' }, by, at),
      fail: () => failRefund(order, refundId, { reason: 'Account closed' }, by, at),
      retry: () => retryRefund(order, refundId, {}, by, at),
      release: () => releaseRefund(order, refundId, by, at),
    }
    return this.#keepOrder(moves[action]())
  }

  #keepOrder(done: Result<Order>): boolean {
    if (done.ok) this.#put(done.value)
    return done.ok
  }

  #approve(): boolean {
    if (this.campaign.launchedAt === null) return false
    const view = {
      campaign: this.campaign,
      tally: this.tally,
      state: campaignState(this.campaign, this.at),
      productName: '',
    }
    const { outcome, newlyOwed } = previewSettlement(view, this.at)
    const done = approveSettlement(this.campaign, this.tally, this.product, { outcome, newlyOwed }, by, this.at)
    if (!done.ok) return false
    this.campaign = done.value.campaign
    this.product = done.value.product
    return true
  }

  #batch(size: number): boolean {
    const after = this.campaign.settlement?.lastOrderId ?? ''
    const due = this.orders.filter((order) => order.id > after && orderState(order, this.at) === 'paid').slice(0, size)
    if (this.campaign.settlement?.outcome !== 'failed') return false
    const voided = due.map((order) => {
      const done = voidOrder(order, this.at)
      if (!done.ok) throw new Error(done.refusal.message)
      return done.value
    })
    const noted = noteBatch(this.campaign, voided, this.at)
    if (!noted.ok) return false
    for (const order of voided) this.#put(order)
    this.campaign = noted.value
    return true
  }
}

const nth = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)]
