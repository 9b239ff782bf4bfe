import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { machineDisk } from '../../../electron/backups/disk'
import { createImports, type Imports } from '../../../electron/imports/imports'
import { longDeeds } from '../../../electron/longDeed'
import type { Shop } from '../../../electron/shop'
import type { SheetDeed } from '../../../shared/sheets/requests'
import { allowed, inIndia, refusedBy } from '../../shared/builders'
import { aLaunchedCampaign, anOffice, aReadyProduct, type TestOffice } from '../../journeys/anOffice'

const count = 150
const heads =
  'Order ID,Created at,Product name,Qty,Customer name,Mobile,Address,City,Pincode,Payment method,Payment ID,Paid at'
const row = (index: number): string =>
  `SF-${index},2018-04-10 10:00:00,Mi Selfie Stick Tripod,1,Asha Rao,98${10_000_000 + index},12 MG Road,Bengaluru,560001,UPI,pay_${index},2018-04-10 10:05:00`

let office: TestOffice
let inner: Shop
let imports: Imports
/** Called before each commit of the import. */
let beforeCommit: () => void
/** Whether the disk takes writes is asked of the disk, which may take its time. */
let disk: Promise<boolean>
/** How often the disk was asked. */
let asked: number
/** The shop, as the imports see it. */
let shop: Shop

beforeEach(async () => {
  office = await anOffice()
  const open = office.office.shop
  if (open === null) throw new Error('The shop is open.')
  inner = open
  beforeCommit = () => undefined
  disk = Promise.resolve(true)
  asked = 0
  const { store } = inner
  shop = {
    ...inner,
    store: {
      ...store,
      transact: (work) => {
        beforeCommit()
        return store.transact(work)
      },
    },
    writable: () => {
      asked += 1
      return disk
    },
  }
  const file = path.join(office.folder, 'storefront.csv')
  await writeFile(file, [heads, ...Array.from({ length: count }, (_, index) => row(index)), ''].join('\n'))
  const asker = office.office.as(office.manager)
  await aLaunchedCampaign(asker, await aReadyProduct(asker), { target: { kind: 'units', units: 1000 } })
  office.clock.set(inIndia('2018-04-15T12:00:00'))
  const bug = (error: unknown): void => {
    throw error
  }
  imports = createImports({
    files: machineDisk,
    clock: office.clock,
    choice: { newFile: async () => null, file: async () => file },
    deeds: longDeeds<SheetDeed['deed']>({ busy: 'Busy.', changed: () => undefined, reportBug: bug }),
    reportBug: (_event, error) => bug(error),
  })
})
afterEach(() => office.end())

/** Decides the import, and stops it before its second part. */
async function halfAnImport(): Promise<void> {
  const chosen = allowed(await imports.choose(shop))
  if (chosen === null) throw new Error('A file was chosen.')
  let commits = 0
  const stops: Promise<void>[] = []
  beforeCommit = () => {
    commits += 1
    if (commits === 2) stops.push(imports.stop())
  }
  const { fileId, mapping } = chosen
  const reply = await imports.start(shop, office.manager, { fileId, mapping, orders: count })
  expect(refusedBy(reply).code).toBe('goes-on')
  await Promise.all(stops)
  beforeCommit = () => undefined
}

const orders = async (): Promise<number> =>
  (await inner.store.read.campaigns.all()).reduce((sum, { tally }) => sum + tally.placed.orders, 0)

test('an import that is about to go on when it is stopped does not, and stopping waits for its look', async () => {
  await halfAnImport()
  const before = await orders()
  let answer = (): void => undefined
  disk = new Promise((resolve) => (answer = () => resolve(true)))
  let looked = false
  const look = imports.resume(shop).then(() => (looked = true))
  await expect.poll(() => asked).toBe(1)
  let lookedBefore: boolean | null = null
  const stopped = imports.stop().then(() => (lookedBefore = looked))
  answer()
  await Promise.all([look, stopped])
  expect(lookedBefore).toBe(true)
  expect([before, await orders()]).toEqual([64, 64])

  await imports.resume(shop)
  expect(await orders()).toBe(count)
})

test('one that goes on comes to a stop between two commits, which is waited for', async () => {
  await halfAnImport()
  const stops: Promise<void>[] = []
  beforeCommit = () => {
    if (stops.length === 0) stops.push(imports.stop())
  }
  const going = imports.resume(shop)
  await expect.poll(() => stops).toHaveLength(1)
  await Promise.all(stops)
  beforeCommit = () => {
    throw new Error('Nothing is written after it was stopped.')
  }
  await going
  expect(await orders()).toBe(128)
})

test('one that is not decided yet is cancelled', async () => {
  const { fileId, mapping } = allowed(await imports.choose(shop)) ?? {}
  if (fileId === undefined || mapping === undefined) throw new Error('A file was chosen.')
  const started = imports.start(shop, office.manager, { fileId, mapping, orders: count })
  await imports.stop()
  expect(refusedBy(await started).code).toBe('cancelled')
  expect([await orders(), (await inner.store.read.settings.get())?.importUnderWay]).toEqual([0, null])
})
