import { access, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manualClock } from '../../../electron/clock'
import { createOffice, type Office } from '../../../electron/office'
import { sampleAccounts, sampleStaff } from '../../../electron/sample/accounts'
import { makeSampleShop } from '../../../electron/sample/makeSampleShop'
import { createPasswords } from '../../../electron/session/password'
import { campaignStates, type CampaignState } from '../../../shared/campaigns/campaign'
import { campaignState } from '../../../shared/campaigns/campaignState'
import { progressOf } from '../../../shared/campaigns/progress'
import { orderStates, refundStates } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { refundState } from '../../../shared/orders/refundState'
import { shipBy } from '../../../shared/orders/shipBy'
import { missingBeforeReady } from '../../../shared/products/missing'
import { productStates } from '../../../shared/products/product'
import { productState } from '../../../shared/products/productState'
import { dayLength, later, type Instant } from '../../../shared/time'
import { checkMoment } from '../../journeys/invariants/check'
import { readFacts, type Facts } from '../../journeys/invariants/facts'
import { inIndia } from '../../shared/builders'
import { inMemory } from '../../memory'

interface Made {
  readonly folder: string
  readonly office: Office
  readonly facts: Facts
}

const folders: string[] = []
const offices: Office[] = []

/** Makes the sample shop as of that instant and opens it the way the program does. */
async function madeAt(at: Instant): Promise<Made> {
  const folder = path.join(await mkdtemp(path.join(inMemory, 'sample-')), 'shop')
  folders.push(path.dirname(folder))
  await makeSampleShop(folder, at)
  const office = createOffice({ folder: path.dirname(folder), clock: manualClock(at) })
  offices.push(office)
  await office.openIn(folder)
  return { folder, office, facts: await readFacts(office) }
}

