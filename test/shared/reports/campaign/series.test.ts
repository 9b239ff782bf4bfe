import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measured } from '../../../../shared/campaigns/progress'
import type { Order } from '../../../../shared/orders/order'
import { amountLeft, inTimePayment, unitsLeft } from '../../../../shared/orders/orderState'
import { daysOf } from '../../../../shared/reports/campaign/days'
import { clockHours, dayGrid, hoursOf, weekdayGrid } from '../../../../shared/reports/campaign/hours'
import {
  modeParts,
  postalAreaParts,
  postalZoneParts,
  reasonParts,
  regionParts,
  totals,
  variantParts,
  waitParts,
  type Part,
} from '../../../../shared/reports/campaign/parts'
import { lossRates } from '../../../../shared/reports/campaign/rates'
import { dayOf, instant, minute, timeOfDay } from '../../../../shared/time'
import { aCampaign, afterEnd } from '../../builders'
import { factsOf, someOrders } from './campaignFacts'

const campaign = aCampaign()
/** Everything has happened by then. */
const at = instant(afterEnd + 30 * 24 * 3_600_000)

const sumBy = (orders: readonly Order[], keyOf: (order: Order) => string | null, of: (order: Order) => number) => {
  const sums: Record<string, number> = {}
  for (const order of orders) {
    const [key, value] = [keyOf(order), of(order)]
    if (key !== null && value !== 0) sums[key] = (sums[key] ?? 0) + value
  }
  return sums
}

const paidUnits = (order: Order): number => inTimePayment(order)?.units ?? 0
const netUnits = (order: Order): number => (inTimePayment(order) === null ? 0 : unitsLeft(order))
const cancelledUnits = (order: Order): number => (inTimePayment(order) === null ? 0 : order.units - unitsLeft(order))
const lapsedUnits = (order: Order): number => (order.lapsedAt === null ? 0 : order.units)

const told = (entries: readonly (readonly [string, number | null])[]) =>
  Object.fromEntries(entries.filter(([, value]) => value !== null && value !== 0))
const partsTold = (parts: readonly Part[]) => told(parts.map(({ name, units }) => [name, units]))

