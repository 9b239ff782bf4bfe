import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { manualClock } from '../../electron/clock'
import { createOffice, type Office } from '../../electron/office'
import type { Sample } from '../../electron/shops'
import { topics, type Changed } from '../../shared/changed'
import { allowed, refusedBy } from '../shared/builders'
import { cheapPasswords, firstDay, password } from '../journeys/anOffice'
import { inMemory } from '../memory'

const account = { signInName: 'asha', password, name: 'Asha', roleWords: 'Manager' }

let folder: string
let office: Office
let made: number

const sample: Sample = {
  accounts: [account],
  async make(shop, at) {
    made += 1
    const maker = createOffice({ folder: shop, clock: manualClock(at), passwordCost: cheapPasswords })
    allowed(await maker.startIn(shop, { shopName: `Sample ${String(made)}`, ...account }))
    await maker.close()
  },
}

const open = (overrides: Partial<Sample> = {}): Office =>
  createOffice({
    folder,
    clock: manualClock(firstDay),
    passwordCost: cheapPasswords,
    sample: { ...sample, ...overrides },
  })

beforeEach(async () => {
  made = 0
  folder = await mkdtemp(path.join(inMemory, 'shops-'))
  office = open()
})
afterEach(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

const own = { shopName: 'Our season', signInName: 'meera', name: 'Meera Iyer', password }
const status = async () => allowed(await office.ask('shop.status', {}))

async function restart(): Promise<void> {
  await office.close()
  office = open()
  await office.openLast()
}

test('a first start finds nothing and opens nothing', async () => {
  await office.openLast()
  expect(await status()).toEqual({
    kind: 'closed',
    ownExists: false,
    sampleExists: false,
    failure: null,
    underWay: null,
  })
})

test('a shop of one’s own begins with its first account, a manager with all roles', async () => {
  expect(allowed(await office.ask('shop.start', own))).toEqual({
    kind: 'open',
    shop: 'own',
    name: 'Our season',
    sampleAccounts: [],
    savedAt: null,
    notSaved: null,
    readOnly: null,
    readAhead: null,
  })
  const session = allowed(await office.ask('session.signIn', { signInName: 'meera', password }))
  expect(session).toMatchObject({ who: { roles: ['merchandiser', 'support', 'manager'] } })
  expect(await readdir(path.join(folder, 'shops'))).toEqual(['own'])
})

test('nobody else reads the folder of a shop', async () => {
  await office.ask('shop.start', own)
  expect((await stat(path.join(folder, 'shops', 'own'))).mode & 0o777).toBe(0o700)
})

test('a shop is never started over another one', async () => {
  await office.ask('shop.start', own)
  await office.ask('shop.close', {})
  expect(refusedBy(await office.ask('shop.start', { ...own, shopName: 'Another' })).code).toBe('shop-exists')
  expect(allowed(await office.ask('shop.open', { shop: 'own' }))).toMatchObject({ name: 'Our season' })
})

test('two windows that start a shop at once start one', async () => {
  const replies = await Promise.all([office.ask('shop.start', own), office.ask('shop.start', own)])
  expect(replies.map(({ ok }) => ok)).toEqual([true, false])
})

test('there is nothing to open before it was started', async () => {
  expect(refusedBy(await office.ask('shop.open', { shop: 'own' })).code).toBe('no-shop')
})

test('the sample shop is made once, shows its accounts, and has a folder of its own', async () => {
  expect(allowed(await office.ask('shop.open', { shop: 'sample' }))).toMatchObject({
    kind: 'open',
    shop: 'sample',
    name: 'Sample 1',
    sampleAccounts: [account],
  })
  await office.ask('shop.close', {})
  expect(allowed(await office.ask('shop.open', { shop: 'sample' }))).toMatchObject({ name: 'Sample 1' })
  expect(made).toBe(1)
})

test('the sample shop is made anew on request, and never while the own one is open', async () => {
  await office.ask('shop.open', { shop: 'sample' })
  expect(allowed(await office.ask('shop.resetSample', {}))).toMatchObject({ name: 'Sample 2' })
  await office.ask('shop.close', {})
  await office.ask('shop.start', own)
  expect(refusedBy(await office.ask('shop.resetSample', {})).code).toBe('shop-open')
})

test('a sample shop that was made by half is not found at the next start', async () => {
  await office.close()
  office = open({
    async make(shop) {
      await writeFile(path.join(shop, 'half'), '')
      throw new Error('The program was killed.')
    },
  })
  expect((await office.ask('shop.open', { shop: 'sample' })).ok).toBe(false)
  expect(await status()).toMatchObject({ kind: 'closed', sampleExists: false })
  await restart()
  expect(allowed(await office.ask('shop.open', { shop: 'sample' }))).toMatchObject({ name: 'Sample 1' })
})

test('the next start opens what was open last, and nothing after it was closed', async () => {
  await office.ask('shop.start', own)
  await office.ask('shop.open', { shop: 'sample' })
  await restart()
  expect(await status()).toMatchObject({ kind: 'open', shop: 'sample' })
  await office.ask('shop.open', { shop: 'own' })
  await restart()
  expect(await status()).toMatchObject({ kind: 'open', shop: 'own' })
  await office.ask('shop.close', {})
  await restart()
  expect(await status()).toMatchObject({ kind: 'closed', ownExists: true, sampleExists: true })
})

test('opening another shop signs out and tells every page', async () => {
  await office.ask('shop.start', own)
  await office.ask('session.signIn', { signInName: 'meera', password })
  const told: Changed[] = []
  office.watch((changed) => told.push(changed))
  await office.ask('shop.open', { shop: 'sample' })
  expect(allowed(await office.ask('session.current', {}))).toEqual({ kind: 'signed out' })
  expect(told.some((changed) => changed.topics.length === topics.length)).toBe(true)
})

test('a shop that cannot be read is named with what can be done, and left as it is', async () => {
  await office.ask('shop.start', own)
  await office.close()
  const files = await readdir(path.join(folder, 'shops', 'own'))
  const journal = files.find((name) => name.startsWith('journal')) ?? ''
  const file = path.join(folder, 'shops', 'own', journal)
  await writeFile(file, 'this is no journal')
  office = open()
  await office.openLast()
  const closed = await status()
  expect(closed).toMatchObject({
    kind: 'closed',
    ownExists: true,
    failure: { file: expect.stringContaining(folder) as string },
  })
  expect(closed.kind === 'closed' && closed.failure?.advice).toBeTruthy()
  expect(await readFile(file, 'utf8')).toBe('this is no journal')
})

test('a folder whose data are gone is not taken for a new shop', async () => {
  await office.ask('shop.start', own)
  await office.close()
  const shop = path.join(folder, 'shops', 'own')
  for (const name of await readdir(shop)) await rm(path.join(shop, name), { recursive: true })
  office = open()
  await office.openLast()
  expect(await status()).toMatchObject({
    kind: 'closed',
    failure: { what: expect.stringContaining('no data') as string },
  })
})

test('saving is said with its instant', async () => {
  await office.ask('shop.start', own)
  await office.ask('session.signIn', { signInName: 'meera', password })
  await office.ask('products.create', { commandId: 'command-create', name: 'Tripod', currency: 'INR' })
  expect(await status()).toMatchObject({ savedAt: firstDay, notSaved: null })
})
