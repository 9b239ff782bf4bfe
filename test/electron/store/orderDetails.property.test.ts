import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openEmbeddedStore, type EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import type { OrderQuery } from '../../../electron/store/store'
import { chanceFrom, type Chance } from '../../../electron/sample/chance'
import { markets } from '../../../shared/campaigns/market'
import { id, type CampaignId, type OfferId, type PaymentId, type RefundId } from '../../../shared/ids'
import { orderEvents } from '../../../shared/orders/details'
import { waits } from '../../../shared/orders/grouping'
import type { Order } from '../../../shared/orders/order'
import { unitsLeft } from '../../../shared/orders/orderState'
import type { OrderFilter } from '../../../shared/orders/requests'
import { dayLength, hour, later, minute, zone, type Instant } from '../../../shared/time'
import { aCampaign, blackId, whiteId } from '../../shared/builders'
import { aCancellation, anEvent, anOrder, aPayment, aRefund, aSupporter, placedAt } from '../../shared/orderBuilders'
import { fitsPlainly } from '../../shared/orders/plainFilter'
import { aFolder } from './folders'
import { anyOrder, begin, commit } from './records'

const campaigns = [
  aCampaign({ id: id<CampaignId>('campaign-india') }),
  aCampaign({
    id: id<CampaignId>('campaign-brazil'),
    market: 'BR',
    currency: 'BRL',
    // Its clocks are set on within the days of these orders.
    zone: zone('America/New_York'),
    startsAt: later(aCampaign().startsAt, -dayLength),
  }),
]

const regions = ['Karnataka', ' KARNATAKA', 'Tamil Nadu', 'Delhi', '']
const codes = ['560001', '560048', '56', '400001', '110 001', 'SW1A', '']
const reasons = ['Changed their mind', 'Ordered twice']
const offers = [null, id<OfferId>('offer-one'), id<OfferId>('offer-two')]
const end = later(placedAt, 40 * dayLength)
const moment = (chance: Chance): Instant => later(placedAt, chance.whole(0, 20 * 24 * 60) * minute)

function someOrder(sequence: number, chance: Chance): Order {
  const at = moment(chance)
  const payBy = later(at, hour)
  const order = anOrder({
    sequence,
    campaignId: chance.pick(campaigns).id,
    variantId: chance.pick([blackId, whiteId]),
    offerId: chance.pick(offers),
    units: chance.whole(2, 4),
    placedAt: at,
    payBy,
    supporter: aSupporter({
      address: { ...aSupporter().address, region: chance.pick(regions), postalCode: chance.pick(codes) },
    }),
  })
  return chance.is(0.2) ? { ...order, lapsedAt: payBy } : grown(order, chance)
}

/** The order after something more has happened to it, as it does: payments, cancellations and refunds are only ever added. */
function grown(order: Order, chance: Chance): Order {
  const { id: own, payments, cancellations, refunds } = order
  const name = (kind: string, count: number): string => `${own}-${kind}${String(count + 1)}`
  const paidAt = later(order.placedAt, chance.whole(-2, 90) * minute)
  const inTime = payments.length === 0 && chance.is(0.8)
  const payment = aPayment({
    id: id<PaymentId>(name('p', payments.length)),
    paidAt,
    units: inTime ? unitsLeft(order) : 0,
    late: inTime ? null : 'paid a second time',
    mode: chance.pick(['UPI', 'card']),
  })
  const cancellation = aCancellation({ reason: chance.pick(reasons), at: later(paidAt, chance.whole(1, 300) * hour) })
  const refund = aRefund({
    id: id<RefundId>(name('r', refunds.length)),
    key: name('refund', refunds.length),
    events: chance.is(0.5) ? [] : [anEvent('sent', moment(chance)), anEvent('settled', moment(chance))],
  })
  const undone = { at: end, by: 'Meera Iyer' }
  return {
    ...order,
    payments: chance.is(0.7) && unitsLeft(order) > 0 ? [...payments, payment] : payments,
    cancellations: [
      ...cancellations.map((each) => (chance.is(0.2) ? { ...each, undone } : each)),
      ...(chance.is(0.4) && unitsLeft(order) > 0 ? [cancellation] : []),
    ],
    refunds: chance.is(0.2) && payments.length > 0 ? [...refunds, refund] : refunds,
  }
}

const maybe = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
const instants = fc.option(
  fc.integer({ min: 0, max: 22 * 48 }).map((halves) => later(placedAt, halves * 30 * minute)),
  {
    nil: undefined,
  },
)

