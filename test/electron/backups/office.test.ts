import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstBreakInTrail } from '../../../electron/audit/checkTrail'
import { manualClock, type ManualClock } from '../../../electron/clock'
import { unfinished } from '../../../electron/backups/makeBackup'
import { createOffice, type Office } from '../../../electron/office'
import { openEmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { doorRefusals } from '../../../shared/requests'
import { dayLength, later, minute } from '../../../shared/time'
import { allowed, refusedBy } from '../../shared/builders'
import { cheapPasswords, command, firstDay, password } from '../../journeys/anOffice'
import { watchedFiles } from '../store/faultyFiles'
import { aFolder, filesIn } from '../store/folders'
import { flipBit } from './aBackup'

let folder: string
let place: string
let clock: ManualClock
let office: Office
let bugs: unknown[]
/** What the disk answers to every deed that would change something; null while it works. */
let refusal: Error | null
let chosen: string | null

const open = (): Office =>
  createOffice({
    folder,
    clock,
    passwordCost: cheapPasswords,
    backupsFolder: place,
    chooseFolder: async () => chosen,
    reportBug: (_event, error) => bugs.push(error),
    openStore: (shop) =>
      openEmbeddedStore(shop, {
        files: watchedFiles(() => {
          if (refusal) throw refusal
        }),
      }),
  })

beforeEach(() => {
  folder = aFolder()
  place = aFolder()
  clock = manualClock(firstDay)
  bugs = []
  refusal = null
  chosen = null
  office = open()
})
afterEach(async () => {
  refusal = null
  await office.close()
})

const own = { shopName: 'Our season', signInName: 'meera', name: 'Meera Iyer', password }
const signIn = async () => allowed(await office.ask('session.signIn', { signInName: 'meera', password }))
const status = async () => allowed(await office.ask('shop.status', {}))
const view = async () => allowed(await office.ask('backups.view', {}))
const makers = async () =>
  allowed(await office.ask('makers.list', {}))
    .map(({ name }) => name)
    .toSorted()
const addMaker = (name: string) => command(office, 'makers.create', { name, about: '' })
const disk = (code: string): Error => Object.assign(new Error(`${code}: not possible`), { code })

async function begin(): Promise<void> {
  allowed(await office.ask('shop.start', own))
  await signIn()
}

async function restart(): Promise<void> {
  await office.close()
  office = open()
  await office.openLast()
}

/** Those that are complete. */
const backupsOnDisk = (): readonly string[] =>
  (existsSync(path.join(place, 'own')) ? readdirSync(path.join(place, 'own')) : []).filter(
    (name) => !name.endsWith(unfinished),
  )

test('a backup that is asked for stands in the list, and can be restored with the password', async () => {
  await begin()
  allowed(await addMaker('Before'))
  const backup = allowed(await office.ask('backups.make', {}))
  allowed(await addMaker('After'))
  expect(await view()).toMatchObject({ folder: place, usualFolder: true, underWay: null, problem: null })
  expect((await view()).backups).toContainEqual(backup)

  const wrong = await office.ask('backups.restore', { name: backup.name, password: 'not the password' })
  expect(refusedBy(wrong)).toMatchObject({ field: 'password' })
  expect(await makers()).toEqual(['After', 'Before'])

  clock.set(later(firstDay, minute))
  expect(allowed(await office.ask('backups.restore', { name: backup.name, password }))).toMatchObject({ kind: 'open' })
  expect(allowed(await office.ask('session.current', {}))).toEqual({ kind: 'signed out' })
  await signIn()
  expect(await makers()).toEqual(['Before'])
  const { read } = office.shop?.store ?? {}
  expect(await read?.audit.last()).toMatchObject({
    action: 'backups.restore',
    byName: 'Meera Iyer',
    summary: `Restored the backup ${backup.name}`,
  })
  expect(read && (await firstBreakInTrail(read))).toBeNull()
  const kept = readdirSync(path.join(folder, 'shops')).filter((name) => name.startsWith('own.replaced-'))
  expect(kept).toHaveLength(1)
  const before = await openEmbeddedStore(path.join(folder, 'shops', kept[0] ?? ''), { forReading: true })
  expect((await before.read.makers.all()).map(({ name }) => name).toSorted()).toEqual(['After', 'Before'])
  expect(bugs).toEqual([])
})

test('a damaged backup is refused by name, and the shop goes on as it was', async () => {
  await begin()
  const backup = allowed(await office.ask('backups.make', {}))
  const spoiled = path.join(place, 'own', backup.name)
  for (const name of filesIn(spoiled)) if (name.startsWith('journal')) flipBit(path.join(spoiled, name))
  const refused = refusedBy(await office.ask('backups.restore', { name: backup.name, password }))
  expect(refused).toMatchObject({ code: 'unusable-backup', field: 'name' })
  expect(refused.message).toContain(backup.name)
  allowed(await addMaker('Goes on'))
  expect(readdirSync(path.join(folder, 'shops'))).toEqual(['own'])
})

test.each(['../own', '.', '..', 'a/b', '/etc', 'x.unfinished'])('%s is no name of a backup', async (name) => {
  await begin()
  expect(refusedBy(await office.ask('backups.restore', { name, password })).code).toBe('no-such-backup')
})

test('a backup is made once a day, when something was done, while open and at the next opening', async () => {
  await begin()
  await expect.poll(backupsOnDisk).toHaveLength(1)
  await addMaker('Today')
  await restart()
  expect(backupsOnDisk()).toHaveLength(1)
  clock.set(later(firstDay, dayLength))
  await restart()
  await expect.poll(backupsOnDisk).toHaveLength(2)
  clock.set(later(firstDay, 2 * dayLength))
  await restart()
  await office.close()
  expect(backupsOnDisk()).toHaveLength(2)
})

test('closing makes the backup that is due', async () => {
  await begin()
  await expect.poll(backupsOnDisk).toHaveLength(1)
  clock.set(later(firstDay, dayLength))
  await signIn()
  await addMaker('The next day')
  await office.close()
  expect(backupsOnDisk()).toHaveLength(2)
})

test('closing while the daily backup is under way makes it all the same', async () => {
  await begin()
  await expect.poll(backupsOnDisk).toHaveLength(1)
  await addMaker('Since then')
  await office.close()
  expect(backupsOnDisk()).toHaveLength(1)
  clock.set(later(firstDay, dayLength))
  office = open()
  await office.openLast()
  expect(backupsOnDisk()).toHaveLength(1)
  await office.close()
  expect(backupsOnDisk()).toHaveLength(2)
})

test('backups are thinned after each new one', async () => {
  await begin()
  for (let day = 0; day < 12; day += 1) {
    clock.set(later(firstDay, day * dayLength))
    allowed(await office.as(await whoever()).ask('makers.list', {}))
    await signIn()
    allowed(await office.ask('backups.make', {}))
  }
  // Seven days, of the weeks before the first's newest, and of the one month the newest.
  expect((await view()).backups.map(({ madeAt }) => (madeAt - firstDay) / dayLength)).toEqual([
    11, 10, 9, 8, 7, 6, 5, 0,
  ])
})

async function whoever() {
  const [account] = (await office.shop?.store.read.staff.all()) ?? []
  if (account === undefined) throw new Error('there is an account')
  return { kind: 'staff', staffId: account.id, name: account.name, roles: account.roles } as const
}

test('another folder is chosen for further backups, never one inside the data folder', async () => {
  await begin()
  chosen = path.join(folder, 'shops', 'own', 'backups')
  expect(refusedBy(await office.ask('backups.chooseFolder', {})).code).toBe('inside-data')
  chosen = path.join(aFolder(), 'elsewhere')
  expect(allowed(await office.ask('backups.chooseFolder', {}))).toEqual({ folder: chosen })
  await restart()
  await signIn()
  const backup = allowed(await office.ask('backups.make', {}))
  expect(existsSync(path.join(chosen, 'own', backup.name, 'backup.json'))).toBe(true)
  expect(await view()).toMatchObject({ folder: chosen, usualFolder: false })
})

test('a daily backup that cannot be made is told on the page, and the shop works on', async () => {
  rmSync(place, { recursive: true })
  writeFileSync(place, 'a file where the folder should be')
  await begin()
  await expect.poll(async () => (await view()).problem).not.toBeNull()
  allowed(await addMaker('Works on'))
  rmSync(place)
  mkdirSync(place)
})

/** A shop with a backup whose journal is then spoiled, found so at the next start. */
async function spoiledShop(): Promise<{ readonly journal: string; readonly backup: string }> {
  await begin()
  allowed(await addMaker('In the backup'))
  const backup = allowed(await office.ask('backups.make', {}))
  await addMaker('Since then')
  await office.close()
  const [journal = ''] = readdirSync(path.join(folder, 'shops/own')).filter((name) => name.startsWith('journal'))
  writeFileSync(path.join(folder, 'shops/own', journal), 'this is no journal')
  office = open()
  await office.openLast()
  return { journal, backup: backup.name }
}

test('a shop that cannot be opened offers its newest backup, which is restored without signing in', async () => {
  const { journal, backup } = await spoiledShop()
  expect(await status()).toMatchObject({
    kind: 'closed',
    failure: { file: expect.stringContaining(journal) as string, shop: 'own', newestBackup: { name: backup } },
  })
  expect(refusedBy(await office.ask('backups.rescue', { name: 'another' })).code).toBe('nothing-to-rescue')
  expect(allowed(await office.ask('backups.rescue', { name: backup }))).toMatchObject({ kind: 'open', shop: 'own' })
  await signIn()
  expect(await makers()).toEqual(['In the backup'])
  const [kept = ''] = readdirSync(path.join(folder, 'shops')).filter((name) => name.startsWith('own.replaced-'))
  expect(readFileSync(path.join(folder, 'shops', kept, journal), 'utf8')).toBe('this is no journal')
})

test('without a shop that cannot be opened there is nothing to rescue or to export', async () => {
  await begin()
  const backup = allowed(await office.ask('backups.make', {}))
  await office.ask('session.signOut', {})
  for (const reply of [
    await office.ask('backups.rescue', { name: backup.name }),
    await office.ask('backups.exportReadable', {}),
  ]) {
    expect(refusedBy(reply).code).toBe('nothing-to-rescue')
  }
  expect(allowed(await office.ask('backups.cancelRescue', {}))).toEqual({ cancelled: false })
})

test('what can be read of a shop that cannot be opened is exported, and what cannot is named', async () => {
  const { journal } = await spoiledShop()
  expect(allowed(await office.ask('backups.exportReadable', {}))).toBeNull()
  chosen = aFolder()
  const exported = allowed(await office.ask('backups.exportReadable', {}))
  expect(exported?.unread).toEqual([expect.stringContaining(journal)])
  expect(filesIn(exported?.folder ?? '')).toEqual([
    'campaigns.ndjson',
    'orders.ndjson',
    'products.ndjson',
    'refunds.ndjson',
    'what could not be read.txt',
  ])
})

test('a shop in a folder that cannot be written opens for reading, and comes back without a restart', async () => {
  await begin()
  allowed(await addMaker('Written before'))
  await office.close()
  refusal = disk('EROFS')
  office = open()
  await office.openLast()
  expect(await status()).toMatchObject({
    kind: 'open',
    readOnly: expect.stringContaining('cannot be written') as string,
  })
  await signIn()
  expect(await makers()).toEqual(['Written before'])
  const refused = refusedBy(await addMaker('Refused'))
  expect(refused).toMatchObject({ code: doorRefusals.notSaved })
  expect(refused.message).toContain('reading only')
  expect(allowed(await office.ask('shop.tryAgain', {}))).toMatchObject({ readOnly: expect.any(String) as string })

  refusal = null
  expect(allowed(await office.ask('shop.tryAgain', {}))).toMatchObject({ kind: 'open', readOnly: null })
  expect(allowed(await office.ask('session.current', {}))).toMatchObject({ kind: 'signed in' })
  allowed(await addMaker('Written after'))
  await restart()
  await signIn()
  expect(await makers()).toEqual(['Written after', 'Written before'])
})

test('a disk that becomes full turns the shop to reading until it takes writes again', async () => {
  await begin()
  allowed(await addMaker('Written before'))
  refusal = disk('ENOSPC')
  expect(refusedBy(await addMaker('Refused')).code).toBe(doorRefusals.notSaved)
  expect(await status()).toMatchObject({ readOnly: expect.stringContaining('full') as string })
  expect(await makers()).toEqual(['Written before'])
  expect(refusedBy(await addMaker('Refused again')).message).toContain('reading only')
  expect(allowed(await office.ask('shop.tryAgain', {}))).toMatchObject({ readOnly: expect.any(String) as string })

  refusal = null
  expect(allowed(await office.ask('shop.tryAgain', {}))).toMatchObject({ readOnly: null, notSaved: null })
  allowed(await addMaker('Written after'))
  expect(await makers()).toEqual(['Written after', 'Written before'])
})

test('time and the next command find out by themselves that the disk takes writes again', async () => {
  await begin()
  refusal = disk('EIO')
  expect(refusedBy(await addMaker('Refused')).code).toBe(doorRefusals.notSaved)
  refusal = null
  await office.doDuties()
  expect(await status()).toMatchObject({ readOnly: null })
  refusal = disk('EIO')
  expect(refusedBy(await addMaker('Refused')).code).toBe(doorRefusals.notSaved)
  refusal = null
  allowed(await addMaker('Accepted'))
})
