import { expect, test } from 'vitest'
import { id, type PaymentId } from '../../../../shared/ids'
import type { Order } from '../../../../shared/orders/order'
import { clockHours, dayGrid, hoursOf } from '../../../../shared/reports/campaign/hours'
import { instant, zone, type Instant } from '../../../../shared/time'
import { aCampaign, inIndia } from '../../builders'
import { anOrder, aPayment } from '../../orderBuilders'
import { factsOf } from './campaignFacts'

const utc = (text: string): Instant => instant(Date.parse(`${text}Z`))

const paidAt = (at: Instant, sequence: number, units: number): Order => {
  const order = anOrder({ sequence, units, placedAt: at, payBy: at })
  return { ...order, payments: [aPayment({ id: id<PaymentId>(`${order.id}-p1`), paidAt: at, units })] }
}

const newYork = zone('America/New_York')

test('a day on which the clocks are set back has 25 hours, and the one that shows twice counts twice', () => {
  const campaign = aCampaign({
    zone: newYork,
    startsAt: utc('2018-11-04T04:00:00'),
    endsAt: utc('2018-11-05T04:59:59'),
  })
  const facts = factsOf([paidAt(utc('2018-11-04T05:30:00'), 1, 2), paidAt(utc('2018-11-04T06:30:00'), 2, 3)], campaign)
  const hours = hoursOf(facts, utc('2018-11-06T00:00:00'))
  expect(hours.length).toBe(25)
  expect(hours.slice(0, 4).map(({ clock, paid }) => [clock, paid])).toEqual([
    [0, 0],
    [1, 2],
    [1, 3],
    [2, 0],
  ])
  expect(dayGrid(hours)[0]?.cells[1]).toBe(5)
  expect(clockHours(hours)[1]).toMatchObject({ paid: 5, paidEach: 2.5 })
})

test('a day on which the clocks are set forward has 23 hours, and the one that is skipped is missing, not nothing', () => {
  const campaign = aCampaign({
    zone: newYork,
    startsAt: utc('2018-03-11T05:00:00'),
    endsAt: utc('2018-03-12T03:59:59'),
  })
  const hours = hoursOf(factsOf([paidAt(utc('2018-03-11T07:15:00'), 1, 4)], campaign), utc('2018-03-13T00:00:00'))
  expect(hours.length).toBe(23)
  expect(dayGrid(hours)[0]?.cells.slice(0, 5)).toEqual([0, 0, null, 4, 0])
  expect(clockHours(hours)[2]).toMatchObject({ paid: null, paidEach: null })
})

test('hours to come and hours before the start are missing, and nothing can be paid after the end', () => {
  const campaign = aCampaign()
  const hours = hoursOf(factsOf([], campaign), inIndia('2018-04-06T12:30:00'))
  const paidOn = (day: string) => hours.filter((each) => each.day === day).map(({ paid }) => paid)
  expect(paidOn('2018-04-05')).toEqual([...Array<null>(10).fill(null), ...Array<number>(14).fill(0)])
  expect(paidOn('2018-04-06')).toEqual([...Array<number>(13).fill(0), ...Array<null>(11).fill(null)])
  const called = aCampaign({
    calledOff: { at: inIndia('2018-04-05T12:00:00'), by: 'staff-meera' as never, byName: 'Meera', reason: 'Recalled' },
  })
  const after = hoursOf(factsOf([], called), inIndia('2018-04-06T12:30:00')).filter(({ day }) => day === '2018-04-06')
  expect(after.every(({ paid }) => paid === null)).toBe(true)
  expect(after[3]?.cancelled).toBe(0)
})
