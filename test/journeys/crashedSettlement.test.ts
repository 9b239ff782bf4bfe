import { cp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstBreakInTrail } from '../../electron/audit/checkTrail'
import { createOffice } from '../../electron/office'
import { ordersInBatch } from '../../electron/settlement/run'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import type { Store } from '../../electron/store/store'
import type { CampaignId } from '../../shared/ids'
import { afterEnd, allowed, startsAt } from '../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, done, password, pay, type TestOffice } from './anOffice'

const orders = 2 * ordersInBatch + 1

/** The real store, until it is told to stand still: from then on nothing is written any more, as if the program were gone. */
let stopAfterBatches = Infinity
async function openStoreThatStops(folder: string): Promise<Store> {
  const inner = await openEmbeddedStore(folder)
  return {
    read: inner.read,
    watch: (listener) => inner.watch(listener),
    close: () => inner.close(),
    transact: (work) =>
      inner.transact(async (tx) => {
        const campaigns = await tx.read.campaigns.all()
        if (campaigns.some(({ campaign }) => (campaign.settlement?.batches ?? 0) >= stopAfterBatches)) {
          throw new Error('The program was killed.')
        }
        return work(tx)
      }),
  }
}

let shop: TestOffice
beforeEach(async () => {
  stopAfterBatches = Infinity
  shop = await anOffice({ openStore: openStoreThatStops })
})
afterEach(() => shop.end())

async function settlementIn(folder: string, campaignId: CampaignId) {
  const store = await openEmbeddedStore(folder)
  const found = await store.read.campaigns.one(campaignId)
  await store.close()
  return found
}

/** What a killed program leaves behind: the folder as it is, without the lock of a process that in truth lives on here. */
async function leftBehind(): Promise<string> {
  const folder = path.join(shop.folder, 'crashed')
  await cp(path.join(shop.folder, 'shop'), folder, { recursive: true })
  for (const name of await readdir(folder)) if (name.startsWith('lock')) await rm(path.join(folder, name))
  return folder
}

test.each([1, 2])(
  'a settlement goes on after a crash behind batch %i: nothing twice, nothing missed',
  { timeout: 60_000 },
  async (batches) => {
    const { clock, manager } = shop
    const desk = shop.office.as(manager)
    const productId = await aReadyProduct(desk)
    const campaignId = await aLaunchedCampaign(desk, productId, { target: { kind: 'units', units: 10_000 } })
    clock.set(startsAt)
    for (let count = 0; count < orders; count += 1) await pay(desk, clock, await anOrder(desk, campaignId, productId))
    clock.set(afterEnd)
    stopAfterBatches = batches
    const owed = 109_900 * orders
    await done(desk, 'settlement.approve', { id: campaignId, outcome: 'failed', newlyOwed: owed, password })
    await expect(shop.office.doDuties()).rejects.toThrow('killed')

    const folder = await leftBehind()
    const half = await settlementIn(folder, campaignId)
    expect(half?.campaign.settlement).toMatchObject({ batches, ordersVoided: batches * ordersInBatch, statement: null })
    expect(half?.tally.refundsOwed).toBe(batches * ordersInBatch)

    const office = createOffice({ folder, clock })
    await office.openIn(folder)
    await office.doDuties()
    const settled = allowed(await office.as(manager).ask('campaigns.one', { id: campaignId }))
    expect(settled?.campaign.settlement).toMatchObject({
      batches: 3,
      ordersVoided: orders,
      statement: { ordersVoided: orders, total: { captured: owed, kept: 0, owed, refunded: 0 } },
    })
    expect(settled?.tally.refundsOwed).toBe(orders)
    const read = office.shop?.store.read
    expect(read && (await firstBreakInTrail(read))).toBeNull()
    await office.close()
  },
)
