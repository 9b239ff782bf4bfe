import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderFilter } from '../../../renderer/orders/orderFilter'
import type { OrdersSearch } from '../../../renderer/orders/search'
import {
  behindEvent,
  behindHour,
  behindNet,
  behindOffer,
  behindPeriodDay,
  behindPeriodWait,
  behindReason,
  behindWait,
} from '../../../renderer/reports/charts/behind'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { marketFacts, marketOf } from '../../../shared/campaigns/market'
import type { Wait } from '../../../shared/orders/grouping'
import type { Order } from '../../../shared/orders/order'
import { daysOf } from '../../../shared/reports/campaign/days'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { clockHours, dayGrid, hoursOf, weekdayGrid } from '../../../shared/reports/campaign/hours'
import { offerEffects } from '../../../shared/reports/campaign/offerEffects'
import {
  postalAreaParts,
  postalZoneParts,
  reasonParts,
  regionParts,
  totals,
  variantParts,
  waitParts,
  type Part,
} from '../../../shared/reports/campaign/parts'
import { periodMeasures, periodReportOf, type PeriodMeasure } from '../../../shared/reports/portfolio/periodReport'
import { dayOf, later, type Day } from '../../../shared/time'
import { aCampaign, anOffer, offerId } from '../../shared/builders'
import { fitsPlainly } from '../../shared/orders/plainFilter'
import { factsOf, someOrders } from '../../shared/reports/campaign/campaignFacts'
import { anyShop, shopBegins, shopNow, toldOf, type ToldCampaign } from '../../shared/reports/randomShop'

const week = 7 * 24 * 3_600_000

/** One whose clocks stand still, and one in whose fortnight they are set on (São Paulo, 4 November 2018). */
const campaigns = [
  aCampaign({ offers: [anOffer()] }),
  aCampaign({
    offers: [anOffer()],
    market: 'BR',
    zone: marketFacts.BR.zone,
    startsAt: shopBegins,
    endsAt: later(shopBegins, 2 * week),
  }),
]

const whenOver = (campaign: Campaign) => later(campaign.endsAt, 4 * week)

/** What is read at hundreds of places is counted once. */
const once = <Value>(count: (facts: CampaignFacts) => Value) => {
  const known = new WeakMap<CampaignFacts, Value>()
  return (facts: CampaignFacts): Value => {
    const found = known.get(facts) ?? count(facts)
    known.set(facts, found)
    return found
  }
}
const hoursIn = once((facts) => hoursOf(facts, whenOver(facts.campaign)))
const daysIn = once((facts) => daysOf(facts, whenOver(facts.campaign)))

/** A place of a chart: the orders it leads to, and how it is read from the campaign's numbers: what it counts, in any unit. */
interface Place {
  readonly name: string
  readonly search: OrdersSearch
  readonly read: (facts: CampaignFacts) => number
}

const ofPart = (
  name: string,
  partsOf: (facts: CampaignFacts) => readonly Part[],
  searchOf: (key: string) => OrdersSearch,
  facts: CampaignFacts,
): readonly Place[] =>
  partsOf(facts).flatMap(({ key }) => {
    if (key === null) return []
    const find = (of: CampaignFacts): Part | undefined => partsOf(of).find((part) => part.key === key)
    const search = searchOf(key)
    return [
      { name: `${name} ${key}, units`, search, read: (of) => find(of)?.units ?? 0 },
      { name: `${name} ${key}, orders`, search, read: (of) => find(of)?.orders ?? 0 },
    ]
  })

