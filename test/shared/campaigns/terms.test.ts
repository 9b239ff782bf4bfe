import { describe, expect, test } from 'vitest'
import type { Campaign, CampaignTerms } from '../../../shared/campaigns/campaign'
import { draftCampaign } from '../../../shared/campaigns/draftCampaign'
import { launchCampaign } from '../../../shared/campaigns/launchCampaign'
import { saveCampaign } from '../../../shared/campaigns/saveCampaign'
import { id, type CampaignId, type ProductId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { Product } from '../../../shared/products/product'
import { program } from '../../../shared/staff/actor'
import { instant, later } from '../../../shared/time'
import {
  aCampaign,
  aDraftCampaign,
  allowed,
  anActor,
  aProduct,
  campaignId,
  createdAt,
  endsAt,
  india,
  midway,
  productId,
  refusedBy,
  staffId,
  startsAt,
} from '../builders'
import { aSettlement } from '../settlementBuilder'

const terms = (overrides: Partial<CampaignTerms> = {}): CampaignTerms => ({
  productId,
  market: 'IN',
  target: { kind: 'units', units: 200 },
  price: minor(109_900),
  startsAt,
  endsAt,
  zone: india,
  paymentWindowMinutes: 30,
  cap: null,
  perSupporterLimit: null,
  shippingPromise: { days: 10, base: 'order' },
  ...overrides,
})

const draft = (overrides: Partial<CampaignTerms> = {}) =>
  draftCampaign({ id: campaignId, terms: terms(overrides) }, aProduct(), createdAt)

describe('a draft', () => {
  test('has the currency of its market', () => {
    expect(allowed(draft()).currency).toBe('INR')
    expect(allowed(draft({ market: 'CN' })).currency).toBe('CNY')
    expect(allowed(draft())).toMatchObject({ launchedAt: null, fundedAt: null, offers: [], revision: 1 })
  })

  test('may be planned for a product that is a draft still, but not for an archived one', () => {
    const plan = (product: Product) => draftCampaign({ id: campaignId, terms: terms() }, product, createdAt)
    expect(allowed(plan(aProduct({ readyAt: null }))).productId).toBe(productId)
    expect(refusedBy(plan(aProduct({ archivedAt: createdAt }))).field).toBe('terms.productId')
  })

  test.each([
    ['terms.endsAt', { endsAt: startsAt }],
    ['terms.endsAt', { endsAt: later(startsAt, -1) }],
    ['terms.startsAt', { startsAt: instant(-8.64e15) }],
    ['terms.endsAt', { endsAt: instant(8.64e15) }],
    ['terms.paymentWindowMinutes', { paymentWindowMinutes: 0 }],
    ['terms.price', { price: minor(0) }],
    ['terms.target.units', { target: { kind: 'units', units: 0 } }],
    ['terms.target.units', { target: { kind: 'units', units: 1_000_000_000 }, price: minor(1e12) }],
    ['terms.target.amount', { target: { kind: 'amount', amount: minor(0) } }],
    ['terms.cap', { cap: 199 }],
    ['terms.cap', { cap: 4, target: { kind: 'amount', amount: minor(5 * 109_900) } }],
    ['terms.cap', { cap: 0 }],
    ['terms.perSupporterLimit', { perSupporterLimit: 0 }],
    ['terms.shippingPromise.days', { shippingPromise: { days: 0, base: 'order' } }],
  ] as const)('is refused at %s for %j', (field, overrides) => {
    expect(refusedBy(draft(overrides)).field).toBe(field)
  })

  test('may be capped at exactly its target', () => {
    expect(allowed(draft({ cap: 200 })).cap).toBe(200)
    expect(allowed(draft({ cap: 5, target: { kind: 'amount', amount: minor(5 * 109_900) } })).cap).toBe(5)
  })

  test('with an end before its start names the start', () => {
    expect(refusedBy(draft({ endsAt: startsAt })).message).toBe(
      'The end must be after the start, 5 April 2018, 10:00:00 (Asia/Kolkata).',
    )
  })

  test('is saved on the base of its latest revision, and checked again', () => {
    const save = (revision: number, overrides: Partial<CampaignTerms>) =>
      saveCampaign(aDraftCampaign({ revision: 4 }), { revision, terms: terms(overrides) }, aProduct(), midway)
    expect(allowed(save(4, { cap: 500, market: 'CN' }))).toMatchObject({ cap: 500, currency: 'CNY', revision: 5 })
    expect(refusedBy(save(3, { cap: 500 })).code).toBe('changed-elsewhere')
    expect(refusedBy(save(4, { cap: 1 })).field).toBe('terms.cap')
  })
})

describe('a launch', () => {
  const launch = (overrides: {
    readonly campaign?: Campaign
    readonly product?: Product
    readonly others?: readonly Campaign[]
    readonly revision?: number
    readonly at?: typeof midway
  }) => {
    const { campaign = aDraftCampaign(), product = aProduct(), others = [], revision = 1, at = createdAt } = overrides
    return launchCampaign(campaign, { revision, product, others }, anActor(), at)
  }

  test('keeps who approved it and when, and leaves the times as they are', () => {
    expect(allowed(launch({}))).toMatchObject({ launchedAt: createdAt, launchedBy: staffId, startsAt, endsAt })
    const byProgram = launchCampaign(
      aDraftCampaign(),
      { revision: 1, product: aProduct(), others: [] },
      program,
      createdAt,
    )
    expect(allowed(byProgram).launchedBy).toBeNull()
  })

  test('starts at once where the start has passed', () => {
    expect(allowed(launch({ at: midway })).startsAt).toBe(midway)
  })

  test('is refused once the end has come', () => {
    expect(allowed(launch({ at: later(endsAt, -1) })).startsAt).toBe(endsAt - 1)
    expect(refusedBy(launch({ at: endsAt })).code).toBe('end-passed')
  })

  test('is refused when the draft was changed since the manager looked at it', () => {
    expect(refusedBy(launch({ revision: 2 })).code).toBe('changed-elsewhere')
  })

  test('needs a product that is ready', () => {
    expect(refusedBy(launch({ product: aProduct({ readyAt: null }) })).code).toBe('product-not-ready')
    expect(refusedBy(launch({ product: aProduct({ archivedAt: createdAt }) })).code).toBe('product-archived')
    expect(refusedBy(launch({ product: aProduct({ pictures: [] }) })).message).toContain('At least one picture')
  })

  test('may try a product again that left the market, or sell one more time what is fit for sale', () => {
    expect(allowed(launch({ product: aProduct({ offMarketAt: createdAt }) })).launchedAt).toBe(createdAt)
    expect(allowed(launch({ product: aProduct({ fitForSaleAt: createdAt }) })).launchedAt).toBe(createdAt)
  })

  describe('beside another campaign of the product', () => {
    const other = (overrides: Partial<Campaign> = {}): Campaign =>
      aCampaign({ id: id<CampaignId>('campaign-other'), ...overrides })

    test('is refused while both would run in one market, if only for an instant', () => {
      for (const rival of [
        other(),
        other({ fundedAt: midway }),
        other({ startsAt: endsAt, endsAt: later(endsAt, 1000) }),
        other({ startsAt: createdAt, endsAt: startsAt }),
      ])
        expect(refusedBy(launch({ others: [rival] })).code).toBe('another-campaign')
    })

    test.each([
      ['is a draft', { launchedAt: null }],
      ['is settled', { settlement: aSettlement('failed') }],
      ['runs in another market', { market: 'CN' }],
      ['has ended before', { startsAt: createdAt, endsAt: later(startsAt, -1) }],
      ['starts afterwards', { startsAt: later(endsAt, 1), endsAt: later(endsAt, 1000) }],
      ['was called off before', { calledOff: { at: createdAt, by: staffId, byName: 'Meera Iyer', reason: 'Recall' } }],
      ['is of another product', { productId: id<ProductId>('product-receiver') }],
    ] as const)('is allowed where that one %s', (_case, overrides) => {
      expect(allowed(launch({ others: [other(overrides)] })).launchedAt).toBe(createdAt)
    })

    test('counts its own start as now where that has passed', () => {
      const before = other({ startsAt: createdAt, endsAt: later(midway, -1) })
      expect(allowed(launch({ others: [before], at: midway })).startsAt).toBe(midway)
    })
  })
})
