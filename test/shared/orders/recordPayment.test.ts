import { describe, expect, test } from 'vitest'
import type { Campaign, Settlement } from '../../../shared/campaigns/campaign'
import { minor } from '../../../shared/money'
import type { Product } from '../../../shared/products/product'
import { cancelOrder } from '../../../shared/orders/cancelOrder'
import type { Order } from '../../../shared/orders/order'
import { inTimePayment, orderState } from '../../../shared/orders/orderState'
import { recordPayment, type RecordPaymentAsk } from '../../../shared/orders/recordPayment'
import { later, minute, type Instant } from '../../../shared/time'
import { aCampaign, aCount, aProduct, aTally, anActor, endsAt, midway, staffId } from '../builders'
import { aCancellation, aPaidOrder, aPayment, anOrder, payBy, placedAt, unitPrice } from '../orderBuilders'

const by = anActor()
const now = later(payBy, 60 * minute)

const settlement: Settlement = {
  outcome: 'failed',
  reason: 'target missed',
  decidedAt: now,
  approvedBy: staffId,
  approvedByName: 'Meera Iyer',
  ordersToVoid: 0,
  ordersVoided: 0,
  batches: 0,
  lastOrderId: null,
  statement: null,
}

interface Case extends Partial<RecordPaymentAsk> {
  readonly product?: Product
  readonly order?: Order
  readonly campaign?: Campaign
  readonly tally?: ReturnType<typeof aTally>
  readonly held?: number
  readonly at?: Instant
}

function record({
  order = anOrder(),
  campaign = aCampaign(),
  tally = aTally(),
  held = 0,
  at = now,
  product = aProduct(),
  ...ask
}: Case) {
  return recordPayment(
    { order, campaign, tally, product, heldBySupporter: held },
    { mode: 'UPI', reference: 'pay_new', amount: order.total, paidAt: placedAt, ...ask },
    by,
    at,
  )
}

