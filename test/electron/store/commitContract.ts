import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NotSaved, type Store } from '../../../electron/store/store'
import { addTally, emptyTally } from '../../../shared/campaigns/tally'
import type { Changed } from '../../../shared/changed'
import { contributionOf } from '../../../shared/orders/contribution'
import { aCampaign, aDraftCampaign, aProduct, campaignId, india, midway, productId } from '../../shared/builders'
import { aCancellation, anOrder, aPaidOrder, aRefund, aShipment } from '../../shared/orderBuilders'
import type { NewPlace } from './contract'
import { openStores } from './openStores'
import { anEntry, anyOrder, commit, everything, someSettings } from './records'

const tallyOf = async (store: Store) => (await store.read.campaigns.one(campaignId))?.tally

async function provesItsTally(store: Store): Promise<void> {
  const rows = await store.read.orders.page(anyOrder, midway)
  const sum = rows.map((order) => contributionOf(order, india)).reduce(addTally, emptyTally)
  expect(await tallyOf(store)).toEqual(sum)
}

export function commitContract(newPlace: NewPlace): void {
  const stores = openStores(newPlace)

  test('what was committed is there after closing and opening again', async () => {
    const { store, reopen } = await stores.begun()
    await commit(store, (tx) => {
      tx.orders.put(anOrder())
      tx.orders.put(aPaidOrder({ sequence: 2, units: 3 }))
      tx.audit.append(anEntry(2))
    })
    const before = await everything(store)
    const again = await reopen()
    expect(await everything(again)).toEqual(before)
    await commit(again, (tx) => tx.orders.put(anOrder({ sequence: 3 })))
    expect(await (await reopen()).read.orders.count(anyOrder, midway)).toBe(3)
  })

  test('nothing remains of a work that throws', async () => {
    const { store, reopen } = await stores.begun()
    const before = await everything(store)
    const broken = store.transact(async (tx) => {
      tx.settings.put({ ...someSettings, shopName: 'Another' })
      tx.products.put(aProduct({ name: 'Another' }))
      tx.orders.put(aPaidOrder())
      tx.audit.append(anEntry(2))
      throw new Error('refused after all')
    })
    await expect(broken).rejects.toThrow('refused after all')
    expect(await everything(store)).toEqual(before)
    expect(await everything(await reopen())).toEqual(before)
  })

  test('nothing remains of a commit that cannot be written, and the next one can', async () => {
    const { store, place, reopen } = await stores.begun()
    const before = await everything(store)
    const told: Changed[] = []
    store.watch((changed) => told.push(changed))
    place.fail(true)
    await expect(commit(store, (tx) => tx.orders.put(aPaidOrder()))).rejects.toThrow(NotSaved)
    expect(await everything(store)).toEqual(before)
    expect(told).toEqual([])
    place.fail(false)
    await commit(store, (tx) => tx.orders.put(aPaidOrder({ units: 2 })))
    const after = await everything(store)
    expect((await store.read.orders.one(anOrder().id))?.units).toBe(2)
    expect(await everything(await reopen())).toEqual(after)
  })

  test('a commit that stood on one that failed fails as well', async () => {
    const { store, place } = await stores.begun()
    place.fail(true)
    const first = commit(store, (tx) => tx.orders.put(anOrder()))
    const second = store.transact(async (tx) => {
      if (await tx.orders.get(anOrder().id)) tx.orders.put(anOrder({ sequence: 2 }))
      else throw new NotSaved('There is nothing to stand on.')
    })
    await expect(first).rejects.toThrow(NotSaved)
    await expect(second).rejects.toThrow(NotSaved)
    expect(await store.read.orders.count(anyOrder, midway)).toBe(0)
  })

  test('works run one after another in the order of the calls, and each sees what those before it did', async () => {
    const { store } = await stores.begun()
    const names = await Promise.all(
      ['a', 'b', 'c', 'd'].map((letter) =>
        store.transact(async (tx) => {
          const product = await tx.products.get(productId)
          const name = `${product?.name === aProduct().name ? '' : (product?.name ?? '')}${letter}`
          tx.products.put(aProduct({ name }))
          return name
        }),
      ),
    )
    expect(names).toEqual(['a', 'ab', 'abc', 'abcd'])
    expect((await store.read.products.one(productId))?.name).toBe('abcd')
  })

  test('a work sees its own puts, its read shows the state before it, and nobody else sees anything yet', async () => {
    const { store } = await stores.begun()
    await store.transact(async (tx) => {
      tx.products.put(aProduct({ name: 'New' }))
      tx.orders.put(aPaidOrder({ units: 4 }))
      expect((await tx.products.get(productId))?.name).toBe('New')
      expect((await tx.orders.get(anOrder().id))?.units).toBe(4)
      expect((await tx.campaigns.get(campaignId))?.tally.net.units).toBe(4)
      expect((await tx.read.products.one(productId))?.name).toBe(aProduct().name)
      expect(await tx.read.orders.one(anOrder().id)).toBeNull()
      expect((await tx.read.campaigns.one(campaignId))?.tally).toEqual(emptyTally)
      expect(await store.read.orders.one(anOrder().id)).toBeNull()
    })
    expect((await tallyOf(store))?.net.units).toBe(4)
  })

  test('what has been put is told once a record, with what was there before the work', async () => {
    const { store } = await stores.begun()
    await store.transact(async (tx) => {
      tx.orders.put(anOrder())
      tx.products.put(aProduct({ name: 'First' }))
      tx.products.put(aProduct({ name: 'Second' }))
      tx.orders.put(aPaidOrder())
      expect(tx.puts()).toEqual([
        { kind: 'order', before: null, after: aPaidOrder() },
        { kind: 'product', before: aProduct(), after: aProduct({ name: 'Second' }) },
      ])
    })
  })

  test('a transaction that is over takes nothing more', async () => {
    const { store } = await stores.begun()
    const kept = await store.transact(async (tx) => tx)
    expect(() => kept.products.put(aProduct())).toThrow('over')
    await expect(kept.orders.nextSequence()).rejects.toThrow('over')
  })

  test('no count of orders is given twice, whatever becomes of the commit', async () => {
    const { store, place, reopen } = await stores.begun()
    const next = (fails: boolean) =>
      store.transact(async (tx) => {
        const sequence = await tx.orders.nextSequence()
        given.push(sequence)
        tx.orders.put(anOrder({ sequence }))
        if (fails) throw new Error('refused')
      })
    const given: number[] = []
    await next(false)
    await expect(next(true)).rejects.toThrow()
    place.fail(true)
    await expect(next(false)).rejects.toThrow(NotSaved)
    place.fail(false)
    await next(false)
    expect(new Set(given).size).toBe(4)
    const again = await reopen()
    const afterwards = await again.transact((tx) => tx.orders.nextSequence())
    expect(afterwards).toBeGreaterThan(given[3] ?? Infinity)
  })

  test('an order keeps its campaign and its count, and neither is shared or unknown', async () => {
    const { store } = await stores.begun()
    await commit(store, (tx) => tx.orders.put(anOrder()))
    const other = anOrder({ sequence: 2 })
    await expect(commit(store, (tx) => tx.orders.put({ ...anOrder(), sequence: 7 }))).rejects.toThrow('its place')
    await expect(commit(store, (tx) => tx.orders.put({ ...other, sequence: 1 }))).rejects.toThrow('the same count')
    const elsewhere = aCampaign({ id: 'campaign-elsewhere' as typeof campaignId }).id
    await expect(commit(store, (tx) => tx.orders.put({ ...other, campaignId: elsewhere }))).rejects.toThrow('on record')
    expect(await store.read.orders.page(anyOrder, midway)).toEqual([anOrder()])
  })

  test('a tally is always what its orders contribute', async () => {
    const changes = [
      (sequence: number, units: number) => anOrder({ sequence, units }),
      (sequence: number, units: number) => aPaidOrder({ sequence, units }),
      (sequence: number, units: number) =>
        aPaidOrder({ sequence, units, cancellations: [aCancellation({ units })], refunds: [aRefund()] }),
      (sequence: number, units: number) => aPaidOrder({ sequence, units, shipment: aShipment() }),
      (sequence: number, units: number) => anOrder({ sequence, units, lapsedAt: anOrder().payBy }),
    ]
    const step = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(...changes))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 6 }), async (commits) => {
        const { store, reopen } = await stores.begun()
        for (const steps of commits) {
          await commit(store, (tx) => {
            for (const [sequence, units, change] of steps) tx.orders.put(change(sequence, units))
          })
        }
        await provesItsTally(store)
        await provesItsTally(await reopen())
      }),
      { numRuns: 20 },
    )
  })

  test('watchers hear of each commit once it is there, and of nothing else', async () => {
    const { store } = await stores.begun()
    const told: Changed[] = []
    const stop = store.watch((changed) => told.push(changed))
    await store.transact(async () => 'nothing put')
    await commit(store, (tx) => {
      tx.orders.put(aPaidOrder({ refunds: [aRefund()] }))
      tx.audit.append(anEntry(2))
    })
    await commit(store, (tx) => tx.campaigns.put(aCampaign({ fundedAt: midway })))
    stop()
    await commit(store, (tx) => tx.products.put(aProduct()))
    expect(told).toEqual([
      {
        topics: ['campaigns', 'orders', 'refunds', 'audit'],
        productIds: [],
        campaignIds: [campaignId],
        orderIds: [anOrder().id],
      },
      { topics: ['products', 'campaigns'], productIds: [productId], campaignIds: [campaignId], orderIds: [] },
    ])
  })

  test('a commit of more than a hundred orders names none of them', async () => {
    const { store } = await stores.begun()
    const told: Changed[] = []
    store.watch((changed) => told.push(changed))
    await commit(store, (tx) => {
      for (let sequence = 1; sequence <= 101; sequence += 1) tx.orders.put(anOrder({ sequence }))
    })
    expect(told.map(({ topics, orderIds }) => ({ topics, orderIds }))).toEqual([
      { topics: ['campaigns', 'orders'], orderIds: [] },
    ])
  })

  test('a draft can be removed for good, a campaign with orders cannot', async () => {
    const { store, reopen } = await stores.begun()
    const draft = aDraftCampaign({ id: 'campaign-draft' as typeof campaignId })
    await commit(store, (tx) => tx.campaigns.put(draft))
    await commit(store, (tx) => tx.orders.put(anOrder()))
    await commit(store, (tx) => tx.campaigns.remove(draft.id))
    await expect(commit(store, (tx) => tx.campaigns.remove(campaignId))).rejects.toThrow('no order refers')
    const again = await reopen()
    expect((await again.read.campaigns.all()).map(({ campaign }) => campaign.id)).toEqual([campaignId])
  })

  test('closing waits for what is under way; afterwards every call throws', async () => {
    const { store, place } = await stores.begun()
    const underWay = commit(store, (tx) => tx.orders.put(anOrder()))
    const closing = store.close()
    await expect(store.read.products.all()).rejects.toThrow('closed')
    await expect(commit(store, () => undefined)).rejects.toThrow('closed')
    expect(() => store.watch(() => undefined)).toThrow('closed')
    await underWay
    await closing
    await expect(store.close()).rejects.toThrow('closed')
    const again = await place.open()
    expect(await again.read.orders.count(anyOrder, midway)).toBe(1)
    await again.close()
  })
}
