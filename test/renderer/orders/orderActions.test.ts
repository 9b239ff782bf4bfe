import { expect, test } from 'vitest'
import { orderActions } from '../../../renderer/orders/orderActions'
import { minor } from '../../../shared/money'
import { hour, later } from '../../../shared/time'
import { aCampaign, midway } from '../../shared/builders'
import { aCancellation, anOrder, aPaidOrder, aShipment, payBy } from '../../shared/orderBuilders'

const funded = aCampaign({ fundedAt: midway })
const running = aCampaign()
const inTime = later(midway, 1)
const afterwards = later(payBy, hour)

test('an order that awaits payment can be paid or cancelled', () => {
  expect(orderActions(anOrder(), running, inTime)).toEqual({ key: 'record payment', others: ['cancel'], absent: [] })
})

test('a paid order of a funded campaign ships next', () => {
  const { key, others } = orderActions(aPaidOrder(), funded, inTime)
  expect(key).toBe('ship')
  expect(others).toEqual(['cancel', 'record late money'])
})

test('a paid order of a campaign that is not funded says why it does not ship', () => {
  const { key, absent } = orderActions(aPaidOrder(), running, inTime)
  expect(key).toBeNull()
  expect(absent).toEqual(['Orders ship once their campaign is funded; this one is not.'])
})

test('a lapsed order takes a payment that was confirmed in time, and says why it cannot be cancelled', () => {
  const { key, others, absent } = orderActions(anOrder(), running, afterwards)
  expect(key).toBeNull()
  expect(others).toEqual(['record payment'])
  expect(absent).toEqual([
    'Lapsed on 12 Apr, 12:30: there is nothing to cancel. A payment confirmed by then still counts.',
  ])
})

test('a shipped order is delivered next and says since when it cannot be cancelled', () => {
  const { key, absent } = orderActions(aPaidOrder({ shipment: aShipment() }), funded, afterwards)
  expect(key).toBe('deliver')
  expect(absent).toEqual(['Shipped on 12 Apr, 12:20: no longer cancellable.'])
})

test('an order that is over takes late money and, where it shipped, another tracking number', () => {
  const delivered = aPaidOrder({ shipment: aShipment(), deliveredAt: payBy })
  const voided = aPaidOrder({ voidedAt: payBy })
  const cancelled = anOrder({ cancellations: [aCancellation({ owed: minor(0) })] })
  for (const order of [delivered, voided, cancelled]) {
    const { key, others, absent } = orderActions(order, funded, afterwards)
    const put = order === delivered ? ['track'] : []
    expect([key, others]).toEqual([null, [...put, 'record late money']])
    expect(absent).toHaveLength(1)
  }
})
