import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { machineDisk } from '../../../electron/backups/disk'
import { encodeManifest, manifestName, readManifest, type Manifest } from '../../../electron/backups/manifest'
import { stageRestore } from '../../../electron/backups/restoreBackup'
import { manualClock } from '../../../electron/clock'
import { createOffice, type Office } from '../../../electron/office'
import { afterEnd, allowed, refusedBy } from '../../shared/builders'
import { cheapPasswords, password } from '../../journeys/anOffice'
import { aFolder, bytesIn } from '../store/folders'
import { anOlderShop } from '../store/olderShops/olderShop'

let folder: string
let place: string
let shop: string
let office: Office | null

beforeEach(() => {
  folder = aFolder()
  place = path.join(aFolder(), 'backups')
  shop = path.join(folder, 'shops', 'own')
  mkdirSync(shop, { recursive: true })
  anOlderShop(2, shop)
  writeFileSync(path.join(folder, 'last-shop'), 'own')
  office = null
})
afterEach(async () => {
  await office?.close()
})

async function start(backups: { readonly backupsFolder?: string } = { backupsFolder: place }): Promise<Office> {
  await office?.close()
  office = createOffice({ folder, clock: manualClock(afterEnd), passwordCost: cheapPasswords, ...backups })
  await office.openLast()
  return office
}

const statusOf = async (opened: Office) => allowed(await opened.ask('shop.status', {}))

async function theBackup(): Promise<{ readonly folder: string; readonly manifest: Manifest }> {
  const names = readdirSync(path.join(place, 'own'))
  expect(names).toHaveLength(1)
  const backup = path.join(place, 'own', names[0] ?? '')
  const read = await readManifest(machineDisk, backup)
  if (read.kind !== 'sound') throw new Error(`the backup is ${read.kind}`)
  return { folder: backup, manifest: read.manifest }
}

test('a shop of an older version is backed up as it is, once, before it opens', async () => {
  const before = bytesIn(shop)
  const opened = await start()
  expect(await statusOf(opened)).toMatchObject({ kind: 'open', name: 'First season' })
  allowed(await opened.ask('session.signIn', { signInName: 'meera', password }))
  await start()
  const backup = await theBackup()
  expect(backup.manifest.reason).toBe('before an update')
  expect(new Map([...bytesIn(backup.folder)].filter(([name]) => name !== manifestName))).toEqual(before)
})

test('where there can be no backup, the shop stays shut and as it is, and the page says why', async () => {
  const before = bytesIn(shop)
  writeFileSync(place, 'a file where a folder should be')
  const status = await statusOf(await start())
  expect(status).toMatchObject({
    kind: 'closed',
    failure: {
      what: expect.stringMatching(/^was written by an older version of this program.* could not be made/u) as string,
      advice: expect.stringContaining('folder of the backups') as string,
    },
  })
  expect(bytesIn(shop)).toEqual(before)
  rmSync(place)
  expect(await statusOf(await start())).toMatchObject({ kind: 'open' })
})

test('a run that keeps no backups does not open it', async () => {
  const before = bytesIn(shop)
  expect(await statusOf(await start({}))).toMatchObject({
    kind: 'closed',
    failure: { what: expect.stringContaining('keeps no backups') as string },
  })
  expect(bytesIn(shop)).toEqual(before)
})

test('its backup is restored by a later version, to which the numbers of the earlier one say nothing', async () => {
  await start()
  await office?.close()
  const { folder: backup, manifest } = await theBackup()
  const stage = (changes: Partial<Manifest>) => {
    writeFileSync(
      path.join(backup, manifestName),
      encodeManifest({ ...manifest, facts: 'of an older shape', ...changes }),
    )
    return stageRestore(machineDisk, { backup, shopFolder: shop, shop: manifest.shop, progress: () => undefined })
  }
  expect(refusedBy(await stage({ sequence: manifest.sequence + 1 })).message).toContain('do not agree')
  expect(refusedBy(await stage({ audit: { ...manifest.audit, seal: 'another' } })).message).toContain('do not agree')
  allowed(await stage({}))
})
