import { expect, test } from 'vitest'
import type { RefundQuery, Store } from '../../../electron/store/store'
import { id, type CampaignId, type RefundId } from '../../../shared/ids'
import { marketFacts } from '../../../shared/campaigns/market'
import type { Order, Refund } from '../../../shared/orders/order'
import { stoodIds } from '../../../shared/refunds/stood'
import { day, dayLength, dayOf, later, startOfDay, type Instant } from '../../../shared/time'
import { aCampaign, india } from '../../shared/builders'
import { anEvent, aPaidOrder, aRefund, aSupporter, placedAt } from '../../shared/orderBuilders'
import { refundFitsPlainly } from '../../shared/refunds/plainRefundFilter'
import type { NewPlace } from './contract'
import { openStores } from './openStores'
import { anyRefund, commit, someSettings } from './records'

const elsewhere = id<CampaignId>('campaign-elsewhere')

function withRefund(sequence: number, refund: Partial<Refund>, order: Partial<Order> & { mode?: 'card' } = {}): Order {
  const paid = aPaidOrder({ ...order, sequence })
  const refundId = id<RefundId>(`${paid.id}-r1`)
  const paymentId = paid.payments[0]?.id ?? aRefund().paymentId
  return { ...paid, refunds: [aRefund({ id: refundId, key: `refund-${refundId}`, paymentId, ...refund })] }
}

const owedAt = (days: number): Instant => later(placedAt, days * dayLength)

/** UPI refunds are overdue after seven working days, cards after ten. */
const orders: readonly Order[] = [
  withRefund(1, { owedAt: owedAt(5) }),
  withRefund(2, { owedAt: owedAt(3), events: [anEvent('sent', owedAt(20))] }),
  withRefund(3, { owedAt: owedAt(4), events: [anEvent('sent', owedAt(4))] }),
  withRefund(4, { owedAt: owedAt(6), events: [anEvent('sent'), anEvent('failed')], cause: 'late money' }),
  withRefund(5, { owedAt: owedAt(1), events: [anEvent('sent'), anEvent('settled')], cause: 'late money' }),
  withRefund(6, { owedAt: owedAt(2) }, { campaignId: elsewhere, supporter: aSupporter({ name: 'Ravi Shah' }) }),
  withRefund(7, { owedAt: owedAt(4), events: [anEvent('sent', owedAt(11))] }, { mode: 'card' }),
]
const now = owedAt(21)

