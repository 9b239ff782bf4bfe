import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openEmbeddedStore, type EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { rowsInBlock } from '../../../electron/store/embedded/searchLines'
import type { OrderQuery } from '../../../electron/store/store'
import { chanceFrom, type Chance } from '../../../electron/sample/chance'
import { paymentModes } from '../../../shared/campaigns/paymentMode'
import { id, type CampaignId } from '../../../shared/ids'
import { orderStates, type Order } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { orderSorts, type OrderFilter } from '../../../shared/orders/requests'
import { later } from '../../../shared/time'
import { aCampaign } from '../../shared/builders'
import { anOrder, aPaidOrder, aShipment, aSupporter, payBy, placedAt } from '../../shared/orderBuilders'
import { aFolder } from './folders'
import { anyOrder, begin, commit } from './records'

/** A campaign that is over, one that runs all the time, and one that began later. */
const campaigns = ['campaign-old', 'campaign-long', 'campaign-new'].map((name) => id<CampaignId>(name))

const names = ['Asha Rao', 'Ørjan Ünal', 'Zoë Sharma', 'Ravi Shah', 'Meera Iyer', 'Nguyễn Văn An']

const many = 2 * rowsInBlock + 1_500

function someOrder(sequence: number, chance: Chance): Order {
  const campaignId = campaigns[sequence % 7 === 0 ? 1 : sequence < rowsInBlock ? 0 : 2]
  const facts = {
    sequence,
    ...(campaignId && { campaignId }),
    units: chance.whole(1, 4),
    placedAt: later(placedAt, sequence),
    supporter: aSupporter({
      name: chance.pick(names),
      phone: `+91${chance.digits(10)}`,
      email: chance.is(0.3) ? '' : `${chance.pick(['asha', 'ravi.s', 'zoe'])}${chance.digits(2)}@gmail.com`,
    }),
  }
  if (chance.is(0.2)) return anOrder(facts)
  const paid = aPaidOrder({ ...facts, mode: chance.pick(paymentModes) })
  const payments = paid.payments.map((payment) => ({ ...payment, reference: `pay_${chance.digits(9)}` }))
  const shipment = chance.is(0.3) ? { ...aShipment(), trackingNumber: `BD${chance.digits(7)}IN` } : null
  return { ...paid, payments, shipment }
}

/** What an order says itself; promises of shipping are the campaign's. */
const sorts = orderSorts.filter((sort) => sort !== 'shipBy')
type Asked = OrderQuery & { readonly sort: (typeof sorts)[number] }

/** The same said in the plainest way. */
function fits(order: Order, { text, states, campaignId, mode }: OrderFilter): boolean {
  const { number, supporter, payments, shipment } = order
  const texts = [number, number.replace('-', ''), supporter.name, supporter.phone, supporter.email]
  texts.push(...payments.map(({ reference }) => reference), shipment?.trackingNumber ?? '')
  return (
    texts.some((part) => part.toLowerCase().includes(text.toLowerCase())) &&
    (states.length === 0 || states.includes(orderState(order, payBy))) &&
    (campaignId === null || campaignId === order.campaignId) &&
    (mode === null || payments.some((payment) => payment.mode === mode))
  )
}

function expected(orders: ReadonlyMap<number, Order>, { sort, ...query }: Asked): readonly number[] {
  const value = (order: Order): number => order[sort]
  const found = Array.from(orders.values())
    .filter((order) => fits(order, query))
    .sort((left, right) => value(left) - value(right) || left.sequence - right.sequence)
    .map(({ sequence }) => sequence)
  return query.descending ? found.reverse() : found
}

/** Parts of what orders hold, most of them found somewhere, and some that nobody has. */
const texts = (orders: ReadonlyMap<number, Order>): fc.Arbitrary<string> => {
  const parts = fc
    .tuple(fc.constantFrom(...orders.values()), fc.nat(5), fc.nat(12), fc.integer({ min: 3, max: 9 }))
    .map(([{ number, supporter, payments, shipment }, which, from, length]) => {
      const all = [
        number,
        supporter.name,
        supporter.phone,
        supporter.email,
        payments[0]?.reference,
        shipment?.trackingNumber,
      ]
      return (all[which] ?? '').slice(from, from + length)
    })
    .filter((part) => part === part.trim() && !/[-+]/u.test(part))
  return fc.oneof(parts, fc.constantFrom('', 'gmail', 'nobody has this', '0000000'))
}

const queries = (orders: ReadonlyMap<number, Order>): fc.Arbitrary<Asked> =>
  fc
    .record({
      text: texts(orders),
      states: fc.oneof(fc.constant([]), fc.subarray([...orderStates], { maxLength: 2 })),
      campaignId: fc.constantFrom(null, null, ...campaigns),
      mode: fc.constantFrom(null, null, ...paymentModes),
      sort: fc.oneof({ weight: 3, arbitrary: fc.constant('sequence' as const) }, fc.constantFrom(...sorts)),
      descending: fc.boolean(),
      offset: fc.oneof(fc.constant(0), fc.nat(many)),
      limit: fc.integer({ min: 1, max: 60 }),
    })
    .map((asked) => ({ ...anyOrder, ...asked }))

const open: EmbeddedStore[] = []
afterAll(async () => {
  for (const store of open) await store.close().catch(() => undefined)
})

async function mustAgree(store: EmbeddedStore, orders: ReadonlyMap<number, Order>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(queries(orders), async (query) => {
      const all = expected(orders, query)
      const page = await store.read.orders.page(query, payBy)
      expect(page.map(({ sequence }) => sequence)).toEqual(all.slice(query.offset, query.offset + query.limit))
      expect(await store.read.orders.count(query, payBy)).toBe(all.length)
    }),
    { numRuns: 150 },
  )
}

test('a page is what a plain look at every order finds, and the count how many it finds: as put, reopened, and changed', async () => {
  const folder = aFolder()
  const orders = new Map<number, Order>()
  const chance = chanceFrom(5)
  const put = (store: EmbeddedStore, changed: readonly Order[]): Promise<void> => {
    for (const order of changed) orders.set(order.sequence, order)
    return commit(store, (tx) => changed.forEach((order) => tx.orders.put(order)))
  }
  const first = await openEmbeddedStore(folder)
  open.push(first)
  await begin(first)
  await commit(first, (tx) => campaigns.forEach((campaign) => tx.campaigns.put(aCampaign({ id: campaign }))))
  await put(
    first,
    Array.from({ length: many }, (_, index) => someOrder(index + 1, chance)),
  )
  await mustAgree(first, orders)
  await first.snapshot()
  await first.close()

  const again = await openEmbeddedStore(folder)
  open.push(again)
  await mustAgree(again, orders)
  const changed = chance.shuffled(Array.from(orders.values())).slice(0, 700)
  await put(
    again,
    changed.map(({ sequence }) => someOrder(sequence, chance)),
  )
  await mustAgree(again, orders)
  await put(
    again,
    Array.from({ length: 90 }, (_, index) => someOrder(many + index + 1, chance)),
  )
  await again.snapshot()
  await mustAgree(again, orders)
}, 60_000)
