import { expect, test } from 'vitest'
import type { OrderQuery, Store } from '../../../electron/store/store'
import { id, type CampaignId, type PaymentId, type StaffId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { Order } from '../../../shared/orders/order'
import { BreakdownCounter } from '../../../shared/reports/breakdown/counter'
import { dayLength, instant, later, minute, type Instant } from '../../../shared/time'
import { aCampaign, campaignId } from '../../shared/builders'
import {
  aCancellation,
  anOrder,
  aPaidOrder,
  aPayment,
  aShipment,
  aSupporter,
  payBy,
  placedAt,
} from '../../shared/orderBuilders'
import type { NewPlace } from './contract'
import { openStores } from './openStores'
import { anyOrder, commit } from './records'

const funded = id<CampaignId>('campaign-funded')

/** One order of each state, counted as they stand here; 7 and 8 are in a funded campaign. */
const orders: readonly Order[] = [
  anOrder({ sequence: 1 }),
  anOrder({ sequence: 2, units: 3, payBy: later(placedAt, 5 * minute), placedAt: later(placedAt, minute) }),
  aPaidOrder({
    sequence: 3,
    units: 2,
    supporter: aSupporter({ name: 'Ørjan Ünal', phone: '+919812300000', email: '' }),
  }),
  anOrder({ sequence: 4, lapsedAt: payBy, placedAt: later(placedAt, 2 * minute) }),
  anOrder({ sequence: 5, cancellations: [aCancellation()], supporter: aSupporter({ email: 'Ravi@Example.com' }) }),
  aPaidOrder({ sequence: 6, units: 2, voidedAt: payBy, mode: 'card' }),
  aPaidOrder({ sequence: 7, campaignId: funded, mode: 'wallet', total: minor(5) }),
  aPaidOrder({ sequence: 8, campaignId: funded, shipment: aShipment() }),
  aPaidOrder({ sequence: 9, campaignId: funded, shipment: aShipment(), deliveredAt: payBy }),
]

const sequences = (rows: readonly Order[]): readonly number[] => rows.map(({ sequence }) => sequence)

async function found(store: Store, query: Partial<OrderQuery>, at: Instant = payBy): Promise<readonly number[]> {
  const asked = { ...anyOrder, ...query }
  const rows = await store.read.orders.page(asked, at)
  expect(await store.read.orders.count(asked, at)).toBe(rows.length)
  const walked = await store.read.orders.walk(asked, at)
  expect([walked.total, sequences(await walked.slice(0, 500))]).toEqual([rows.length, sequences(rows)])
  return sequences(rows)
}

export function orderContract(newPlace: NewPlace): void {
  const stores = openStores(newPlace)

  async function withOrders(): Promise<Store> {
    const { store } = await stores.begun()
    await commit(store, (tx) => {
      tx.campaigns.put(aCampaign({ id: funded, fundedAt: placedAt }))
      for (const order of orders) tx.orders.put(order)
    })
    return store
  }

  test('every filter finds what fits it, and filters narrow each other', async () => {
    const store = await withOrders()
    expect(await found(store, {})).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await found(store, { states: ['paid'] })).toEqual([3, 7])
    expect(await found(store, { states: ['cancelled', 'voided'] })).toEqual([5, 6])
    expect(await found(store, { states: ['shipped', 'delivered'] })).toEqual([8, 9])
    expect(await found(store, { campaignId: funded })).toEqual([7, 8, 9])
    expect(await found(store, { mode: 'card' })).toEqual([6])
    expect(await found(store, { placedFrom: later(placedAt, minute) })).toEqual([2, 4])
    expect(await found(store, { placedTo: later(placedAt, minute), placedFrom: later(placedAt, 1) })).toEqual([2])
    expect(await found(store, { toShip: true })).toEqual([7])
    expect(await found(store, { overdue: true })).toEqual([])
    expect(await found(store, { overdue: true }, later(placedAt, 12 * dayLength))).toEqual([7])
    expect(await found(store, { states: ['paid'], campaignId: campaignId, mode: 'UPI' })).toEqual([3])
    expect(await found(store, { campaignId: id<CampaignId>('campaign-nowhere') })).toEqual([])
  })

  test('time lets an order lapse in the list at the instant after its payment window', async () => {
    const store = await withOrders()
    const over = later(placedAt, 5 * minute)
    expect(await found(store, { states: ['awaiting payment'] }, over)).toEqual([1, 2])
    expect(await found(store, { states: ['awaiting payment'] }, later(over, 1))).toEqual([1])
    expect(await found(store, { states: ['lapsed'] }, later(over, 1))).toEqual([2, 4])
  })

  test('a search finds any part of number, name, phone and e-mail, whatever its case', async () => {
    const store = await withOrders()
    const number = orders[2]?.number ?? ''
    expect(await found(store, { text: number })).toEqual([3])
    expect(await found(store, { text: number.replace('-', '') })).toEqual([3])
    expect(await found(store, { text: ' ørJAN ü' })).toEqual([3])
    expect(await found(store, { text: '98123' })).toEqual([3])
    expect(await found(store, { text: '98123 00 000' })).toEqual([3])
    expect(await found(store, { text: '+91 98123-00000' })).toEqual([3])
    expect(await found(store, { text: 'ravi@EXAMPLE' })).toEqual([5])
    expect(await found(store, { text: 'nobody' })).toEqual([])
    await commit(store, (tx) => tx.orders.put({ ...anOrder(), supporter: aSupporter({ name: 'Nobody' }) }))
    expect(await found(store, { text: 'nobody' })).toEqual([1])
  })

  test('a search finds any part of a payment reference and of a tracking number, of open and closed orders', async () => {
    const store = await withOrders()
    expect(await found(store, { text: 'AY_7rk' })).toEqual([3, 6, 7, 8, 9])
    expect(await found(store, { text: 'd12' })).toEqual([8, 9])
    const late = aPayment({ id: id<PaymentId>('o0000000003-p2'), mode: 'card', reference: 'RRN 4711 081 516' })
    const twice = {
      ...aPaidOrder({ sequence: 3, units: 2 }),
      payments: [...aPaidOrder({ sequence: 3 }).payments, late],
    }
    await commit(store, (tx) => tx.orders.put({ ...twice, shipment: { ...aShipment(), trackingNumber: 'DTDC-99' } }))
    expect(await found(store, { text: '4711 081' })).toEqual([3])
    expect(await found(store, { text: 'dtdc-9' })).toEqual([3])
    expect(await found(store, { text: 'rrn\n4711' })).toEqual([3])
  })

  test('a text does not reach from one thing into another', async () => {
    const store = await withOrders()
    expect(await found(store, { text: 'Rao\n+91' })).toEqual([])
    expect(await found(store, { text: 'example.comraha' })).toEqual([])
  })

  test('every order of rows is kept, ties by the order of orders, and a page is a part of it', async () => {
    const store = await withOrders()
    expect(await found(store, { descending: true })).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(await found(store, { sort: 'units' })).toEqual([1, 4, 5, 7, 8, 9, 3, 6, 2])
    expect(await found(store, { sort: 'units', descending: true })).toEqual([2, 6, 3, 9, 8, 7, 5, 4, 1])
    expect((await found(store, { sort: 'total' }))[0]).toBe(7)
    expect((await found(store, { sort: 'payBy' }))[0]).toBe(2)
    // The other campaign promises its own ones three days sooner.
    await commit(store, (tx) =>
      tx.campaigns.put(aCampaign({ id: funded, fundedAt: placedAt, shippingPromise: { days: 7, base: 'funding' } })),
    )
    expect(await found(store, { sort: 'shipBy' })).toEqual([7, 8, 9, 1, 3, 5, 6, 2, 4])
    for (const query of [{}, { sort: 'units' as const }, { states: ['paid' as const] }]) {
      const all = await found(store, query)
      const page = await store.read.orders.page({ ...anyOrder, ...query, offset: 1, limit: 1 }, payBy)
      expect(sequences(page)).toEqual(all.slice(1, 2))
    }
    const beyond = await store.read.orders.page({ ...anyOrder, offset: 50, limit: 5 }, payBy)
    expect(beyond).toEqual([])
  })

  test('a list that is walked keeps its rows, each as it was last committed', async () => {
    const store = await withOrders()
    const walked = await store.read.orders.walk({ ...anyOrder, states: ['paid'] }, payBy)
    await commit(store, (tx) => {
      tx.orders.put(aPaidOrder({ sequence: 10 }))
      tx.orders.put(aPaidOrder({ sequence: 7, campaignId: funded, mode: 'wallet', shipment: aShipment() }))
    })
    const rows = await walked.slice(1, 5)
    expect([walked.total, sequences(rows), rows[0]?.shipment?.carrier]).toEqual([2, [7], aShipment().carrier])
    expect(await walked.slice(2, 5)).toEqual([])
  })

  test('a short page of a long list in any order of rows is the same part of it', async () => {
    const { store } = await stores.begun()
    const many = Array.from({ length: 200 }, (_, index) =>
      anOrder({ sequence: index + 1, units: 1 + ((index * 37) % 11) }),
    )
    await commit(store, (tx) => many.forEach((order) => tx.orders.put(order)))
    const byUnits = [...many].sort((left, right) => left.units - right.units || left.sequence - right.sequence)
    for (const offset of [0, 3, 40, 195]) {
      const rows = await store.read.orders.page({ ...anyOrder, sort: 'units', offset, limit: 7 }, payBy)
      expect(sequences(rows)).toEqual(sequences(byUnits.slice(offset, offset + 7)))
    }
  })

  test('orders put out of their order are listed in it', async () => {
    const { store } = await stores.begun()
    for (const sequence of [5, 2, 9, 1]) await commit(store, (tx) => tx.orders.put(anOrder({ sequence })))
    expect(await found(store, {})).toEqual([1, 2, 5, 9])
    expect(sequences(await store.read.orders.ofSupporter(aSupporter().phone, 10))).toEqual([9, 5, 2, 1])
  })

  test('a supporter is known by the phone number', async () => {
    const store = await withOrders()
    const { phone } = aSupporter()
    expect(sequences(await store.read.orders.ofSupporter(phone, 3))).toEqual([9, 8, 7])
    expect(sequences(await store.read.orders.ofSupporter('+919812300000', 3))).toEqual([3])
    await commit(store, (tx) => tx.orders.put({ ...anOrder(), supporter: aSupporter({ phone: '+919812300000' }) }))
    expect(sequences(await store.read.orders.ofSupporter('+919812300000', 3))).toEqual([3, 1])
    expect(await store.read.orders.ofSupporter('+910000000000', 3)).toEqual([])
  })

  test('units are held by what awaits payment and what was paid, until they lapse or are cancelled', async () => {
    const store = await withOrders()
    const { phone } = aSupporter()
    const held = (at: Instant) => store.read.orders.unitsHeld(campaignId, phone, at)
    expect(await held(placedAt)).toBe(1 + 3)
    expect(await held(later(placedAt, 5 * minute + 1))).toBe(1)
    expect(await held(later(payBy, 1))).toBe(0)
    expect(await store.read.orders.unitsHeld(funded, phone, later(payBy, 1))).toBe(3)
    await commit(store, (tx) =>
      tx.orders.put(aPaidOrder({ sequence: 2, units: 3, cancellations: [aCancellation({ units: 1 })] })),
    )
    expect(await held(later(payBy, 1))).toBe(2)
    expect(await store.read.orders.unitsHeld(campaignId, '+910000000000', placedAt)).toBe(0)
  })

  test('what is due to lapse is found once its time is over, the earliest first', async () => {
    const store = await withOrders()
    const due = async (at: Instant, limit = 10) => sequences(await store.read.orders.toLapse(campaignId, at, limit))
    const over = later(placedAt, 5 * minute)
    expect(await due(over)).toEqual([])
    expect(await store.read.orders.campaignsToLapse(over)).toEqual([])
    expect(await due(later(over, 1))).toEqual([2])
    expect(await store.read.orders.campaignsToLapse(later(over, 1))).toEqual([campaignId])
    expect(await due(later(payBy, 1))).toEqual([2, 1])
    expect(await due(later(payBy, 1), 1)).toEqual([2])
    await commit(store, (tx) =>
      tx.orders.put(anOrder({ sequence: 2, units: 3, lapsedAt: over, placedAt: later(placedAt, minute) })),
    )
    expect(await due(later(payBy, 1))).toEqual([1])
    await commit(store, (tx) => tx.orders.put(aPaidOrder()))
    expect(await store.read.orders.campaignsToLapse(instant(8.64e15))).toEqual([])
  })

  test('what is to be voided comes in the order of orders, after the last one dealt with', async () => {
    const { store } = await stores.begun()
    await commit(store, (tx) => {
      for (const sequence of [1, 2, 4, 5, 6]) tx.orders.put(aPaidOrder({ sequence }))
      tx.orders.put(anOrder({ sequence: 3 }))
      tx.orders.put(aPaidOrder({ sequence: 5, cancellations: [aCancellation()] }))
    })
    const after = async (last: Order | null, limit = 10) =>
      sequences(await store.read.orders.toVoid(campaignId, last?.id ?? null, limit))
    expect(await after(null)).toEqual([1, 2, 4, 6])
    expect(await after(null, 2)).toEqual([1, 2])
    expect(await after(anOrder({ sequence: 2 }))).toEqual([4, 6])
    expect(await after(anOrder({ sequence: 6 }))).toEqual([])
    await commit(store, (tx) => tx.orders.put(aPaidOrder({ sequence: 4, voidedAt: payBy })))
    expect(await after(anOrder({ sequence: 2 }))).toEqual([6])
  })

  test('a payment is found by its reference within its mode, late money as well', async () => {
    const { store } = await stores.begun()
    const late = aPayment({
      id: id<PaymentId>('o0000000001-p2'),
      mode: 'card',
      reference: 'late',
      late: 'paid a second time',
    })
    await commit(store, (tx) => tx.orders.put({ ...aPaidOrder(), payments: [...aPaidOrder().payments, late] }))
    const { orders: asked } = store.read
    expect(await asked.byPaymentReference('UPI', 'pay_7Rk2')).toBe(anOrder().id)
    expect(await asked.byPaymentReference('card', 'late')).toBe(anOrder().id)
    expect(await asked.byPaymentReference('card', 'pay_7Rk2')).toBeNull()
  })

  test('what someone has in hand is open, theirs now, and the oldest first, also after a restart', async () => {
    const opened = await stores.begun()
    const [ravi, asha] = [id<StaffId>('staff-ravi'), id<StaffId>('staff-asha')]
    const given = (to: StaffId, name: string) => ({ at: placedAt, by: 'Meera Iyer', to: { staffId: to, name } })
    const [toRavi, toAsha] = [given(ravi, 'Ravi Menon'), given(asha, 'Asha Nair')]
    const nobody = { ...toRavi, to: null }
    await commit(opened.store, (tx) => {
      tx.orders.put(aPaidOrder({ sequence: 4, assignments: [toRavi] }))
      tx.orders.put(anOrder({ sequence: 1, assignments: [toAsha, toRavi] }))
      tx.orders.put(aPaidOrder({ sequence: 2, assignments: [toRavi, toAsha] }))
      tx.orders.put(aPaidOrder({ sequence: 3, assignments: [toRavi], shipment: aShipment() }))
      tx.orders.put(aPaidOrder({ sequence: 5, assignments: [toRavi, nobody] }))
      tx.orders.put(aPaidOrder({ sequence: 6 }))
    })
    const inHand = async (staff: StaffId, at = payBy) => sequences(await opened.store.read.orders.assignedTo(staff, at))
    expect([await inHand(ravi), await inHand(asha)]).toEqual([[1, 4], [2]])
    expect(await inHand(ravi, later(payBy, 1))).toEqual([4])
    await commit(opened.store, (tx) => tx.orders.put(aPaidOrder({ sequence: 4, assignments: [toRavi, nobody] })))
    expect(await inHand(ravi)).toEqual([1])
    const again = await opened.reopen()
    expect(sequences(await again.read.orders.assignedTo(ravi, payBy))).toEqual([1])
    expect(sequences(await again.read.orders.assignedTo(asha, payBy))).toEqual([2])
  })

  test('a breakdown is the sum of what the orders contribute, campaign by campaign', async () => {
    const store = await withOrders()
    const known = await store.read.campaigns.breakdowns()
    expect([...known.keys()].sort()).toEqual([funded, campaignId].sort())
    for (const of of [aCampaign(), aCampaign({ id: funded, fundedAt: placedAt })]) {
      const counter = new BreakdownCounter()
      for (const order of orders) if (order.campaignId === of.id) counter.move(order, of, 1)
      expect(known.get(of.id)).toEqual(counter.told())
      expect(await store.read.campaigns.breakdown(of.id)).toEqual(counter.told())
    }
    expect(await store.read.campaigns.breakdown(id<CampaignId>('campaign-none'))).toBeNull()
  })

  test('supporters are counted once, however often they order, and known from campaigns before', async () => {
    const store = await withOrders()
    const first = await store.read.campaigns.supporters(campaignId)
    expect(first).toEqual({ supporters: 2, repeated: 0, returning: 0 })
    const next = id<CampaignId>('campaign-next')
    const [asha, ravi] = [aSupporter(), aSupporter({ phone: '+919800000001' })]
    await commit(store, (tx) => {
      tx.campaigns.put(aCampaign({ id: next, launchedAt: later(placedAt, minute) }))
      for (const [sequence, supporter] of [asha, asha, ravi].entries())
        tx.orders.put(aPaidOrder({ sequence: 20 + sequence, campaignId: next, supporter }))
      tx.orders.put(anOrder({ sequence: 30, campaignId: next, supporter: ravi }))
    })
    expect(await store.read.campaigns.supporters(next)).toEqual({ supporters: 2, repeated: 1, returning: 1 })
    expect(await store.read.campaigns.supporters(campaignId)).toEqual(first)
  })
}