function placesOf(facts: CampaignFacts): readonly Place[] {
  const { id } = facts.campaign
  const at = whenOver(facts.campaign)
  const events = ['paid', 'cancelled', 'lapsed'] as const
  const grid = (of: CampaignFacts) => dayGrid(hoursIn(of))
  const allAreas = (of: CampaignFacts) => postalAreaParts(of, 1000)
  const fewAreas = postalAreaParts(facts, 2)
  const known = fewAreas.flatMap(({ key }) => key ?? [])
  const total = (key: string) => (of: CampaignFacts) => totals(of).find((part) => part.key === key)?.units ?? 0
  return [
    ...ofPart('region', regionParts, (region) => behindNet(id, { region }), facts),
    ...ofPart('area', allAreas, (postalArea) => behindNet(id, { postalArea }), facts),
    ...ofPart('zone', postalZoneParts, (postalZone) => behindNet(id, { postalZone }), facts),
    ...ofPart('variant', variantParts, (variantId) => behindNet(id, { variantId }), facts),
    ...ofPart('reason', reasonParts, (reason) => behindReason(id, reason), facts),
    ...ofPart('wait', waitParts, (wait) => behindWait(id, wait as Wait), facts),
    {
      name: 'other areas',
      search: behindNet(id, { postalAreasBut: known }),
      read: (of) =>
        allAreas(of)
          .filter(({ key }) => !known.includes(key ?? ''))
          .reduce((sum, { units }) => sum + units, 0),
    },
    { name: 'placed', search: { campaignId: id }, read: total('placed') },
    { name: 'paid', search: behindEvent(id, 'paid'), read: total('paid') },
    { name: 'net', search: behindNet(id), read: total('net') },
    {
      name: 'offer',
      search: behindOffer(id, offerId),
      read: (of) => offerEffects(of, at).find(({ offer }) => offer.id === offerId)?.bought.units ?? 0,
    },
    ...daysIn(facts).flatMap(({ day }) =>
      events.map((event): Place => ({
        name: `${event} on ${day}`,
        search: behindEvent(id, event, day),
        read: (of) => daysIn(of).find((each) => each.day === day)?.[event] ?? 0,
      })),
    ),
    ...clockHours(hoursIn(facts)).flatMap(({ clock }) =>
      events.map((event): Place => ({
        name: `${event} at ${String(clock)}`,
        search: behindHour(id, event, { clock }),
        read: (of) => clockHours(hoursIn(of))[clock]?.[event] ?? 0,
      })),
    ),
    ...grid(facts).flatMap(({ day, cells }) =>
      cells.map((_cell, clock): Place => ({
        name: `${day} at ${String(clock)}`,
        search: behindHour(id, 'paid', { day, clock }),
        read: (of) => grid(of).find((line) => line.day === day)?.cells[clock] ?? 0,
      })),
    ),
    ...weekdayGrid(hoursIn(facts)).flatMap((cells, weekday) =>
      cells.map((_cell, clock): Place => ({
        name: `weekday ${String(weekday)} at ${String(clock)}`,
        search: behindHour(id, 'paid', { weekday, clock }),
        read: (of) => weekdayGrid(hoursIn(of))[weekday]?.[clock] ?? 0,
      })),
    ),
  ]
}

test('each place of a campaign’s charts counts exactly the orders that it leads to, days on which clocks change included', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...campaigns).chain((campaign) => fc.tuple(fc.constant(campaign), someOrders(campaign))),
      fc.array(fc.nat(500), { minLength: 15, maxLength: 15 }),
      ([campaign, orders], picks) => {
        const facts = factsOf(orders, campaign)
        const places = placesOf(facts)
        const alone = new Map(orders.map((order) => [order, factsOf([order], campaign)]))
        // All that say something, and some that do not: there are hundreds.
        const chosen = [
          ...places.filter(({ read }) => read(facts) !== 0),
          ...picks.flatMap((pick) => places[pick] ?? []),
        ]
        for (const { name, search, read } of chosen) {
          const filter = orderFilter(search, campaign.zone)
          const found = orders.filter((order) => fitsPlainly(order, campaign, filter, whenOver(campaign)))
          expect([name, read(factsOf(found, campaign))]).toEqual([name, read(facts)])
          for (const order of found) expect([name, read(alone.get(order) ?? facts)]).not.toEqual([name, 0])
        }
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)

const { zone } = marketFacts.BR
const today = dayOf(shopNow, zone)

function reportOf(shop: readonly ToldCampaign[]) {
  return periodReportOf(
    shop.map(({ facts }) => facts),
    {
      period: { kind: 'days', from: dayOf(shopBegins, zone), to: today },
      against: { kind: 'period before' },
      today,
      zone,
      currency: 'BRL',
      currencies: ['BRL'],
    },
  )
}

/** The shop with those orders alone that a list asked for in that way finds. */
const narrowed = (shop: readonly ToldCampaign[], search: OrdersSearch): readonly ToldCampaign[] =>
  shop.map(({ facts: { campaign }, orders }) => {
    const filter = orderFilter(search, zone)
    const found = orders.filter((order) => fitsPlainly(order, campaign, filter, shopNow))
    return toldOf(campaign, found, shopNow)
  })

const ordersIn = (shop: readonly ToldCampaign[]): readonly (readonly [Campaign, Order])[] =>
  shop.flatMap(({ facts, orders }) => orders.map((order) => [facts.campaign, order] as const))

test('each day of the portfolio and each wait counts exactly the orders that it leads to', () => {
  fc.assert(
    fc.property(anyShop, (shop) => {
      const report = reportOf(shop)
      const value = (of: readonly ToldCampaign[], measure: PeriodMeasure, day: Day): number =>
        reportOf(of).days.find((each) => each.day === day)?.now[measure] ?? 0
      for (const { day, now } of report.days) {
        for (const measure of periodMeasures) {
          const found = narrowed(shop, behindPeriodDay(report, measure, day))
          expect([measure, day, value(found, measure, day)]).toEqual([measure, day, now[measure] ?? 0])
          for (const [campaign, order] of ordersIn(found)) {
            expect(marketOf(campaign.currency)).toBe('BR')
            expect(value([toldOf(campaign, [order], shopNow)], measure, day)).not.toBe(0)
          }
        }
      }
      for (const { wait, now } of report.waits) {
        const found = narrowed(shop, behindPeriodWait(report, wait, report.span))
        expect(ordersIn(found)).toHaveLength(now ?? 0)
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)
