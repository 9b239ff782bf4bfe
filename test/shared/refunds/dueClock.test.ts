import { describe, expect, test } from 'vitest'
import { paymentModes, type PaymentMode } from '../../../shared/campaigns/paymentMode'
import { dueBy, routeOf } from '../../../shared/refunds/dueClock'
import { day, instant, later, type Day } from '../../../shared/time'
import { india, inIndia } from '../builders'
import { aPayment, aRefund, anEvent } from '../orderBuilders'

const everyDay = new Set<Day>()

/** A Thursday. */
const thursday = inIndia('2018-04-12T15:30:00')

describe('the due clock of a refund', () => {
  const due: Record<PaymentMode, string> = {
    wallet: '2018-04-17T15:30:00',
    UPI: '2018-04-23T15:30:00',
    card: '2018-04-26T15:30:00',
    'net banking': '2018-04-26T15:30:00',
    EMI: '2018-04-26T15:30:00',
  }

  test.each(paymentModes)('counts working days from sent: %s', (mode) => {
    const refund = aRefund({ events: [anEvent('sent', thursday)] })
    expect(dueBy(refund, mode, india, everyDay)).toBe(inIndia(due[mode]))
  })

  test('a refund sent on a Saturday starts on Monday', () => {
    const refund = aRefund({ events: [anEvent('sent', inIndia('2018-04-14T10:00:00'))] })
    expect(dueBy(refund, 'wallet', india, everyDay)).toBe(inIndia('2018-04-18T10:00:00'))
  })

  test('knows bank holidays beside weekends', () => {
    const refund = aRefund({ events: [anEvent('sent', thursday)] })
    const daysOff = new Set([day('2018-04-13'), day('2018-04-14'), day('2018-04-17')])
    expect(dueBy(refund, 'wallet', india, daysOff)).toBe(inIndia('2018-04-19T15:30:00'))
  })

  test('starts anew when a failed refund is sent again', () => {
    const events = [
      anEvent('sent', inIndia('2018-04-02T10:00:00')),
      anEvent('failed'),
      anEvent('owed again'),
      anEvent('sent', thursday),
    ]
    expect(dueBy(aRefund({ events }), 'wallet', india, everyDay)).toBe(inIndia('2018-04-17T15:30:00'))
  })

  test('does not run while nothing is in flight', () => {
    expect(dueBy(aRefund(), 'card', india, everyDay)).toBeNull()
    expect(dueBy(aRefund({ events: [anEvent('sent'), anEvent('settled')] }), 'card', india, everyDay)).toBeNull()
    expect(dueBy(aRefund({ events: [anEvent('sent'), anEvent('failed')] }), 'card', india, everyDay)).toBeNull()
  })
})

describe('the way a refund takes', () => {
  const utc = (text: string) => instant(Date.parse(`${text}Z`))
  const route = (paid: string, at: string, milliseconds = 0) =>
    routeOf(aPayment({ paidAt: utc(paid) }), later(utc(at), milliseconds))

  test('gateways take payments of up to exactly six months, and warn from the fifth', () => {
    expect(route('2018-04-12T10:00:00', '2018-09-12T10:00:00', -1)).toBe('gateway')
    expect(route('2018-04-12T10:00:00', '2018-09-12T10:00:00')).toBe('gateway, soon too old')
    expect(route('2018-04-12T10:00:00', '2018-10-12T10:00:00')).toBe('gateway, soon too old')
    expect(route('2018-04-12T10:00:00', '2018-10-12T10:00:00', 1)).toBe('bank transfer')
  })

  test('six months from the last day of a month end with the shorter month', () => {
    expect(route('2018-08-31T10:00:00', '2019-02-28T10:00:00')).toBe('gateway, soon too old')
    expect(route('2018-08-31T10:00:00', '2019-02-28T10:00:00', 1)).toBe('bank transfer')
  })
})
