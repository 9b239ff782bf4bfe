import type { Campaign, Offer } from '../../shared/campaigns/campaign'
import { emptyTally, type Count, type Tally } from '../../shared/campaigns/tally'
import {
  id,
  type CampaignId,
  type MakerId,
  type OfferId,
  type PictureId,
  type ProductId,
  type StaffId,
  type VariantId,
} from '../../shared/ids'
import { minor } from '../../shared/money'
import type { Picture, Product } from '../../shared/products/product'
import type { Refusal, Result } from '../../shared/result'
import type { Actor } from '../../shared/staff/actor'
import { roles, type Role } from '../../shared/staff/account'
import { instant, zone } from '../../shared/time'

/** Instants of the first season, written as people in India read their clocks. */
export const inIndia = (text: string) => instant(Date.parse(`${text}+05:30`))

export const india = zone('Asia/Kolkata')

export const createdAt = inIndia('2018-03-20T10:00:00')
/** When `aCampaign()` starts, runs, and ends (inclusive). */
export const startsAt = inIndia('2018-04-05T10:00:00')
export const midway = inIndia('2018-04-12T12:00:00')
export const endsAt = inIndia('2018-04-19T23:59:59')
export const afterEnd = instant(endsAt + 1)

export const productId = id<ProductId>('product-tripod')
export const makerId = id<MakerId>('maker-ishot')
export const blackId = id<VariantId>('variant-black')
export const whiteId = id<VariantId>('variant-white')
export const campaignId = id<CampaignId>('campaign-tripod')
export const offerId = id<OfferId>('offer-festival')
export const staffId = id<StaffId>('staff-meera')

export const aPicture = (overrides: Partial<Picture> = {}): Picture => ({
  id: id<PictureId>('picture-front'),
  format: 'webp',
  width: 960,
  height: 720,
  bytes: 18_000,
  description: 'The tripod on a table',
  ...overrides,
})

/** A product with everything it needs, marked ready: the tripod of the first season. */
export const aProduct = (overrides: Partial<Product> = {}): Product => ({
  id: productId,
  name: 'Mi Selfie Stick Tripod',
  tagline: 'A selfie stick and tripod in one',
  description: 'Unfolds into a tripod; the remote sits in its grip.',
  highlights: ['360° rotation'],
  specifications: [{ name: 'Remote', value: 'Bluetooth 3.0' }],
  variants: [
    { id: blackId, name: 'Black' },
    { id: whiteId, name: 'White' },
  ],
  price: minor(109_900),
  currency: 'INR',
  makerId,
  pageAddress: 'https://shop.example.com/tripod',
  shippingDays: 10,
  pictures: [aPicture()],
  position: 1,
  revision: 1,
  createdAt,
  changedAt: createdAt,
  readyAt: createdAt,
  fitForSaleAt: null,
  offMarketAt: null,
  archivedAt: null,
  ...overrides,
})

/** A launched campaign for 200 tripods, two weeks long, without cap, limit or offers. */
export const aCampaign = (overrides: Partial<Campaign> = {}): Campaign => ({
  id: campaignId,
  productId,
  market: 'IN',
  currency: 'INR',
  target: { kind: 'units', units: 200 },
  price: minor(109_900),
  startsAt,
  endsAt,
  zone: india,
  paymentWindowMinutes: 30,
  cap: null,
  perSupporterLimit: null,
  shippingPromise: { days: 10, base: 'order' },
  offers: [],
  revision: 1,
  createdAt,
  launchedAt: startsAt,
  launchedBy: staffId,
  fundedAt: null,
  calledOff: null,
  settlement: null,
  decisions: [],
  ...overrides,
})

export const aDraftCampaign = (overrides: Partial<Campaign> = {}): Campaign =>
  aCampaign({ launchedAt: null, launchedBy: null, ...overrides })

/** A tenth off for the first week. */
export const anOffer = (overrides: Partial<Offer> = {}): Offer => ({
  id: offerId,
  name: 'Festival discount',
  discount: { kind: 'percent', percent: 10 },
  startsAt,
  endsAt: midway,
  addedAt: createdAt,
  withdrawnAt: null,
  ...overrides,
})

export const aCount = (overrides: Partial<Count> = {}): Count => ({
  orders: 0,
  units: 0,
  amount: minor(0),
  ...overrides,
})

export const aTally = (overrides: Partial<Tally> = {}): Tally => ({ ...emptyTally, ...overrides })

export const anActor = (overrides: { readonly name?: string; readonly roles?: readonly Role[] } = {}): Actor => ({
  kind: 'staff',
  staffId,
  name: 'Meera Iyer',
  roles,
  ...overrides,
})

/** What a rule allowed. A refusal is shown in words. */
export function allowed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.message}`)
  return result.value
}

/** Why a rule refused. */
export function refusedBy(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('This was allowed.')
  return result.refusal
}
