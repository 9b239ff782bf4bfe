import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marketFacts } from '../../../shared/campaigns/market'
import { currencies, type Currency } from '../../../shared/money'
import type { Order } from '../../../shared/orders/order'
import { inTimePayment, unitsLeft } from '../../../shared/orders/orderState'
import { refundState } from '../../../shared/orders/refundState'
import { shipBy } from '../../../shared/orders/shipBy'
import { overviewOf } from '../../../shared/overview/overview'
import { lengthOf, type Against, type Period } from '../../../shared/reports/period'
import { heldReportOf } from '../../../shared/reports/portfolio/held'
import { periodMeasures, periodReportOf, type PeriodMeasure } from '../../../shared/reports/portfolio/periodReport'
import { duesOf, promisesOf } from '../../../shared/reports/portfolio/promises'
import { addDays, dayOf, daysBetween, instant, type Day, type Instant } from '../../../shared/time'
import { anyShop, shopBegins, shopNow, type ToldCampaign } from './randomShop'

const { zone } = marketFacts.BR
const today = dayOf(shopNow, zone)
const shopDay = fc.integer({ min: -12, max: 30 }).map((days) => addDays(dayOf(shopBegins, zone), days))
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ kind: fc.constant('days' as const), from: shopDay, to: shopDay }),
  fc.constantFrom<Period>({ kind: 'last 7 days' }, { kind: 'this month' }, { kind: 'last month' }),
)
const anyAgainst: fc.Arbitrary<Against> = fc.oneof(
  fc.record({ kind: fc.constant('from' as const), from: shopDay }),
  fc.constantFrom<Against>({ kind: 'period before' }, { kind: 'year before' }),
)
const place = (currency: Currency) => ({ today, zone, currency, currencies })

/** Every fact of an order that a measure counts, from the order itself. */
const counted: Readonly<Record<PeriodMeasure, (order: Order) => readonly (readonly [Instant, number])[]>> = {
  orders: ({ placedAt }) => [[placedAt, 1]],
  paid: (order) => paidOf(order).map(({ paidAt, amount }) => [paidAt, amount] as const),
  units: (order) => paidOf(order).map(({ paidAt, units }) => [paidAt, units] as const),
  cancelled: ({ cancellations }) => cancellations.map(({ at, units }) => [at, units] as const),
  lapsed: ({ lapsedAt }) => (lapsedAt === null ? [] : [[lapsedAt, 1]]),
  captured: ({ payments }) => payments.map(({ paidAt, amount }) => [paidAt, amount] as const),
  refunded: ({ refunds }) =>
    refunds.flatMap((refund) =>
      refundState(refund) === 'settled' ? [[refund.events.at(-1)?.at ?? instant(0), refund.amount] as const] : [],
    ),
}

const paidOf = (order: Order) => {
  const payment = inTimePayment(order)
  return payment === null ? [] : [payment]
}

/** What a measure comes to on a day, gone through order by order; null where nothing can be known. */
function recomputed(shop: readonly ToldCampaign[], day: Day, measure: PeriodMeasure): number | null {
  const firsts = shop.flatMap(({ facts: { campaign }, orders }) => [
    dayOf(campaign.startsAt, campaign.zone),
    ...orders.map(({ placedAt }) => dayOf(placedAt, campaign.zone)),
  ])
  if (day > today || !firsts.some((first) => first <= day)) return null
  return shop.reduce(
    (sum, { facts, orders }) =>
      sum +
      orders
        .flatMap(counted[measure])
        .reduce((own, [at, value]) => own + (dayOf(at, facts.campaign.zone) === day ? value : 0), 0),
    0,
  )
}

const factsOf = (shop: readonly ToldCampaign[]) => shop.map(({ facts }) => facts)
const inCurrency = (shop: readonly ToldCampaign[], currency: Currency) =>
  shop.filter(({ facts }) => facts.campaign.currency === currency)

test('each day of a period, and of the earlier one, is what its orders come to', () => {
  fc.assert(
    fc.property(anyShop, anyPeriod, anyAgainst, fc.constantFrom(...currencies), (shop, period, against, currency) => {
      const report = periodReportOf(factsOf(shop), { period, against, ...place(currency) })
      const own = inCurrency(shop, currency)
      const [length, earlier] = [lengthOf(report.span), lengthOf(report.earlier)]
      expect(report.days).toHaveLength(Math.max(length, earlier))
      for (const measure of periodMeasures) {
        const now = report.days.map(({ day }, at) => (at < length ? recomputed(own, day, measure) : null))
        const before = report.days.map(({ earlierDay }, at) =>
          at < earlier ? recomputed(own, earlierDay, measure) : null,
        )
        expect(report.days.map((day) => day.now[measure])).toEqual(now)
        expect(report.days.map((day) => day.before[measure])).toEqual(before)
        expect(report.totals[measure]).toEqual({ now: total(now), before: total(before) })
      }
    }),
  )
})