function recorded(facts: Case) {
  const done = record(facts)
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

const lateReason = (facts: Case) => recorded(facts).order.payments.at(-1)?.late

const refusal = (facts: Case) => {
  const done = record(facts)
  return done.ok ? null : done.refusal
}

describe('what counts', () => {
  test('a payment confirmed at exactly payBy counts, a millisecond later it is late', () => {
    expect(lateReason({ paidAt: payBy })).toBeNull()
    expect(lateReason({ paidAt: later(payBy, 1) })).toBe('after the payment window')
  })

  test('a payment confirmed at exactly endsAt counts, a millisecond later it came after the end', () => {
    const order = anOrder({ payBy: endsAt })
    const at = later(endsAt, minute)
    expect(lateReason({ order, paidAt: endsAt, at })).toBeNull()
    expect(lateReason({ order, paidAt: later(endsAt, 1), at })).toBe('after the end')
  })

  test('a payment confirmed in time counts although it is told of after the lapse', () => {
    const { order } = recorded({ order: anOrder({ lapsedAt: payBy }), paidAt: payBy })
    expect(orderState(order, now)).toBe('paid')
    expect(order.refunds).toEqual([])
  })

  test('a payment confirmed in time counts although it is told of after the end, until the settlement is decided', () => {
    const at = later(endsAt, minute)
    expect(lateReason({ paidAt: payBy, at })).toBeNull()
    expect(lateReason({ paidAt: payBy, at, campaign: aCampaign({ settlement }) })).toBe('after the end')
  })

  test('a campaign called off still counts what was confirmed until that instant', () => {
    const calledOff = { at: later(placedAt, minute), by: staffId, byName: 'Meera Iyer', reason: 'No parts' }
    const campaign = aCampaign({ calledOff })
    expect(lateReason({ campaign, paidAt: calledOff.at })).toBeNull()
    expect(lateReason({ campaign, paidAt: later(calledOff.at, 1) })).toBe('after the end')
  })

  test('money for units that others took after the lapse is late: the cap holds', () => {
    const order = anOrder({ units: 2, lapsedAt: payBy })
    const campaign = aCampaign({ cap: 10 })
    const taken = (units: number) => aTally({ net: aCount({ units: units - 1 }), awaiting: aCount({ units: 1 }) })
    expect(lateReason({ order, campaign, tally: taken(8) })).toBeNull()
    expect(lateReason({ order, campaign, tally: taken(9) })).toBe('after its units were given away')
  })

  test('money for units beyond what the supporter has ordered since the lapse is late: the limit holds', () => {
    const order = anOrder({ units: 2, lapsedAt: payBy })
    const campaign = aCampaign({ perSupporterLimit: 3 })
    expect(lateReason({ order, campaign, held: 1 })).toBeNull()
    expect(lateReason({ order, campaign, held: 2 })).toBe('after its units were given away')
  })

  test('an order that still awaits payment holds its own units, so a full campaign takes its money', () => {
    const order = anOrder({ units: 2 })
    const campaign = aCampaign({ cap: 10, perSupporterLimit: 2 })
    const tally = aTally({ awaiting: aCount({ units: 2 }), net: aCount({ units: 8 }) })
    expect(lateReason({ order, campaign, tally, held: 2, at: payBy })).toBeNull()
  })
})

describe('the exact price', () => {
  test.each([-1, 1])('money in time that is %i paisa off the price is refused at the amount', (off) => {
    expect(refusal({ amount: minor(unitPrice + off) })).toMatchObject({ code: 'amount-not-the-price', field: 'amount' })
  })

  test('after a partial cancellation the payment is the price of what is left', () => {
    const order = anOrder({ units: 3, total: minor(1000), cancellations: [aCancellation({ units: 1 })] })
    const at = later(placedAt, 20 * minute)
    const paidAt = later(placedAt, 15 * minute)
    expect(refusal({ order, amount: minor(1000), paidAt, at })).toMatchObject({ field: 'amount' })
    const { order: paid } = recorded({ order, amount: minor(667), paidAt, at })
    expect(inTimePayment(paid)).toMatchObject({ units: 2, amount: 667 })
    expect(paid.refunds).toEqual([])
  })

  test('units cancelled between the confirmation and its recording are owed back', () => {
    const order = anOrder({ units: 3, total: minor(1000), cancellations: [aCancellation({ units: 1 })] })
    const paidAt = later(placedAt, 5 * minute)
    const { order: paid } = recorded({ order, amount: minor(1000), paidAt })
    expect(inTimePayment(paid)?.units).toBe(3)
    expect(paid.refunds).toMatchObject([{ amount: 333, cause: 'cancelled', owedAt: now }])
  })

  test('an order with an offer of a hundred percent is paid with nothing', () => {
    const order = anOrder({ total: minor(0) })
    expect(lateReason({ order, amount: minor(0) })).toBeNull()
    expect(refusal({ order, amount: minor(0), paidAt: later(payBy, 1) })).toMatchObject({ code: 'amount-missing' })
  })
})

describe('late money dropped (complaint)', () => {
  test('charged after cancelling: the money is kept as late money and owed back in full (woocommerce-gateway-stripe #5703)', () => {
    const order = anOrder({ cancellations: [aCancellation()] })
    const { order: after } = recorded({ order, amount: minor(109_900) })
    expect(after.payments).toMatchObject([{ late: 'after a cancellation', units: 0 }])
    expect(after.refunds).toMatchObject([
      { amount: 109_900, cause: 'late money', paymentId: after.payments[0]?.id, key: 'refund-o0000000001-r1' },
    ])
    expect(orderState(after, now)).toBe('cancelled')
  })

  test('a second payment is owed back in full and changes nothing else, shipped or not', () => {
    const order = aPaidOrder()
    const { order: after, campaign } = recorded({ order, amount: minor(50) })
    expect(after.payments).toMatchObject([{ late: null }, { late: 'paid a second time', amount: 50 }])
    expect(after.refunds).toMatchObject([{ amount: 50, cause: 'late money', paymentId: 'o0000000001-p2' }])
    expect(campaign).toEqual(aCampaign())
  })

  test('late money may be any amount but none', () => {
    expect(lateReason({ paidAt: later(payBy, 1), amount: minor(1) })).toBe('after the payment window')
    expect(refusal({ paidAt: later(payBy, 1), amount: minor(0) })).toMatchObject({ field: 'amount' })
  })

  test('money for an order whose campaign failed is taken and owed back', () => {
    const order = aPaidOrder({ voidedAt: now })
    expect(recorded({ order, campaign: aCampaign({ settlement }) }).order.refunds).toHaveLength(1)
  })
})

describe('refunded twice (complaint)', () => {
  test("a gateway's second notice of the same payment owes nothing back", () => {
    const order = aPaidOrder()
    expect(refusal({ order, reference: aPayment().reference })).toMatchObject({
      code: 'payment-known',
      field: 'reference',
    })
    expect(lateReason({ order, reference: aPayment().reference, mode: 'card' })).toBe('paid a second time')
  })
})

describe('mistakes', () => {
  test('a confirmation in the future is refused', () => {
    expect(refusal({ paidAt: later(now, 1) })).toMatchObject({ code: 'paid-in-future', field: 'paidAt' })
    expect(refusal({ paidAt: payBy, at: payBy })).toBeNull()
  })

  test('a confirmation before the order was placed is refused', () => {
    expect(refusal({ paidAt: later(placedAt, -1) })).toMatchObject({ code: 'paid-before-placed', field: 'paidAt' })
  })

  test('an amount beyond what can be counted exactly is refused', () => {
    const tally = aTally({ paid: aCount({ amount: minor(Number.MAX_SAFE_INTEGER - 10) }) })
    expect(refusal({ tally, amount: minor(11), paidAt: later(payBy, 1) })).toMatchObject({ code: 'amount-too-large' })
    expect(refusal({ tally, amount: minor(10), paidAt: later(payBy, 1) })).toBeNull()
  })
})

describe('funded', () => {
  const nearly = aTally({ net: aCount({ orders: 100, units: 199, amount: minor(199 * unitPrice) }) })

  test('the payment that takes the bar to 100 % funds the campaign at its confirmation', () => {
    const { campaign, product } = recorded({ tally: nearly, paidAt: payBy })
    expect(campaign.fundedAt).toBe(payBy)
    expect(product.fitForSaleAt).toBe(payBy)
  })

  test('one unit short is not funded', () => {
    const tally = aTally({ net: aCount({ units: 198 }) })
    expect(recorded({ tally }).campaign.fundedAt).toBeNull()
  })

  test('an amount target counts the price paid', () => {
    const campaign = aCampaign({ target: { kind: 'amount', amount: minor(3 * unitPrice) } })
    const at = (amount: number) => aTally({ net: aCount({ amount: minor(amount) }) })
    expect(recorded({ campaign, tally: at(2 * unitPrice - 1) }).campaign.fundedAt).toBeNull()
    expect(recorded({ campaign, tally: at(2 * unitPrice) }).campaign.fundedAt).toBe(placedAt)
  })

  test('only the units that are left of an order move the bar', () => {
    const order = anOrder({ units: 2, cancellations: [aCancellation({ at: placedAt })] })
    const tally = aTally({ net: aCount({ units: 198 }) })
    expect(recorded({ order, tally, amount: unitPrice }).campaign.fundedAt).toBeNull()
  })

  test('the first funding date stays', () => {
    const campaign = aCampaign({ fundedAt: midway })
    expect(recorded({ campaign, tally: nearly, paidAt: payBy }).campaign.fundedAt).toBe(midway)
  })

  test('a product that was fit for sale before keeps its date when a relaunch is funded', () => {
    const product = aProduct({ fitForSaleAt: midway })
    expect(recorded({ tally: nearly, paidAt: payBy, product })).toMatchObject({
      campaign: { fundedAt: payBy },
      product: { fitForSaleAt: midway },
    })
  })

  test('late money never funds', () => {
    expect(recorded({ tally: nearly, paidAt: later(payBy, 1) }).campaign.fundedAt).toBeNull()
  })

  test('a campaign that was called off is not funded by what is told of afterwards', () => {
    const calledOff = { at: payBy, by: staffId, byName: 'Meera Iyer', reason: 'No parts' }
    expect(recorded({ campaign: aCampaign({ calledOff }), tally: nearly }).campaign.fundedAt).toBeNull()
  })
})

test('cancel and refund tangled (complaint): money after a cancellation of paid units owes only itself', () => {
  const cancelled = cancelOrder(
    aPaidOrder({ units: 2 }),
    aCampaign(),
    { units: 2, reason: 'Changed their mind', note: '', undoMinutes: 0 },
    by,
    now,
  )
  if (!cancelled.ok) throw new Error('cancellable')
  const { order } = recorded({ order: cancelled.value, amount: minor(5) })
  expect(order.refunds.map(({ amount, cause }) => [amount, cause])).toEqual([
    [219_800, 'cancelled'],
    [5, 'late money'],
  ])
})

test('an order of a million units is paid without counting them one by one', () => {
  const order = anOrder({ units: 1_000_000_000, total: minor(1_000_000_000) })
  const campaign = aCampaign({ price: minor(1), target: { kind: 'amount', amount: minor(1_000_000_000) } })
  expect(recorded({ order, campaign }).campaign.fundedAt).toBe(placedAt)
})
