import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { addTally, subtractTally, type Tally } from '../../../shared/campaigns/tally'
import { id, type CancellationId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { cancelOrder } from '../../../shared/orders/cancelOrder'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order } from '../../../shared/orders/order'
import { amountLeft, orderState, unitsLeft } from '../../../shared/orders/orderState'
import { recordPayment } from '../../../shared/orders/recordPayment'
import { undoable, undoCancellation, type UndoCancellationFacts } from '../../../shared/orders/undoCancellation'
import { balances } from '../../../shared/refunds/balances'
import { refundState } from '../../../shared/refunds/refundState'
import { releaseRefund } from '../../../shared/refunds/releaseRefund'
import { sendRefund } from '../../../shared/refunds/sendRefund'
import { later, minute, type Instant } from '../../../shared/time'
import { aCampaign, aCount, allowed, aProduct, aTally, anActor, india, refusedBy, staffId } from '../builders'
import { aPaidOrder, aShipment, anOrder, payBy, placedAt, unitPrice } from '../orderBuilders'

const by = anActor({ name: 'Ravi Menon' })
const at = later(placedAt, 10 * minute)
const soon = later(at, 9 * minute)

const cancelled = (order: Order, units: number, undoMinutes = 10, when = at): Order =>
  allowed(cancelOrder(order, aCampaign(), { units, reason: 'Ordered twice', note: '', undoMinutes }, anActor(), when))

const lastOf = (order: Order) =>
  order.cancellations.findLast(({ undone }) => undone === null)?.id ?? id<CancellationId>('no-cancellation')

const undo = (order: Order, when: Instant = soon, facts: Partial<UndoCancellationFacts> = {}, which = lastOf(order)) =>
  undoCancellation(
    { order, campaign: aCampaign(), tally: aTally(), product: aProduct(), heldBySupporter: 0, ...facts },
    which,
    by,
    when,
  )

const undone = (order: Order, when?: Instant, facts?: Partial<UndoCancellationFacts>): Order =>
  allowed(undo(order, when, facts)).order

describe('undoing a cancellation', () => {
  test('brings units, price and state back, and keeps both facts', () => {
    const order = undone(cancelled(aPaidOrder({ units: 3 }), 3))
    expect([orderState(order, soon), unitsLeft(order), amountLeft(order)]).toEqual(['paid', 3, 3 * unitPrice])
    expect(order.cancellations).toMatchObject([{ units: 3, undone: { at: soon, by: 'Ravi Menon' } }])
    expect(order.refunds).toMatchObject([{ events: [{ kind: 'withdrawn', at: soon, by: 'Ravi Menon' }] }])
    expect(balances(order)).toMatchObject([{ owed: 0, remaining: 3 * unitPrice }])
  })

  test('leaves the campaign as if the cancellation had never been, whatever went before', () => {
    const orders = fc.record({ units: fc.integer({ min: 1, max: 9 }), total: fc.nat({ max: 10_000 }) })
    fc.assert(
      fc.property(orders, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }), ({ units, total }, steps) => {
        let order = aPaidOrder({ units, total: minor(total) })
        const shown = [contributionOf(order, india)]
        for (const step of steps.filter((wished) => wished <= units)) {
          if (step > unitsLeft(order)) break
          order = cancelled(order, step)
          shown.push(contributionOf(order, india))
        }
        while (shown.length > 1) {
          const tally: Tally = addTally(aTally(), contributionOf(order, india))
          const back = undone(order, soon, { tally })
          shown.pop()
          expect(contributionOf(back, india)).toEqual(shown.at(-1))
          const moved = subtractTally(contributionOf(back, india), contributionOf(order, india))
          expect(addTally(tally, moved)).toEqual(addTally(aTally(), contributionOf(back, india)))
          order = back
        }
      }),
    )
  })

  test('never uses the identity of a withdrawn refund again', () => {
    const again = cancelled(undone(cancelled(aPaidOrder({ units: 2 }), 1)), 1)
    expect(again.refunds.map((refund) => [refund.id, refundState(refund)])).toEqual([
      ['o0000000001-r1', 'withdrawn'],
      ['o0000000001-r2', 'owed'],
    ])
    expect(again.cancellations.map((each) => [each.id, each.refundId])).toEqual([
      ['o0000000001-c1', 'o0000000001-r1'],
      ['o0000000001-c2', 'o0000000001-r2'],
    ])
  })

  test('an order that awaited payment awaits it again', () => {
    const order = undone(cancelled(anOrder({ units: 2 }), 2))
    expect([orderState(order, soon), order.refunds]).toEqual(['awaiting payment', []])
  })

  test('takes the latest first: each cancellation took the last shares of the price', () => {
    const twice = cancelled(cancelled(aPaidOrder({ units: 3, total: minor(1000) }), 1), 1)
    const [first] = twice.cancellations
    expect(refusedBy(undo(twice, soon, {}, first?.id)).code).toBe('cancelled-since')
    const whole = undone(undone(twice))
    expect([amountLeft(whole), whole.refunds.map(refundState)]).toEqual([1000, ['withdrawn', 'withdrawn']])
  })

  test('takes the bar to its target where others have paid meanwhile', () => {
    const order = cancelled(aPaidOrder({ units: 2 }), 2)
    const tally = aTally({ net: aCount({ orders: 9, units: 198, amount: minor(198 * unitPrice) }) })
    const { campaign, product } = allowed(undo(order, soon, { tally }))
    expect([campaign.fundedAt, product.fitForSaleAt]).toEqual([soon, soon])
    const short = aTally({ net: aCount({ orders: 9, units: 197, amount: minor(197 * unitPrice) }) })
    expect(allowed(undo(order, soon, { tally: short })).campaign.fundedAt).toBeNull()
  })
})