const total = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

test('money at the end of each day is what was captured until then, less what was promised back and less what has arrived', () => {
  fc.assert(
    fc.property(anyShop, anyPeriod, fc.constantFrom(...currencies), (shop, period, currency) => {
      const report = heldReportOf(factsOf(shop), { period, ...place(currency) })
      for (const { day, held, owed, kept } of report.days) {
        if (recomputed(inCurrency(shop, currency), day, 'orders') === null) {
          expect([held, owed, kept]).toEqual([null, null, null])
          continue
        }
        const sums = { held: 0, owed: 0, kept: 0 }
        for (const { facts, orders } of inCurrency(shop, currency)) {
          const { settlement, zone: own } = facts.campaign
          const until = (at: Instant | undefined, amount: number) =>
            at !== undefined && dayOf(at, own) <= day ? amount : 0
          const isKept = settlement?.outcome === 'succeeded' && dayOf(settlement.decidedAt, own) <= day
          for (const { payments, refunds } of orders) {
            for (const { paidAt, amount } of payments) sums[isKept ? 'kept' : 'held'] += until(paidAt, amount)
            for (const refund of refunds) {
              const owedThen = until(refund.owedAt, refund.amount)
              sums[isKept ? 'kept' : 'held'] -= owedThen
              sums.owed += owedThen
              if (refundState(refund) === 'settled') sums.owed -= until(refund.events.at(-1)?.at, refund.amount)
            }
          }
        }
        expect({ held, owed, kept }).toEqual(sums)
      }
    }),
  )
})

test('whose the money is now is what the overview says', () => {
  fc.assert(
    fc.property(anyShop, fc.constantFrom(...currencies), (shop, currency) => {
      const { now } = heldReportOf(factsOf(shop), { period: { kind: 'last 7 days' }, ...place(currency) })
      const none = {
        states: { owed: 0, sent: 0, settled: 0, failed: 0 },
        lateMoney: 0,
        overdue: 0,
        aging: 0,
        doubted: 0,
      }
      const { money } = overviewOf({ campaigns: factsOf(shop), refunds: none, shippingOverdue: 0 }, shopNow)
      const own = money.find((each) => each.currency === currency)
      expect(now).toEqual({
        held: own?.held ?? 0,
        owed: (own?.owed ?? 0) + (own?.sent ?? 0),
        kept: own?.kept ?? 0,
        refunded: own?.refunded ?? 0,
      })
    }),
  )
})

test('what is to ship stands under the day that each order is promised for', () => {
  fc.assert(
    fc.property(anyShop, (shop) => {
      for (const { facts, orders } of shop) {
        const { campaign } = facts
        const now = dayOf(shopNow, campaign.zone)
        const due = new Map<number, number>()
        for (const order of orders) {
          const promised = shipBy(order, campaign)
          const toShip = inTimePayment(order) !== null && order.shipment === null && unitsLeft(order) > 0
          if (campaign.fundedAt === null || promised === null || !toShip) continue
          const inDays = daysBetween(now, dayOf(promised, campaign.zone))
          due.set(inDays, (due.get(inDays) ?? 0) + 1)
        }
        const told = duesOf(facts, shopNow)
        expect(Object.fromEntries(told.map(({ inDays, orders: count }) => [inDays, count]))).toEqual(
          Object.fromEntries(due),
        )
        for (const { inDays, placedFrom, placedTo, orders: count } of told) {
          const placed = orders.filter((order) => {
            const day = dayOf(order.placedAt, campaign.zone)
            return (
              inTimePayment(order) !== null &&
              order.shipment === null &&
              unitsLeft(order) > 0 &&
              day >= placedFrom &&
              day <= placedTo
            )
          })
          expect(placed, `due in ${inDays} days`).toHaveLength(count)
        }
      }
      const { lines, orders } = promisesOf(factsOf(shop), today, shopNow)
      const cells = lines.flatMap((line) => line.cells).reduce((sum, cell) => sum + (cell?.orders ?? 0), 0)
      expect(cells).toBe(orders)
      expect(orders).toBe(
        factsOf(shop).reduce(
          (sum, facts) => sum + (facts.campaign.fundedAt === null ? 0 : facts.tally.toShip.orders),
          0,
        ),
      )
    }),
  )
})
