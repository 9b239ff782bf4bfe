import { describe, expect, test } from 'vitest'
import { id, type NoteId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { storyOf } from '../../../shared/orders/story'
import { later, minute } from '../../../shared/time'
import { staffId } from '../builders'
import {
  aCancellation,
  aPaidOrder,
  aPayment,
  aRefund,
  aShipment,
  anEvent,
  anOrder,
  paidAt,
  payBy,
} from '../orderBuilders'

const at = (minutes: number) => later(paidAt, minutes * minute)

describe("an order's story", () => {
  test('is told newest first, with who did it and what they wrote', () => {
    const order = aPaidOrder({
      units: 2,
      cancellations: [aCancellation({ at: at(5), note: 'Called twice' })],
      refunds: [aRefund({ owedAt: at(5), events: [anEvent('sent', at(9)), anEvent('failed', at(12))] })],
    })
    expect(storyOf(order).map(({ by, what, kind, note }) => [by, what, kind, note])).toEqual([
      ['Meera Iyer', 'Refund of ₹1,099 failed', 'refund failed', 'Account closed'],
      ['Meera Iyer', 'Refund of ₹1,099 sent', 'refund', 'rfnd_51'],
      [null, '₹1,099 owed back for cancelled units', 'refund', ''],
      ['Meera Iyer', 'Cancelled 1 unit: Changed their mind', 'cancelled', 'Called twice'],
      ['Meera Iyer', 'Paid ₹2,198 by UPI', 'paid', 'pay_7Rk2'],
      ['Meera Iyer', 'Placed: 2 units for ₹2,198', 'placed', ''],
    ])
  })

  test('history says cancelled where it was refunded (complaint): a cancellation and its refund are two lines', () => {
    const order = aPaidOrder({ cancellations: [aCancellation()], refunds: [aRefund()] })
    expect(storyOf(order).map(({ kind }) => kind)).toEqual(['refund', 'cancelled', 'paid', 'placed'])
  })

  test('money that came late says why it did not count and when it was confirmed', () => {
    const payment = aPayment({ late: 'after the payment window', recordedAt: at(60), units: 0, amount: minor(500) })
    expect(storyOf(anOrder({ lapsedAt: payBy, payments: [payment] }))[0]).toEqual({
      at: at(60),
      by: 'Meera Iyer',
      what: '₹5 by UPI came after the payment window: owed back',
      kind: 'late money',
      note: 'pay_7Rk2',
      confirmedAt: paidAt,
    })
  })

  test('shipped and delivered, settled and voided are told', () => {
    const shipped = aPaidOrder({ shipment: aShipment(), deliveredAt: at(60) })
    expect(storyOf(shipped).slice(0, 2)).toMatchObject([
      { kind: 'delivered', by: null },
      { kind: 'shipped', what: 'Shipped with Blue Dart', note: 'BD123' },
    ])
    const events = [anEvent('sent', at(40)), anEvent('failed', at(41)), anEvent('owed again', at(42))]
    const refund = aRefund({
      cause: 'campaign failed',
      owedAt: at(30),
      events: [...events, anEvent('sent', at(43)), anEvent('settled', at(44))],
    })
    expect(storyOf(aPaidOrder({ voidedAt: at(30), refunds: [refund] })).map(({ what }) => what)).toEqual([
      'Refund of ₹1,099 settled',
      'Refund of ₹1,099 sent',
      'Refund of ₹1,099 owed again',
      'Refund of ₹1,099 failed',
      'Refund of ₹1,099 sent',
      '₹1,099 owed back because the campaign failed',
      'Voided: its campaign failed',
      'Paid ₹1,099 by UPI',
      'Placed: 1 unit for ₹1,099',
    ])
  })

  test('notes and whose hands it was in stand among everything else', () => {
    const ravi = { staffId, name: 'Ravi Menon' }
    const order = aPaidOrder({
      notes: [{ id: id<NoteId>('o0000000001-n1'), text: 'Called back', at: at(3), by: 'Ravi Menon' }],
      assignments: [
        { at: at(2), by: 'Meera Iyer', to: ravi },
        { at: at(4), by: 'Ravi Menon', to: null },
      ],
    })
    expect(storyOf(order).map(({ by, what, kind, note }) => [by, what, kind, note])).toEqual([
      ['Ravi Menon', 'Assigned to nobody', 'assigned', ''],
      ['Ravi Menon', 'Note', 'note', 'Called back'],
      ['Meera Iyer', 'Assigned to Ravi Menon', 'assigned', ''],
      ['Meera Iyer', 'Paid ₹1,099 by UPI', 'paid', 'pay_7Rk2'],
      ['Meera Iyer', 'Placed: 1 unit for ₹1,099', 'placed', ''],
    ])
  })
})