describe('a cancellation cannot be undone', () => {
  const paid = cancelled(aPaidOrder({ units: 2 }), 1)
  const code = (order: Order, when?: Instant, facts?: Partial<UndoCancellationFacts>): string =>
    refusedBy(undo(order, when, facts)).code

  test('after its time, which ends inclusively', () => {
    const until = later(at, 10 * minute)
    expect(undo(paid, until).ok).toBe(true)
    expect(code(paid, later(until, 1))).toBe('undo-over')
  })

  test('where managers have turned undoing off', () => {
    expect(code(cancelled(aPaidOrder(), 1, 0))).toBe('undo-off')
  })

  test('twice', () => {
    expect(refusedBy(undo(undone(paid), soon, {}, paid.cancellations[0]?.id)).code).toBe('already-undone')
  })

  test('once its refund is released or sent', () => {
    const refundId = paid.refunds[0]?.id
    if (refundId === undefined) throw new Error('a refund is owed')
    const released = allowed(releaseRefund(paid, refundId, by, soon))
    expect(code(released)).toBe('refund-released')
    expect(code(allowed(sendRefund(released, refundId, { reference: 'rfnd_1' }, by, soon)))).toBe('refund-released')
  })

  test('when its units are taken: the cap counts everyone, the limit this supporter', () => {
    const capped = aCampaign({ cap: 10 })
    const taken = (units: number) => ({ campaign: capped, tally: aTally({ awaiting: aCount({ units }) }) })
    expect([undo(paid, soon, taken(9)).ok, code(paid, soon, taken(10))]).toEqual([true, 'units-taken'])
    const limited = (heldBySupporter: number) => ({ campaign: aCampaign({ perSupporterLimit: 2 }), heldBySupporter })
    expect([undo(paid, soon, limited(1)).ok, code(paid, soon, limited(2))]).toEqual([true, 'units-taken'])
  })

  test('once the rest has shipped or its campaign gave everything back', () => {
    expect(code({ ...paid, shipment: aShipment() })).toBe('already-shipped')
    expect(code({ ...paid, voidedAt: soon })).toBe('voided')
  })

  test('when the campaign ended unfunded, was called off or is being settled; a funded one may have ended', () => {
    const ended = { endsAt: later(at, minute) }
    const of = (campaign: Partial<Campaign>) => ({ campaign: aCampaign(campaign) })
    expect(code(paid, soon, of(ended))).toBe('campaign-ended')
    expect(undo(paid, soon, of({ ...ended, fundedAt: placedAt })).ok).toBe(true)
    const calledOff = { at, by: staffId, byName: 'Meera Iyer', reason: 'No parts' }
    expect(code(paid, soon, of({ calledOff }))).toBe('campaign-ended')
    const settlement = {
      outcome: 'succeeded' as const,
      reason: 'target met' as const,
      decidedAt: at,
      approvedBy: staffId,
      approvedByName: 'Meera Iyer',
      ordersToVoid: 0,
      ordersVoided: 0,
      batches: 0,
      lastOrderId: null,
      statement: null,
    }
    expect(code(paid, soon, of({ ...ended, fundedAt: placedAt, settlement }))).toBe('settling')
  })

  test('once the payment window of an unpaid order is over', () => {
    const whole = cancelled(anOrder({ units: 2 }), 2, 60)
    expect(undo(whole, payBy).ok).toBe(true)
    expect(code(whole, later(payBy, 1))).toBe('lapsed')
    expect(code(cancelled(anOrder({ units: 2 }), 1, 60), later(payBy, 1))).toBe('lapsed')
  })

  test('once money came that was dealt with by it', () => {
    const pay = (order: Order, amount: number, paidAt: Instant) =>
      allowed(
        recordPayment(
          { order, campaign: aCampaign(), tally: aTally(), product: aProduct(), heldBySupporter: 0 },
          { mode: 'UPI', reference: 'pay_9', amount: minor(amount), paidAt },
          by,
          later(at, minute),
        ),
      ).order
    const part = cancelled(anOrder({ units: 2 }), 1)
    expect(code(pay(part, unitPrice, later(at, minute)))).toBe('paid-since')
    expect(code(pay(part, 2 * unitPrice, later(at, -minute)))).toBe('paid-since')
    expect(code(pay(cancelled(anOrder({ units: 2 }), 2), 5, later(at, minute)))).toBe('paid-since')
    const twice = pay(cancelled(aPaidOrder({ units: 2 }), 2), 5, later(at, minute))
    expect(undo(twice).ok).toBe(true)
  })
})

test('the page offers to undo what order and campaign alone allow', () => {
  const paid = cancelled(aPaidOrder({ units: 2 }), 1)
  expect(undoable(paid, aCampaign(), soon)?.id).toBe('o0000000001-c1')
  expect(undoable(paid, aCampaign(), later(at, 11 * minute))).toBeNull()
  expect(undoable(undone(paid), aCampaign(), soon)).toBeNull()
  expect(undoable({ ...paid, shipment: aShipment() }, aCampaign(), soon)).toBeNull()
})
