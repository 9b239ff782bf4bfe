import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { campaignState } from '../../../shared/campaigns/campaignState'
import { addTally, emptyTally, type Tally } from '../../../shared/campaigns/tally'
import { id, type OrderId, type PaymentId, type RefundId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order } from '../../../shared/orders/order'
import { voidOrder } from '../../../shared/orders/voidOrder'
import type { Product } from '../../../shared/products/product'
import { approveSettlement } from '../../../shared/settlement/approve'
import { outcomeOf } from '../../../shared/settlement/decide'
import { previewSettlement } from '../../../shared/settlement/preview'
import { noteBatch } from '../../../shared/settlement/run'
import { closeSettlement } from '../../../shared/settlement/statement'
import { later, type Instant } from '../../../shared/time'
import { aCampaign, aCount, aProduct, aTally, afterEnd, anActor, endsAt, india, midway, staffId } from '../builders'
import {
  aCancellation,
  aPaidOrder,
  aPayment,
  aRefund,
  aShipment,
  anEvent,
  anOrder,
  payBy,
  unitPrice,
} from '../orderBuilders'

const by = anActor()

const tallyOf = (orders: readonly Order[]): Tally =>
  orders.map((order) => contributionOf(order, india)).reduce(addTally, emptyTally)

const preview = (campaign: Campaign, tally: Tally, at: Instant) =>
  previewSettlement({ campaign, tally, state: campaignState(campaign, at), productName: 'Tripod' }, at)

interface Settling {
  readonly campaign?: Campaign
  readonly tally?: Tally
  readonly product?: Product
  readonly outcome?: 'succeeded' | 'failed'
  readonly newlyOwed?: number
  readonly at?: Instant
}

const approve = ({
  campaign = aCampaign(),
  tally = emptyTally,
  product = aProduct(),
  outcome = 'failed',
  newlyOwed = 0,
  at = afterEnd,
}: Settling) => approveSettlement(campaign, tally, product, { outcome, newlyOwed }, by, at)