test('each series of a campaign equals a recomputation from its orders', () => {
  fc.assert(
    fc.property(someOrders(campaign), (orders) => {
      const facts = factsOf(orders, campaign)
      const { zone, target } = campaign
      const paidAt = (order: Order) => inTimePayment(order)?.paidAt ?? null
      const cancelledAt = (order: Order) => order.cancellations[0]?.at ?? null
      const dayKey = (when: ReturnType<typeof paidAt>) => (when === null ? null : dayOf(when, zone))
      const hourKey = (when: ReturnType<typeof paidAt>) =>
        when === null ? null : `${dayOf(when, zone)} ${timeOfDay(when, zone).slice(0, 2)}`

      const days = daysOf(facts, at)
      expect(told(days.map(({ day, paid }) => [day, paid]))).toEqual(sumBy(orders, (o) => dayKey(paidAt(o)), paidUnits))
      expect(told(days.map(({ day, cancelled }) => [day, cancelled]))).toEqual(
        sumBy(orders, (o) => dayKey(cancelledAt(o)), cancelledUnits),
      )
      expect(told(days.map(({ day, lapsed }) => [day, lapsed]))).toEqual(
        sumBy(orders, (o) => dayKey(o.lapsedAt), lapsedUnits),
      )

      const hours = hoursOf(facts, at)
      const name = (clock: number) => String(clock).padStart(2, '0')
      for (const [which, when, units] of [
        ['paid', paidAt, paidUnits],
        ['cancelled', cancelledAt, cancelledUnits],
        ['lapsed', (o: Order) => o.lapsedAt, lapsedUnits],
      ] as const) {
        expect(told(hours.map((each) => [`${each.day} ${name(each.clock)}`, each[which]]))).toEqual(
          sumBy(orders, (o) => hourKey(when(o)), units),
        )
        expect(told(clockHours(hours).map((each) => [name(each.clock), each[which]]))).toEqual(
          sumBy(orders, (o) => hourKey(when(o))?.slice(-2) ?? null, units),
        )
      }
      const all = orders.reduce((sum, order) => sum + paidUnits(order), 0)
      const gridSum = (cells: readonly (readonly (number | null)[])[]) =>
        cells.flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0)
      expect(gridSum(dayGrid(hours).map(({ cells }) => cells))).toBe(all)
      expect(gridSum(weekdayGrid(hours))).toBe(all)

      expect(partsTold(regionParts(facts))).toEqual(
        sumBy(orders, ({ supporter }) => supporter.address.region.trim().replace(/^k/u, 'K') || 'Not told', netUnits),
      )
      expect(told(postalZoneParts(facts).map(({ name: zoneName, units }) => [zoneName.slice(0, 1), units]))).toEqual(
        sumBy(orders, ({ supporter }) => supporter.address.postalCode.slice(0, 1) || 'N', netUnits),
      )
      expect(partsTold(postalAreaParts(facts, 100))).toEqual(
        sumBy(orders, ({ supporter }) => supporter.address.postalCode.slice(0, 3) || 'Not told', netUnits),
      )
      expect(partsTold(variantParts(facts))).toEqual(
        sumBy(orders, ({ variantId }) => (variantId.endsWith('white') ? 'White' : 'Black'), netUnits),
      )
      expect(partsTold(reasonParts(facts))).toEqual(
        sumBy(orders, ({ cancellations }) => cancellations[0]?.reason ?? null, cancelledUnits),
      )
      expect(waitParts(facts).reduce((sum, { units }) => sum + units, 0)).toBe(all)
      const quick = orders.filter((o) => (paidAt(o) ?? Infinity) - o.placedAt <= 5 * minute)
      expect(
        waitParts(facts)
          .slice(0, 3)
          .reduce((sum, { units }) => sum + units, 0),
      ).toBe(quick.reduce((sum, order) => sum + paidUnits(order), 0))
      expect(told(modeParts(facts).map(({ mode, captured }) => [mode, captured]))).toEqual(
        sumBy(
          orders,
          ({ payments }) => payments[0]?.mode ?? null,
          ({ payments }) => payments[0]?.amount ?? 0,
        ),
      )
      if (orders.length > 0) {
        const netAmount = orders.reduce((sum, o) => sum + (inTimePayment(o) === null ? 0 : amountLeft(o)), 0)
        expect(totals(facts).map(({ units }) => units)).toEqual([
          orders.reduce((sum, { units }) => sum + units, 0),
          all,
          measured(facts.tally.net, target),
        ])
        expect(totals(facts)[2]?.amount).toBe(netAmount)
      }
      const over = orders.filter((o) => o.lapsedAt !== null || inTimePayment(o) !== null).length
      expect(lossRates(facts)).toEqual({
        lapse: over === 0 ? null : orders.filter(({ lapsedAt }) => lapsedAt !== null).length / over,
        cancellation: all === 0 ? null : orders.reduce((sum, o) => sum + cancelledUnits(o), 0) / all,
      })
    }),
    { numRuns: 60 },
  )
})

test('smaller postal areas stand together, and nothing of them is lost', () => {
  fc.assert(
    fc.property(someOrders(campaign), (orders) => {
      const facts = factsOf(orders, campaign)
      const few = postalAreaParts(facts, 2)
      expect(few.length).toBeLessThanOrEqual(2)
      for (const key of ['orders', 'units', 'amount'] as const) {
        const sum = (parts: readonly Part[]) => parts.reduce((total, part) => total + part[key], 0)
        expect(sum(few)).toBe(sum(postalAreaParts(facts, 100)))
      }
    }),
    { numRuns: 40 },
  )
})

test('without orders nothing is counted, and no rate is made up', () => {
  const facts = factsOf([])
  expect(lossRates(facts)).toEqual({ lapse: null, cancellation: null })
  expect([totals(facts), regionParts(facts), waitParts(facts), modeParts(facts)]).toEqual([[], [], [], []])
  expect(variantParts(facts).map(({ share }) => share)).toEqual([null, null])
})