export function refundContract(newPlace: NewPlace): void {
  const stores = openStores(newPlace)

  async function withRefunds(): Promise<Store> {
    const { store } = await stores.begun()
    await commit(store, (tx) => {
      tx.campaigns.put(aCampaign({ id: elsewhere }))
      for (const order of orders) tx.orders.put(order)
    })
    return store
  }

  async function found(store: Store, query: Partial<RefundQuery>): Promise<readonly number[]> {
    const asked = { ...anyRefund, ...query }
    const { rows, total } = await store.read.refunds.page(asked, now)
    expect(total).toBe(rows.length)
    const walked = await store.read.refunds.walk(asked, now)
    expect([walked.total, await walked.slice(0, 500)]).toEqual([total, rows])
    return rows.map(({ order }) => order.sequence)
  }

  test('failed refunds come first, then overdue ones, then the longest owed, and last what has arrived', async () => {
    const store = await withRefunds()
    expect(await found(store, {})).toEqual([4, 3, 6, 2, 7, 1, 5])
    const page = await store.read.refunds.page({ ...anyRefund, offset: 1, limit: 2 }, now)
    expect([page.rows.map(({ order }) => order.sequence), page.total]).toEqual([[3, 6], 7])
  })

  test('every filter finds what fits it', async () => {
    const store = await withRefunds()
    expect(await found(store, { states: ['owed'] })).toEqual([6, 1])
    expect(await found(store, { states: ['settled', 'failed'] })).toEqual([4, 5])
    expect(await found(store, { cause: 'late money' })).toEqual([4, 5])
    expect(await found(store, { campaignId: elsewhere })).toEqual([6])
    expect(await found(store, { mode: 'card' })).toEqual([7])
    expect(await found(store, { overdue: true })).toEqual([3])
    expect(await found(store, { overdue: true, states: ['owed'] })).toEqual([])
    expect(await found(store, { aging: true })).toEqual([])
    expect(await found(store, { text: 'ravi' })).toEqual([6])
    expect(await found(store, { text: 'rrn 810212' })).toEqual([5])
    expect(await found(store, { text: 'refund-o0000000005' })).toEqual([5])
    expect(await found(store, { text: 'PAY_7rk', states: ['settled'] })).toEqual([5])
  })

  test('bank holidays put off what is overdue, as soon as they are known', async () => {
    const store = await withRefunds()
    expect((await store.read.refunds.counts(now)).overdue).toBe(1)
    const holidays = Array.from({ length: 20 }, (_, index) => ({
      market: 'IN' as const,
      day: dayOf(owedAt(5 + index), india),
      name: 'Strike',
    }))
    await commit(store, (tx) => tx.settings.put({ ...someSettings, holidays }))
    expect((await store.read.refunds.counts(now)).overdue).toBe(0)
    expect(await found(store, { overdue: true })).toEqual([])
  })

  test('what is not sent is counted and found once its payment is five months old', async () => {
    const store = await withRefunds()
    const monthsLater = owedAt(155)
    expect((await store.read.refunds.counts(monthsLater)).aging).toBe(3)
    const { rows } = await store.read.refunds.page({ ...anyRefund, aging: true }, monthsLater)
    expect(rows.map(({ order }) => order.sequence)).toEqual([4, 6, 1])
  })

  test('the counts follow each step of a refund', async () => {
    const store = await withRefunds()
    expect(await store.read.refunds.counts(now)).toEqual({
      states: { owed: 2, sent: 3, settled: 1, failed: 1 },
      lateMoney: 1,
      overdue: 1,
      aging: 0,
    })
    await commit(store, (tx) => {
      tx.orders.put(withRefund(1, { owedAt: owedAt(5), events: [anEvent('sent', now)] }))
      tx.orders.put(withRefund(3, { owedAt: owedAt(4), events: [anEvent('sent', owedAt(4)), anEvent('settled', now)] }))
      tx.orders.put(withRefund(4, { owedAt: owedAt(6), events: [anEvent('failed'), anEvent('owed again')] }))
    })
    expect(await store.read.refunds.counts(now)).toEqual({
      states: { owed: 2, sent: 3, settled: 2, failed: 0 },
      lateMoney: 0,
      overdue: 0,
      aging: 0,
    })
  })

  test('what is open is told by state, mode and age, and each number is what the queue finds', async () => {
    const store = await withRefunds()
    const ages = await store.read.refunds.ages(now)
    const told = ages.map(({ state, mode, age, refunds, amounts }) => [state, mode, age, refunds, amounts.INR])
    const one = aRefund().amount
    expect(told).toEqual([
      ['owed', 'UPI', '30', 2, 2 * one],
      ['sent', 'UPI', '2', 1, one],
      ['sent', 'UPI', '14', 1, one],
      ['sent', 'card', '14', 1, one],
      ['failed', 'UPI', '30', 1, one],
    ])
    for (const { state, mode, age, refunds } of ages) {
      expect(await found(store, { states: [state], mode, age })).toHaveLength(refunds)
    }
    expect(await found(store, { age: 'older' })).toEqual([])
  })

  test('bank holidays make what was sent no older', async () => {
    const store = await withRefunds()
    const holidays = Array.from({ length: 20 }, (_, index) => ({
      market: 'IN' as const,
      day: dayOf(owedAt(5 + index), india),
      name: 'Strike',
    }))
    await commit(store, (tx) => tx.settings.put({ ...someSettings, holidays }))
    expect(await found(store, { states: ['sent'], age: '2' })).toEqual([2, 3, 7])
    expect(await found(store, { states: ['owed'], age: '30' })).toEqual([6, 1])
  })

  test('what was owed or refunded at the end of any day is found as its record says, in a campaign and in a market', async () => {
    const { store } = await stores.begun()
    const brazil = aCampaign({ id: id('campaign-brazil'), market: 'BR', currency: 'BRL', zone: marketFacts.BR.zone })
    const campaigns = [aCampaign(), aCampaign({ id: elsewhere }), brazil]
    const more = [
      withRefund(8, { owedAt: owedAt(2), events: [anEvent('withdrawn')] }),
      withRefund(9, { owedAt: owedAt(2), events: [anEvent('sent'), anEvent('settled', owedAt(9)), anEvent('failed')] }),
      withRefund(10, { owedAt: owedAt(3), events: [anEvent('settled', owedAt(8)), anEvent('acknowledged')] }),
      withRefund(11, { owedAt: owedAt(3), events: [anEvent('settled', owedAt(12))] }, { campaignId: brazil.id }),
      // The last instant of a day in Brazil, and the first of the next one.
      ...[-1, 0].map((past, index) =>
        withRefund(
          12 + index,
          { owedAt: later(startOfDay(day('2018-04-20'), brazil.zone), past) },
          { campaignId: brazil.id },
        ),
      ),
    ]
    await commit(store, (tx) => {
      for (const campaign of campaigns) tx.campaigns.put(campaign)
      for (const order of [...orders, ...more]) tx.orders.put(order)
    })
    const asked: readonly Partial<RefundQuery>[] = [
      {},
      { states: ['settled'] },
      ...campaigns.map(({ id: campaignId }) => ({ campaignId })),
      ...(['IN', 'BR'] as const).map((market) => ({ market })),
    ]
    for (let days = -1; days < 21; days += 1) {
      for (const money of stoodIds) {
        for (const query of asked) {
          const stood = { money, on: dayOf(owedAt(days), india) }
          const filter = { ...anyRefund, ...query, stood }
          const fitting = [...orders, ...more].filter((order) =>
            order.refunds.some((refund) =>
              campaigns.some(
                (campaign) => campaign.id === order.campaignId && refundFitsPlainly(refund, order, campaign, filter),
              ),
            ),
          )
          const sequences = fitting.map(({ sequence }) => sequence)
          expect((await found(store, filter)).toSorted((left, right) => left - right)).toEqual(sequences)
        }
      }
    }
  })

  test('each refund of an order is a row of its own', async () => {
    const { store } = await stores.begun()
    const [first] = withRefund(1, {}).refunds
    const second = aRefund({ id: id<RefundId>('o0000000001-r2'), owedAt: later(placedAt, 1) })
    await commit(store, (tx) => tx.orders.put(aPaidOrder({ refunds: first ? [first, second] : [] })))
    const { rows } = await store.read.refunds.page(anyRefund, now)
    expect(rows.map(({ refundIndex }) => refundIndex)).toEqual([1, 0])
  })
}