const filters: fc.Arbitrary<OrderFilter> = fc
  .record({
    campaignId: fc.constantFrom(null, ...campaigns.map(({ id: own }) => own)),
    states: fc.constantFrom<OrderFilter['states']>([], [], ['paid', 'shipped', 'delivered', 'voided']),
    market: fc.option(fc.constantFrom(...markets), { nil: undefined, freq: 1 }),
    startedFrom: fc.option(fc.constant(aCampaign().startsAt), { nil: undefined, freq: 1 }),
    startedTo: fc.option(fc.constant(later(aCampaign().startsAt, -1)), { nil: undefined, freq: 1 }),
    variantId: maybe([blackId, whiteId]),
    offerId: maybe(offers.filter((each) => each !== null)),
    region: maybe(['karnataka', 'delhi', '', 'goa']),
    postalArea: maybe(['560', '56', '400', '', '999']),
    postalAreasBut: fc.option(fc.subarray(['560', '', '110']), { nil: undefined, freq: 1 }),
    postalZone: maybe(['5', 'S', '']),
    reason: maybe([...reasons, 'nobody said this']),
    wait: maybe(waits),
    event: maybe(orderEvents),
    eventFrom: instants,
    eventTo: instants,
    eventHour: maybe([2, 12, 23]),
    eventWeekday: maybe([0, 6]),
  })
  // Of so many only a few are asked at once, or nothing is ever found.
  .chain((whole) =>
    fc.subarray(Object.keys(whole) as (keyof typeof whole)[], { maxLength: 4 }).map((asked) => {
      const alone = Object.fromEntries(asked.map((name) => [name, whole[name]]))
      return { ...everything, ...(alone as Partial<OrderFilter>) }
    }),
  )

const { sort: _sort, descending: _descending, offset: _offset, limit: _limit, ...everything } = anyOrder

const open: EmbeddedStore[] = []
afterAll(async () => {
  for (const store of open) await store.close().catch(() => undefined)
})

async function mustAgree(store: EmbeddedStore, orders: ReadonlyMap<number, Order>): Promise<void> {
  const inTurn = Array.from(orders.values()).sort((left, right) => left.sequence - right.sequence)
  let found = 0
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const expected = inTurn.flatMap((order) => {
        const campaign = campaigns.find(({ id: own }) => own === order.campaignId)
        return campaign !== undefined && fitsPlainly(order, campaign, filter, end) ? order.sequence : []
      })
      const query: OrderQuery = { ...anyOrder, ...filter, sort: 'sequence', descending: false, offset: 0, limit: 1000 }
      const page = await store.read.orders.page(query, end)
      expect(page.map(({ sequence }) => sequence)).toEqual(expected)
      expect(await store.read.orders.count(filter, end)).toBe(expected.length)
      const walked = await store.read.orders.walk({ ...filter, sort: 'units', descending: true }, end)
      expect(walked.total).toBe(expected.length)
      if (expected.length > 0 && expected.length < orders.size) found += 1
    }),
    { numRuns: 150 },
  )
  expect(found).toBeGreaterThan(25)
}

test('what is asked of variants, places, reasons, waits and events finds what a plain look at every order does: as put, reopened, changed and taken back', async () => {
  const folder = aFolder()
  const orders = new Map<number, Order>()
  const chance = chanceFrom(11)
  const put = (store: EmbeddedStore, changed: readonly Order[]): Promise<void> => {
    for (const order of changed) orders.set(order.sequence, order)
    return commit(store, (tx) => changed.forEach((order) => tx.orders.put(order)))
  }
  const first = await openEmbeddedStore(folder)
  open.push(first)
  await begin(first)
  await commit(first, (tx) => campaigns.forEach((campaign) => tx.campaigns.put(campaign)))
  await put(
    first,
    Array.from({ length: 400 }, (_, index) => someOrder(index + 1, chance)),
  )
  await put(
    first,
    Array.from(orders.values(), (order) => grown(order, chance)),
  )
  await mustAgree(first, orders)
  await first.snapshot()
  await first.close()

  const again = await openEmbeddedStore(folder)
  open.push(again)
  await mustAgree(again, orders)
  await put(
    again,
    Array.from(orders.values())
      .filter(() => chance.is(0.3))
      .map((order) => grown(order, chance)),
  )
  await expect(
    commit(again, (tx) => {
      const last = grown(someOrder(401, chance), chance)
      tx.orders.put({ ...last, cancellations: [aCancellation()] })
      throw new Error('taken back')
    }),
  ).rejects.toThrow('taken back')
  await mustAgree(again, orders)
}, 120_000)
