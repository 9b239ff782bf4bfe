import { isDeepStrictEqual } from 'node:util'
import { addTally, emptyTally, type Tally } from '../../shared/campaigns/tally'
import type { CampaignId } from '../../shared/ids'
import { minor, type Minor } from '../../shared/money'
import { contributionOf } from '../../shared/orders/contribution'
import type { Order } from '../../shared/orders/order'
import { amountLeft, inTimePayment } from '../../shared/orders/orderState'
import { balances } from '../../shared/refunds/balances'
import type { Instant } from '../../shared/time'
import type { CampaignWithTally, Reads } from '../store/store'

/** A campaign's money, added up from its orders and not from its tally. */
export interface MoneyOf {
  readonly captured: Minor
  readonly kept: Minor
  readonly owed: Minor
  readonly refunded: Minor
}

export interface Verified extends MoneyOf {
  /** Sentences, each an invariant that does not hold. */
  readonly violations: readonly string[]
}

const slice = 500

/** Every order of the campaign, in the order of their numbers. */
async function ordersOf(read: Reads, campaignId: CampaignId, at: Instant): Promise<readonly Order[]> {
  const orders: Order[] = []
  const everything = {
    text: '',
    states: [],
    campaignId,
    mode: null,
    placedFrom: null,
    placedTo: null,
    toShip: false,
    overdue: false,
  }
  for (;;) {
    const page = { ...everything, sort: 'sequence', descending: false, offset: orders.length, limit: slice } as const
    const { rows } = await read.orders.page(page, at)
    orders.push(...rows)
    if (rows.length < slice) return orders
  }
}

/** Recomputes a settled campaign from its orders and says what does not hold. */
export async function verifyCampaign(
  read: Reads,
  { campaign, tally }: CampaignWithTally,
  at: Instant,
): Promise<Verified> {
  const violations: string[] = []
  const hold = (holds: boolean, otherwise: string): void => {
    if (!holds) violations.push(otherwise)
  }
  const sums = { captured: 0, kept: 0, owed: 0, refunded: 0 }
  let recomputed: Tally = emptyTally
  let inTime = 0
  for (const order of await ordersOf(read, campaign.id, at)) {
    recomputed = addTally(recomputed, contributionOf(order, campaign.zone))
    const counted = inTimePayment(order)
    for (const { paymentId, paid, owed, sent, settled, failed, remaining } of balances(order)) {
      sums.captured += paid
      sums.owed += owed + sent + failed
      sums.refunded += settled
      const late = paymentId !== counted?.id
      if (late) hold(remaining === 0, `${order.number}: late money is owed back in full`)
      else if (campaign.fundedAt !== null)
        hold(remaining === amountLeft(order), `${order.number}: nobody asked for this refund`)
      else hold(remaining === 0 && order.voidedAt !== null, `${order.number}: a failed campaign owes everything back`)
    }
    if (counted === null) continue
    inTime += amountLeft(order)
    hold(
      counted.paidAt <= order.payBy && counted.paidAt <= campaign.endsAt,
      `${order.number}: only money in time counts`,
    )
    if (order.voidedAt === null) sums.kept += amountLeft(order)
    else hold(order.shipment === null, `${order.number}: shipped although its campaign failed`)
  }
  hold(isDeepStrictEqual(recomputed, tally), 'the tally is the sum of its orders')
  hold(tally.net.amount === inTime, 'the bar is what was paid in time and not cancelled')
  hold(Boolean(campaign.settlement?.statement), 'the campaign is settled')
  hold((campaign.settlement?.outcome === 'succeeded') === (campaign.fundedAt !== null), 'funded is what succeeds')
  hold(sums.captured === sums.kept + sums.owed + sums.refunded, 'captured = kept + owed + refunded')
  return {
    captured: minor(sums.captured),
    kept: minor(sums.kept),
    owed: minor(sums.owed),
    refunded: minor(sums.refunded),
    violations,
  }
}
