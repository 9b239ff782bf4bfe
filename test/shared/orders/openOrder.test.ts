import { expect, test } from 'vitest'
import { isOpen } from '../../../shared/orders/openOrder'
import { later } from '../../../shared/time'
import { aPaidOrder, aRefund, aShipment, anEvent, anOrder, payBy } from '../orderBuilders'

const voided = (events: readonly ReturnType<typeof anEvent>[]) =>
  aPaidOrder({ voidedAt: payBy, refunds: [aRefund({ cause: 'campaign failed', events })] })

test('an order is open while it awaits payment or shipping, and as long as money is not back', () => {
  expect(isOpen(anOrder(), payBy)).toBe(true)
  expect(isOpen(anOrder(), later(payBy, 1))).toBe(false)
  expect(isOpen(aPaidOrder(), later(payBy, 1))).toBe(true)
  expect(isOpen(aPaidOrder({ shipment: aShipment() }), payBy)).toBe(false)
  expect(isOpen(voided([]), payBy)).toBe(true)
  expect(isOpen(voided([anEvent('sent'), anEvent('failed')]), payBy)).toBe(true)
  expect(isOpen(voided([anEvent('sent'), anEvent('settled')]), payBy)).toBe(false)
})
