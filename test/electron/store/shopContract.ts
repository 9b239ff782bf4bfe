import { expect, test } from 'vitest'
import type { BulkJob } from '../../../shared/bulk/job'
import { id, type BulkJobId, type CampaignId, type ProductId, type StaffId } from '../../../shared/ids'
import { nothing } from '../../../shared/money'
import { instant } from '../../../shared/time'
import { aCampaign, aProduct, createdAt, makerId, productId, staffId } from '../../shared/builders'
import type { NewPlace } from './contract'
import { openStores } from './openStores'
import { aMaker, anAccount, commit, someSettings } from './records'

const aBulkJob = (overrides: Partial<BulkJob> = {}): BulkJob => ({
  id: id<BulkJobId>('job-deliver'),
  deed: { kind: 'deliver' },
  scope: { kind: 'chosen' },
  byId: staffId,
  byName: 'Meera Iyer',
  rehearsedAt: createdAt,
  startedAt: createdAt,
  orders: 3,
  possible: 2,
  done: 0,
  refused: 1,
  expected: [],
  owed: [],
  reasons: [{ message: 'This order has not been paid.', orders: 1 }],
  parts: 2,
  next: 0,
  stop: null,
  end: null,
  ...overrides,
})

const bulkParts = [
  { jobId: aBulkJob().id, index: 0, sequences: [1, 2], outcomes: [0, 2], owed: [nothing, nothing] },
  { jobId: aBulkJob().id, index: 1, sequences: [3], outcomes: [0], owed: [nothing] },
] as const

export function shopContract(newPlace: NewPlace): void {
  const stores = openStores(newPlace)

  test('an empty shop has nothing, and says so', async () => {
    const { read } = (await stores.empty()).store
    expect(await read.settings.get()).toBeNull()
    expect(await read.products.all()).toEqual([])
    expect(await read.products.one(productId)).toBeNull()
    expect(await read.makers.one(makerId)).toBeNull()
    expect(await read.campaigns.one(aCampaign().id)).toBeNull()
    expect(await read.staff.bySignInName('meera')).toBeNull()
    expect(await read.audit.last()).toBeNull()
  })

  test('each record is found by its id', async () => {
    const { read } = (await stores.begun()).store
    expect(await read.settings.get()).toEqual(someSettings)
    expect(await read.products.one(productId)).toEqual(aProduct())
    expect(await read.makers.one(makerId)).toEqual(aMaker())
    expect((await read.campaigns.one(aCampaign().id))?.campaign).toEqual(aCampaign())
    expect(await read.staff.one(staffId)).toEqual(anAccount())
  })

  test('products stand in their places, campaigns newest first', async () => {
    const { store } = await stores.begun()
    const second = id<ProductId>('product-second')
    await commit(store, (tx) => {
      tx.products.put(aProduct({ position: 5 }))
      tx.products.put(aProduct({ id: second, position: 2 }))
      tx.campaigns.put(aCampaign({ id: id<CampaignId>('campaign-newer'), createdAt: instant(createdAt + 1) }))
      tx.campaigns.put(aCampaign({ id: id<CampaignId>('campaign-other'), productId: second }))
    })
    expect((await store.read.products.all()).map((product) => product.id)).toEqual([second, productId])
    expect((await store.read.campaigns.all()).map(({ campaign }) => campaign.id)).toEqual([
      'campaign-newer',
      'campaign-other',
      'campaign-tripod',
    ])
    const ofProduct = await store.read.campaigns.ofProduct(productId)
    expect(ofProduct.map(({ campaign }) => campaign.id)).toEqual(['campaign-newer', 'campaign-tripod'])
  })

  test('a product keeps its category, and one that was written without has none', async () => {
    const { store, reopen } = await stores.begun()
    const second = id<ProductId>('product-second')
    await commit(store, (tx) => tx.products.put(aProduct({ id: second, category: 'Audio', position: 2 })))
    const kept = await (await reopen()).read.products.all()
    expect(kept.map(({ category }) => category)).toEqual([undefined, 'Audio'])
    expect(kept[0]).not.toHaveProperty('category')
  })

  test('a bulk job is found with its parts, newest first, also at the next opening', async () => {
    const { store, reopen } = await stores.begun()
    const older = aBulkJob({ id: id<BulkJobId>('job-older'), parts: 0, startedAt: instant(createdAt - 1) })
    await commit(store, (tx) => {
      tx.bulk.putJob(older)
      tx.bulk.putJob(aBulkJob())
      for (const part of bulkParts) tx.bulk.putPart(part)
    })
    await commit(store, (tx) => tx.bulk.putPart({ ...bulkParts[0], outcomes: [1, 2] }))
    const { read } = await reopen()
    expect(await read.bulk.all()).toEqual([aBulkJob(), older])
    expect(await read.bulk.one(aBulkJob().id)).toEqual(aBulkJob())
    expect(await read.bulk.parts(aBulkJob().id)).toEqual([{ ...bulkParts[0], outcomes: [1, 2] }, bulkParts[1]])
    expect(await read.bulk.one(id<BulkJobId>('job-unknown'))).toBeNull()
  })

  test('staff are found by the name they sign in with, whatever its case', async () => {
    const { store } = await stores.begun()
    await commit(store, (tx) => tx.staff.put(anAccount({ id: id<StaffId>('staff-ravi'), signInName: 'ravi' })))
    expect((await store.read.staff.bySignInName('Ravi'))?.id).toBe('staff-ravi')
    expect(await store.read.staff.bySignInName('rav')).toBeNull()
    expect(await store.read.staff.all()).toHaveLength(2)
  })
}
