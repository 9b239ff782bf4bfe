import { describe, expect, test } from 'vitest'
import type { Order } from '../../../shared/orders/order'
import { inEnglish } from '../../../shared/replies/inEnglish'
import { inHindi } from '../../../shared/replies/inHindi'
import { repliesOf, replyKinds } from '../../../shared/replies/reply'
import type { ReplySubject } from '../../../shared/replies/replyFacts'
import { minor } from '../../../shared/money'
import { later, minute } from '../../../shared/time'
import { aCampaign, midway } from '../builders'
import {
  aBatchId,
  aCancellation,
  aPaidOrder,
  aRefund,
  aShipment,
  anEvent,
  anOrder,
  aSupporter,
  placedAt,
  unitPrice,
} from '../orderBuilders'

const about = (order: Order, fundedAt: typeof midway | null = null): ReplySubject => ({
  order,
  campaign: aCampaign({ fundedAt }),
  productName: 'Mi Selfie Stick Tripod',
  daysOff: new Set(),
  shopName: 'First season',
})

const paid = aPaidOrder({ units: 2 })
const cancelled = aPaidOrder({
  units: 3,
  cancellations: [aCancellation({ units: 2, owed: minor(2 * unitPrice), refundId: aRefund().id })],
  refunds: [aRefund({ amount: minor(2 * unitPrice), events: [anEvent('sent')] })],
})

describe('in English', () => {
  test('payment received says what, when and what comes next', () => {
    expect(inEnglish('payment received', about(paid))).toBe(
      [
        'Hello Asha Rao,',
        'We have received your payment of ₹2,198 (UPI, 12 April 2018) for order 100001-7: 2 units of Mi Selfie Stick Tripod.',
        'The campaign runs until 19 April 2018. If it does not reach its target, you get all of your money back.',
        'First season',
      ].join('\n\n'),
    )
    expect(inEnglish('payment received', about(paid, midway))).toContain(
      'The campaign is funded. Your order ships by 22 April 2018.',
    )
  })

  test('cancelled says what stays and what comes back', () => {
    expect(inEnglish('cancelled', about(cancelled))).toContain(
      'We have cancelled 2 units of Mi Selfie Stick Tripod in order 100001-7. 1 unit of the order stays.\n\nYou get back ₹2,198, which you paid by UPI.',
    )
    const unpaid = anOrder({ cancellations: [aCancellation()] })
    expect(inEnglish('cancelled', about(unpaid))).toContain('Nothing had been paid for this')
  })

  test('refund sent gives the date by which it should arrive, by the clock of the payment mode, and the reference', () => {
    expect(inEnglish('refund sent', about(cancelled))).toContain(
      'We sent your refund of ₹2,198 for order 100001-7 on 12 April 2018. You had paid by UPI; the money should reach you by 23 April 2018.\n\nReference: rfnd_51',
    )
    const byCard = {
      ...cancelled,
      payments: cancelled.payments.map((payment) => ({ ...payment, mode: 'card' as const })),
    }
    expect(inEnglish('refund sent', about(byCard))).toContain('reach you by 26 April 2018')
  })

  test('shipped gives the tracking number, once there is one', () => {
    const shipped = { ...paid, shipment: aShipment() }
    expect(inEnglish('shipped', about(shipped))).toContain(
      'Your order 100001-7, 2 units of Mi Selfie Stick Tripod, left us with Blue Dart on 12 April 2018.\n\nTracking number: BD123',
    )
    const bulk = { ...paid, shipment: { ...aShipment(), trackingNumber: '' } }
    expect(inEnglish('shipped', about(bulk))).not.toContain('Tracking')
  })
})

describe('in Hindi', () => {
  test('the same facts, with money and dates as they are written in India', () => {
    expect(inHindi('payment received', about(paid))).toBe(
      [
        'नमस्ते Asha Rao जी,',
        'ऑर्डर 100001-7 (Mi Selfie Stick Tripod, 2 नग) के लिए आपका ₹2,198 का भुगतान (UPI, 12 अप्रैल 2018) हमें मिल गया है।',
        'अभियान 19 अप्रैल 2018 तक चलेगा। लक्ष्य पूरा न होने पर आपकी पूरी रकम लौटा दी जाएगी।',
        'First season',
      ].join('\n\n'),
    )
    expect(inHindi('refund sent', about(cancelled))).toContain(
      'रकम 23 अप्रैल 2018 तक आपको मिल जानी चाहिए।\n\nसंदर्भ संख्या: rfnd_51',
    )
    expect(inHindi('cancelled', about(cancelled))).toContain(
      'ऑर्डर में 1 नग बाकी हैं।\n\nUPI से दिए गए ₹2,198 आपको लौटाए जाएँगे।',
    )
    expect(inHindi('shipped', about({ ...paid, shipment: aShipment() }))).toContain('ट्रैकिंग नंबर: BD123')
  })
})

test('a reply is offered where the order has its facts, the latest of its life first', () => {
  expect(repliesOf(anOrder())).toEqual([])
  expect(repliesOf(paid)).toEqual(['payment received'])
  expect(repliesOf({ ...cancelled, shipment: aShipment() })).toEqual([...replyKinds].reverse())
  const undone = { ...aCancellation(), undone: { at: later(placedAt, 12 * minute), by: 'Meera Iyer' } }
  expect(repliesOf(anOrder({ cancellations: [undone] }))).toEqual([])
})

test('a reply never gives the name of a batch as a reference: only what the gateway has named', () => {
  const [sent, taken] = [anEvent('sent'), anEvent('acknowledged')]
  const inBatch = (events: readonly ReturnType<typeof anEvent>[]) =>
    inEnglish('refund sent', about({ ...cancelled, refunds: [aRefund({ events })] }))
  expect(inBatch([{ ...sent, batchId: aBatchId }])).not.toContain('Reference')
  expect(inBatch([{ ...sent, batchId: aBatchId }, taken])).toContain('Reference: rfnd_52')
})

test.each(['Ørjan Ünal', '李娜', 'लक्ष्मी नायर', '🙂 Tester', 'O’Brien-शर्मा'])(
  'a supporter is called by the name they gave: %s',
  (name) => {
    const subject = about({ ...paid, supporter: aSupporter({ name }) })
    expect(inEnglish('payment received', subject).split('\n')[0]).toBe(`Hello ${name},`)
    expect(inHindi('payment received', subject).split('\n')[0]).toBe(`नमस्ते ${name} जी,`)
  },
)

test('a name from right to left does not turn the words around it', () => {
  const subject = about({ ...paid, supporter: aSupporter({ name: 'عائشہ خان' }) })
  expect(inEnglish('payment received', subject).split('\n')[0]).toBe('Hello \u2068عائشہ خان\u2069,')
})
