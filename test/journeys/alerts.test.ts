import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Notice } from '../../electron/alerts/alerts'
import type { Asker } from '../../electron/office'
import type { CampaignId, ProductId } from '../../shared/ids'
import { later, minute } from '../../shared/time'
import { allowed, startsAt } from '../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, done, password, pay, type TestOffice } from './anOffice'

let shop: TestOffice
let desk: Asker
let productId: ProductId
let campaignId: CampaignId
let told: Notice[]

beforeEach(async () => {
  told = []
  shop = await anOffice({ notify: (notice) => told.push(notice) })
  desk = shop.office.as(shop.manager)
  productId = await aReadyProduct(desk)
  campaignId = await aLaunchedCampaign(desk, productId)
  shop.clock.set(startsAt)
  for (const role of ['support', 'merchandiser'] as const)
    await done(desk, 'staff.create', { signInName: role, name: role, roles: [role], password })
})
afterEach(() => shop.end())

const signIn = async (signInName: string) => allowed(await shop.office.ask('session.signIn', { signInName, password }))

const wantAlerts = async (on = true) => {
  allowed(await shop.office.ask('session.setAlerts', { commandId: `alerts-${String(on)}-command`, on }))
  await shop.office.doDuties()
}

/** Money that comes after the payment window: owed back, and told of. */
async function lateMoney(): Promise<void> {
  const order = await anOrder(desk, campaignId, productId)
  shop.clock.set(later(shop.clock.now(), 31 * minute))
  await pay(desk, shop.clock, order)
}

test('nothing is told to who has not asked for it, and to nobody while nobody is signed in', async () => {
  await lateMoney()
  await shop.office.doDuties()
  await signIn('support')
  await shop.office.doDuties()
  await lateMoney()
  await shop.office.doDuties()
  expect(told).toEqual([])
})

test('late money is told once, by number alone, with the list behind it', async () => {
  await lateMoney()
  await signIn('support')
  await wantAlerts()
  expect(told).toEqual([])
  await lateMoney()
  await signIn('support')
  await shop.office.doDuties()
  await shop.office.doDuties()
  expect(told).toEqual([
    {
      title: 'First season',
      body: '1 refund of late money is owed. 2 in all.',
      address: '/refunds?cause=late%20money&states=%5B%22owed%22%2C%22sent%22%2C%22failed%22%5D',
    },
  ])
})

test('what came while the program was locked is told when it is unlocked', async () => {
  await signIn('support')
  await wantAlerts()
  await shop.office.ask('session.lock', {})
  await lateMoney()
  await shop.office.doDuties()
  expect(told).toEqual([])
  allowed(await shop.office.ask('session.unlock', { password }))
  await shop.office.doDuties()
  expect(told.map(({ body }) => body)).toEqual(['1 refund of late money is owed.'])
})

test('it ends when it is switched off, and a merchandiser cannot switch it on', async () => {
  await signIn('support')
  await wantAlerts()
  await wantAlerts(false)
  await lateMoney()
  await signIn('support')
  await shop.office.doDuties()
  expect(allowed(await shop.office.ask('session.alerts', {})).on).toBe(false)
  await signIn('merchandiser')
  const refused = await shop.office.ask('session.setAlerts', { commandId: 'alerts-of-another', on: true })
  expect(refused.ok).toBe(false)
  expect(told).toEqual([])
})