function approved(facts: Settling) {
  const done = approve(facts)
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

const calledOff = { at: midway, by: staffId, byName: 'Meera Iyer', reason: 'No parts' }

/** One of everything: paid by card in part cancelled and sent back, paid by UPI whole, lapsed with late money, cancelled whole. */
const someOrders: readonly Order[] = [
  aPaidOrder({
    sequence: 1,
    units: 3,
    total: minor(1000),
    mode: 'card',
    cancellations: [aCancellation({ owed: minor(333) })],
    refunds: [aRefund({ amount: minor(333), events: [anEvent('sent')] })],
  }),
  aPaidOrder({ sequence: 2, units: 2, total: minor(501) }),
  anOrder({
    sequence: 3,
    total: minor(100),
    lapsedAt: payBy,
    payments: [
      aPayment({ id: id<PaymentId>('o0000000003-p1'), amount: minor(7), units: 0, late: 'after the payment window' }),
    ],
    refunds: [
      aRefund({
        id: id<RefundId>('o0000000003-r1'),
        paymentId: id<PaymentId>('o0000000003-p1'),
        amount: minor(7),
        cause: 'late money',
        events: [anEvent('sent'), anEvent('settled')],
      }),
    ],
  }),
  anOrder({ sequence: 4, cancellations: [aCancellation()] }),
]

describe('the outcome', () => {
  test('once funded it has succeeded, although later cancellations took the bar below 100 %', () => {
    const tally = aTally({ net: aCount({ units: 3 }) })
    expect(outcomeOf(aCampaign({ fundedAt: midway }), tally)).toEqual({ outcome: 'succeeded', reason: 'target met' })
  })

  test('short of its target it has failed', () => {
    const tally = aTally({ net: aCount({ units: 199 }) })
    expect(outcomeOf(aCampaign(), tally)).toEqual({ outcome: 'failed', reason: 'target missed' })
  })

  test('called off it has failed for that reason', () => {
    const tally = aTally({ net: aCount({ units: 200 }) })
    expect(outcomeOf(aCampaign({ calledOff }), tally)).toEqual({ outcome: 'failed', reason: 'called off' })
  })

  test('numbers that disagree decide nothing', () => {
    expect(() => outcomeOf(aCampaign(), aTally({ net: aCount({ units: 200 }) }))).toThrow('funding date')
  })
})

describe('the preview', () => {
  test('says what a failure would owe, beside what is owed and on its way already', () => {
    const tally = tallyOf(someOrders)
    expect(preview(aCampaign(), tally, afterEnd)).toMatchObject({
      outcome: 'failed',
      reason: 'target missed',
      ordersToVoid: 2,
      newlyOwed: 667 + 501,
      lines: [
        { mode: 'UPI', payments: 2, captured: 508, kept: 0, owed: 501, refunded: 7 },
        { mode: 'card', payments: 1, captured: 1000, kept: 0, owed: 1000, refunded: 0 },
      ],
      total: { payments: 3, captured: 1508, kept: 0, owed: 1501, refunded: 7 },
      blockedBy: [],
    })
  })

  test('says what a success keeps', () => {
    expect(preview(aCampaign({ fundedAt: midway }), tallyOf(someOrders), afterEnd)).toMatchObject({
      outcome: 'succeeded',
      ordersToVoid: 0,
      newlyOwed: 0,
      total: { captured: 1508, kept: 1168, owed: 333, refunded: 7 },
    })
  })

  test('a refund that failed is owed still', () => {
    const refunds = [aRefund({ amount: minor(10), events: [anEvent('sent'), anEvent('failed')] })]
    const order = aPaidOrder({ units: 2, total: minor(20), cancellations: [aCancellation()], refunds })
    expect(preview(aCampaign({ fundedAt: midway }), tallyOf([order]), afterEnd).total).toEqual({
      payments: 1,
      captured: 20,
      kept: 10,
      owed: 10,
      refunded: 0,
    })
  })

  test('a campaign without any order comes to nothing', () => {
    expect(preview(aCampaign(), emptyTally, afterEnd)).toMatchObject({
      outcome: 'failed',
      ordersToVoid: 0,
      newlyOwed: 0,
      lines: [],
      total: { payments: 0, captured: 0, kept: 0, owed: 0, refunded: 0 },
    })
  })

  test('at exactly endsAt the campaign still runs, a millisecond later nothing stands in the way', () => {
    expect(preview(aCampaign(), emptyTally, endsAt).blockedBy).toEqual([
      'This campaign runs until 19 April 2018, 23:59:59 (Asia/Kolkata).',
    ])
    expect(preview(aCampaign(), emptyTally, later(endsAt, 1)).blockedBy).toEqual([])
    expect(preview(aCampaign({ calledOff }), emptyTally, midway).blockedBy).toEqual([])
  })
})

describe('the approval', () => {
  test('decides once, by a person, from the facts of the preview', () => {
    const tally = tallyOf(someOrders)
    const { campaign, product } = approved({ tally, newlyOwed: 1168 })
    expect(campaign.settlement).toEqual({
      outcome: 'failed',
      reason: 'target missed',
      decidedAt: afterEnd,
      approvedBy: staffId,
      approvedByName: 'Meera Iyer',
      ordersToVoid: 2,
      ordersVoided: 0,
      batches: 0,
      lastOrderId: null,
      statement: null,
    })
    expect(product.offMarketAt).toBe(afterEnd)
    expect(approve({ campaign, tally, newlyOwed: 1168 })).toMatchObject({ refusal: { code: 'settlement-blocked' } })
  })

  test('is refused before the end', () => {
    expect(approve({ at: endsAt })).toMatchObject({ refusal: { code: 'settlement-blocked' } })
    expect(approve({ campaign: aCampaign({ launchedAt: null }) })).toMatchObject({
      refusal: { code: 'settlement-blocked' },
    })
  })

  test.each([{ newlyOwed: 1167 }, { newlyOwed: 1169 }, { newlyOwed: 0, outcome: 'succeeded' as const }])(
    'is refused where the facts have moved since the preview: %j',
    (seen) => {
      expect(approve({ tally: tallyOf(someOrders), ...seen })).toMatchObject({ refusal: { code: 'settlement-moved' } })
    },
  )

  test('a success leaves the product on the market', () => {
    const { campaign, product } = approved({ campaign: aCampaign({ fundedAt: midway }), outcome: 'succeeded' })
    expect(campaign.settlement).toMatchObject({ outcome: 'succeeded', ordersToVoid: 0 })
    expect(product).toEqual(aProduct())
  })

  test('a failed relaunch does not undo that the product is fit for sale', () => {
    const product = aProduct({ fitForSaleAt: midway })
    expect(approved({ product }).product).toEqual(product)
  })
})

/** Runs a failed settlement to its end, two orders a batch. */
function run(orders: readonly Order[], facts: Settling = {}) {
  let tally = tallyOf(orders)
  const paid = orders.filter((order) => contributionOf(order, india).toShip.orders > 0)
  let { campaign } = approved({ tally, newlyOwed: tally.net.amount, ...facts })
  let current = orders
  for (let from = 0; from < paid.length; from += 2) {
    const voided = paid.slice(from, from + 2).map((order) => {
      const done = voidOrder(order, afterEnd)
      if (!done.ok) throw new Error(done.refusal.message)
      return done.value
    })
    const noted = noteBatch(campaign, voided, afterEnd)
    if (!noted.ok) throw new Error(noted.refusal.message)
    campaign = noted.value
    current = current.map((order) => voided.find((other) => other.id === order.id) ?? order)
    tally = tallyOf(current)
  }
  return { campaign, tally, orders: current }
}

describe('the run', () => {
  test('owes only the rest while refunds of cancellations are in flight', () => {
    const { orders, campaign } = run(someOrders)
    expect(campaign.settlement).toMatchObject({ ordersVoided: 2, batches: 1, lastOrderId: 'o0000000002' })
    expect(orders[0]?.refunds.map(({ amount, cause }) => [amount, cause])).toEqual([
      [333, 'cancelled'],
      [667, 'campaign failed'],
    ])
    expect(orders[2]).toBe(someOrders[2])
  })

  test('notes no order twice and none out of order', () => {
    const { campaign } = approved({ tally: tallyOf(someOrders), newlyOwed: 1168 })
    const [first, second] = someOrders.map((order) => ({ ...order, voidedAt: afterEnd }))
    if (first === undefined || second === undefined) throw new Error('two orders')
    expect(() => noteBatch(campaign, [second, first], afterEnd)).toThrow('in order')
    expect(() => noteBatch(campaign, [first, first], afterEnd)).toThrow('once')
    expect(() => noteBatch(campaign, [{ ...first, voidedAt: null }], afterEnd)).toThrow('voided now')
  })

  test('voids no more than was decided', () => {
    const { campaign } = run(someOrders)
    const more = { ...anOrder({ sequence: 9 }), id: id<OrderId>('o0000000009'), voidedAt: afterEnd }
    expect(() => noteBatch(campaign, [more], afterEnd)).toThrow('no more orders than were decided')
  })

  test('an empty batch changes nothing, and there is nothing to run for a success', () => {
    const { campaign } = run(someOrders)
    expect(noteBatch(campaign, [], afterEnd)).toEqual({ ok: true, value: campaign })
    const success = approved({ campaign: aCampaign({ fundedAt: midway }), outcome: 'succeeded' }).campaign
    expect(noteBatch(success, [], afterEnd)).toMatchObject({ refusal: { code: 'nothing-to-run' } })
  })
})

describe('the statement', () => {
  test('of a failure: captured = owed + refunded, nothing kept, to the paisa', () => {
    const { campaign, tally } = run(someOrders)
    const closed = closeSettlement(campaign, tally, later(afterEnd, 5))
    expect(closed).toMatchObject({
      value: {
        settlement: {
          statement: {
            closedAt: later(afterEnd, 5),
            total: { payments: 3, captured: 1508, kept: 0, owed: 1501, refunded: 7 },
            ordersPaid: 2,
            ordersVoided: 2,
            unitsNet: 4,
            amountNet: 1168,
          },
        },
      },
    })
    expect(preview(aCampaign(), tallyOf(someOrders), afterEnd).lines).toEqual(
      closed.ok && closed.value.settlement?.statement?.lines,
    )
  })

  test('of a success: what was cancelled is owed, the rest is kept', () => {
    const orders = [...someOrders, aPaidOrder({ sequence: 5, mode: 'EMI', shipment: aShipment() })]
    const { campaign } = approved({
      campaign: aCampaign({ fundedAt: midway }),
      tally: tallyOf(orders),
      outcome: 'succeeded',
    })
    expect(closeSettlement(campaign, tallyOf(orders), afterEnd)).toMatchObject({
      value: { settlement: { statement: { total: { kept: 1168 + unitPrice, owed: 333, refunded: 7 } } } },
    })
  })

  test('of a campaign without any order is empty', () => {
    const { campaign } = approved({})
    expect(closeSettlement(campaign, emptyTally, afterEnd)).toMatchObject({
      value: { settlement: { statement: { lines: [], ordersPaid: 0, total: { captured: 0 } } } },
    })
  })

  test('waits for the run, and is made once', () => {
    const tally = tallyOf(someOrders)
    expect(closeSettlement(aCampaign(), tally, afterEnd)).toMatchObject({ refusal: { code: 'not-decided' } })
    const undone = approved({ tally, newlyOwed: 1168 }).campaign
    expect(closeSettlement(undone, tally, afterEnd)).toMatchObject({ refusal: { code: 'run-not-through' } })
    const done = run(someOrders)
    const closed = closeSettlement(done.campaign, done.tally, afterEnd)
    if (!closed.ok) throw new Error('closed')
    expect(closeSettlement(closed.value, done.tally, afterEnd)).toMatchObject({ refusal: { code: 'already-settled' } })
    expect(campaignState(closed.value, afterEnd)).toBe('failed')
  })

  test('refuses to close on money that is a paisa off what the orders say', () => {
    const { campaign } = approved({ campaign: aCampaign({ fundedAt: midway }), outcome: 'succeeded' })
    const tally = tallyOf(someOrders)
    const off = { ...tally, net: { ...tally.net, amount: minor(tally.net.amount + 1) } }
    expect(() => closeSettlement(campaign, off, afterEnd)).toThrow('price of the units kept')
  })

  test('keeps nothing of a campaign that was called off, and gives back what was paid before it', () => {
    const { campaign, tally } = run(someOrders, { campaign: aCampaign({ calledOff }), at: afterEnd })
    expect(closeSettlement(campaign, tally, afterEnd)).toMatchObject({
      value: { settlement: { reason: 'called off', statement: { total: { kept: 0 } } } },
    })
  })
})