afterAll(async () => {
  for (const office of offices) await office.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

const thursdayNoon = inIndia('2018-04-12T12:00:00')
let made: Made
let facts: Facts

beforeAll(async () => {
  made = await madeAt(thursdayNoon)
  facts = made.facts
}, 60_000)

const names = (found: readonly string[]): readonly string[] => [...new Set(found)].sort()

const states = ({ products, campaigns, orders, at }: Facts) => {
  const all = campaigns.map(({ campaign }) => campaign)
  return {
    products: names(products.map((product) => productState(product, all, at))),
    campaigns: names(all.map((campaign) => campaignState(campaign, at))),
    orders: names(orders.map((order) => orderState(order, at))),
    refunds: names(orders.flatMap(({ refunds }) => refunds.map(refundState))),
  }
}

/** A settlement under way is over within a moment, so it is the one state that no shop stands still in. */
const lasting = campaignStates.filter((state) => state !== 'settling')

const everyState = {
  products: names(productStates),
  campaigns: names(lasting),
  orders: names(orderStates),
  refunds: names([...refundStates, 'withdrawn']),
}

describe('the sample shop', () => {
  test('has every state of products, campaigns, orders and refunds at once', () => {
    expect(states(facts)).toEqual(everyState)
  })

  test('has them at a minute past midnight on the Sunday that begins a month as well', async () => {
    const other = await madeAt(inIndia('2026-03-01T00:01:00'))
    expect(states(other.facts)).toEqual(everyState)
    expect(() => checkMoment(other.facts, 0)).not.toThrow()
  }, 60_000)

  test('holds every invariant, with its trail unbroken from the first entry', () => {
    expect(() => checkMoment(facts, 0)).not.toThrow()
  })

  test('is seen whole by these tests', () => {
    const placed = facts.campaigns.reduce((sum, { tally }) => sum + tally.placed.orders, 0)
    expect(facts.orders).toHaveLength(placed)
    expect(placed).toBeGreaterThan(400)
  })

  test('knows nothing that has not happened yet', () => {
    expect(facts.entries.every((entry) => entry.at <= thursdayNoon)).toBe(true)
    expect(facts.orders.every(({ placedAt }) => placedAt <= thursdayNoon)).toBe(true)
    const ascending = facts.entries.map(({ at }) => at)
    expect(ascending).toEqual(ascending.toSorted((left, right) => left - right))
  })

  test('is the same for the same instant, but for its secrets', async () => {
    const again = (await madeAt(thursdayNoon)).facts
    const told = ({ products, makers, campaigns, orders, accounts, entries }: Facts) => ({
      ...{ products, makers, campaigns, orders },
      accounts: accounts.map(({ password: _, ...account }) => account),
      entries: entries.map(({ seal: _, inputDigest: __, ...entry }) => entry),
    })
    expect(told(again)).toEqual(told(facts))
    expect(again.auditKey).not.toBe(facts.auditKey)
  }, 60_000)

  test('has the pictures of its products in the folder', async () => {
    const pictures = facts.products.flatMap((product) => product.pictures)
    expect(pictures.length).toBe(10)
    for (const { id, format, width, height, description } of pictures) {
      expect([format, width, height]).toEqual(['webp', 960, 720])
      expect(description).not.toBe('')
      await access(path.join(made.folder, 'pictures', `${id}.${format}`))
      await access(path.join(made.folder, 'pictures', `${id}.thumb.webp`))
    }
  })
})

describe('its products', () => {
  const named = (name: string) => {
    const product = facts.products.find((each) => each.name === name)
    if (!product) throw new Error(`no ${name}`)
    return product
  }

  test('are ten, the two of the first season first', () => {
    expect(facts.products).toHaveLength(10)
    const listed = facts.products.filter(({ archivedAt }) => archivedAt === null)
    expect(listed.slice(0, 2).map(({ name }) => name)).toEqual([
      'Mi Selfie Stick Tripod',
      'Mi Bluetooth Audio Receiver',
    ])
  })

  test('carry the facts of the first season', () => {
    const tripod = named('Mi Selfie Stick Tripod')
    expect(tripod).toMatchObject({ price: 109_900, currency: 'INR', shippingDays: 10 })
    expect(tripod.variants.map(({ name }) => name)).toEqual(['Black'])
    const receiver = named('Mi Bluetooth Audio Receiver')
    expect(receiver.price).toBe(99_900)
    expect(receiver.variants.map(({ name }) => name)).toEqual(['White'])
    expect(receiver.specifications).toContainEqual({ name: 'Battery', value: '97 mAh' })
  })

  test('show what a draft still misses', () => {
    const drafts = facts.products.filter(({ readyAt }) => readyAt === null)
    expect(drafts).toHaveLength(1)
    expect(drafts.flatMap(missingBeforeReady).map(({ field }) => field)).toContain('price')
  })
})

describe('its campaigns', () => {
  const shareOf = (name: string, state: CampaignState): number => {
    const product = facts.products.find((each) => each.name === name)
    const found = facts.campaigns.find(
      ({ campaign }) => campaign.productId === product?.id && campaignState(campaign, facts.at) === state,
    )
    if (!found) throw new Error(`${name} has no campaign that is ${state}`)
    return progressOf(found.campaign, found.tally).share / 100
  }

  test('are near the target, at the beginning, and about to fail', () => {
    expect(shareOf('Mi Selfie Stick Tripod', 'live')).toBe(89)
    expect(shareOf('Lumo Clip Reading Lamp', 'live')).toBeLessThan(15)
    expect(shareOf('Tarang Pocket Tanpura', 'live')).toBe(55)
  })

  test('are funded, missed, and met', () => {
    expect(shareOf('Mi Bluetooth Audio Receiver', 'funded')).toBeGreaterThan(100)
    expect(shareOf('Dhun Clip Speaker', 'ended, to be settled')).toBeLessThan(100)
    expect(shareOf('Garam Travel Mug', 'succeeded')).toBeGreaterThan(100)
  })

  test('one that is about to fail ends within two days', () => {
    const ends = facts.campaigns
      .filter(({ campaign }) => campaignState(campaign, facts.at) === 'live')
      .map(({ campaign }) => campaign.endsAt)
    expect(Math.min(...ends)).toBeLessThan(later(facts.at, 2 * dayLength))
  })

  test('sell on more than one market and with overlapping offers', () => {
    expect(names(facts.campaigns.map(({ campaign }) => campaign.market))).toEqual(['CN', 'IN'])
    const used = new Set(facts.orders.flatMap(({ offerId }) => offerId ?? []))
    expect(used.size).toBeGreaterThanOrEqual(4)
  })
})

describe('its orders', () => {
  test('have money that needs someone: late, failed, overdue, and a promise not kept', async () => {
    const office = made.office.shop
    const counts = await office?.store.read.refunds.counts(facts.at)
    expect(counts?.lateMoney).toBeGreaterThan(0)
    expect(counts?.overdue).toBeGreaterThan(0)
    expect(counts?.states.failed).toBeGreaterThan(0)
    const campaigns = new Map(facts.campaigns.map(({ campaign }) => [campaign.id, campaign]))
    const late = facts.orders.filter((order) => {
      const campaign = campaigns.get(order.campaignId)
      if (campaign === undefined || campaign.fundedAt === null) return false
      const due = shipBy(order, campaign)
      return orderState(order, facts.at) === 'paid' && due !== null && due < facts.at
    })
    expect(late.length).toBeGreaterThan(0)
    expect(late.length).toBeLessThan(10)
  })

  test('are cancelled whole and in part, paid twice and too late', () => {
    const reasons = facts.orders.flatMap(({ payments }) => payments.flatMap(({ late }) => late ?? []))
    expect(names(reasons)).toEqual([
      'after a cancellation',
      'after the end',
      'after the payment window',
      'paid a second time',
    ])
    const partly = facts.orders.filter(
      ({ units, cancellations }) => cancellations.length > 0 && (cancellations[0]?.units ?? 0) < units,
    )
    expect(partly.length).toBeGreaterThan(0)
  })

  test('come from invented people: nobody has these numbers and addresses', () => {
    for (const { supporter } of facts.orders) {
      expect(supporter.phone).toMatch(/^\+9190000\d{5}$/u)
      expect(supporter.email).toMatch(/^$|@example\.(?:com|in)$/u)
    }
  })

  test('come in a strong start, a slow middle and a strong end', () => {
    const mug = facts.campaigns.find(({ campaign }) => campaign.settlement?.outcome === 'succeeded')?.campaign
    if (!mug) throw new Error('no campaign has succeeded')
    const fifths = [0, 0, 0, 0, 0]
    for (const { campaignId, placedAt } of facts.orders) {
      if (campaignId !== mug.id) continue
      const fifth = Math.min(4, Math.floor((5 * (placedAt - mug.startsAt)) / (mug.endsAt - mug.startsAt)))
      fifths[fifth] = (fifths[fifth] ?? 0) + 1
    }
    const [first = 0, , middle = 0, , last = 0] = fifths
    expect(first).toBeGreaterThan(middle)
    expect(last).toBeGreaterThan(middle)
  })
})

describe('its accounts', () => {
  test('are three, each active with one role, and open with the passwords that are shown', async () => {
    expect(names(facts.accounts.map(({ roles }) => roles.join()))).toEqual(['manager', 'merchandiser', 'support'])
    const passwords = createPasswords()
    for (const { signInName, password, name, role } of Object.values(sampleStaff)) {
      const account = facts.accounts.find((each) => each.signInName === signInName)
      expect(account).toMatchObject({ name, roles: [role], active: true })
      expect(await passwords.fits(password, account?.password ?? null)).toBe(true)
    }
    expect(sampleAccounts.map(({ signInName }) => signInName)).toEqual(['asha', 'ravi', 'meera'])
  })
})
