import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { manualClock, type ManualClock } from '../../electron/clock'
import { createOffice, type Asker, type Office, type OfficeOptions } from '../../electron/office'
import type { CampaignTerms } from '../../shared/campaigns/campaign'
import {
  id,
  type CampaignId,
  type MakerId,
  type OrderId,
  type ProductId,
  type StaffId,
  type VariantId,
} from '../../shared/ids'
import { minor, type Minor } from '../../shared/money'
import type { ProductContent } from '../../shared/products/product'
import type { CommandName, ParsedInput, RequestInput, RequestOutput } from '../../shared/requests'
import type { Result } from '../../shared/result'
import type { Role } from '../../shared/staff/account'
import type { StaffActor } from '../../shared/staff/actor'
import { allowed, endsAt, inIndia, india, startsAt } from '../shared/builders'
import { aPng, aWebp } from '../electron/pictures/samples'
import { inMemory } from '../memory'

/** Password checks that cost next to nothing: what they cost is tested where it matters. */
export const cheapPasswords = { n: 2, r: 1, p: 1 }

export const password = 'a long enough password'

export const firstDay = inIndia('2018-04-01T09:00:00')

/** An office on a real store in a folder of its own, with a clock that stands still until it is moved. */
export interface TestOffice {
  readonly office: Office
  readonly clock: ManualClock
  readonly folder: string
  /** The shop's first account, with all roles. */
  readonly manager: StaffActor
  readonly bugs: readonly unknown[]
  /** Closes the program and starts it anew on the same folder. */
  restart(): Promise<void>
  /** Ends for good and removes the folder. */
  end(): Promise<void>
}

type Options = Partial<Omit<OfficeOptions, 'folder' | 'clock'>>

export async function anOffice(options: Options = {}): Promise<TestOffice> {
  const folder = await mkdtemp(path.join(inMemory, 'office-'))
  const clock = manualClock(firstDay)
  const bugs: unknown[] = []
  const open = (): Office =>
    createOffice({
      passwordCost: cheapPasswords,
      reportBug: (_event, error) => bugs.push(error),
      backupsFolder: path.join(folder, 'backups'),
      ...options,
      folder,
      clock,
    })
  let office = open()
  const shop = path.join(folder, 'shop')
  const founder = await office.startIn(shop, {
    shopName: 'First season',
    signInName: 'meera',
    name: 'Meera Iyer',
    password,
  })
  return {
    get office() {
      return office
    },
    clock,
    folder,
    bugs,
    manager: allowed(founder),
    async restart() {
      await office.close()
      office = open()
      await office.openIn(shop)
    },
    async end() {
      await office.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const anActorWith = (...roles: readonly Role[]): StaffActor => ({
  kind: 'staff',
  staffId: id<StaffId>(`staff-${roles.join('-') || 'none'}`),
  name: 'Test Person',
  roles,
})

/** Asks a command under a new id. */
export async function command<Name extends CommandName>(
  asker: Asker,
  name: Name,
  input: Omit<RequestInput<Name>, 'commandId'>,
): Promise<Result<RequestOutput<Name>>> {
  // Everything but the id is there, which the compiler cannot put together for a name it does not know.
  return asker.ask(name, { commandId: randomUUID(), ...input } as unknown as RequestInput<Name>)
}

/** Asks a command that must be accepted. */
export const done = async <Name extends CommandName>(
  asker: Asker,
  name: Name,
  input: Omit<RequestInput<Name>, 'commandId'>,
): Promise<RequestOutput<Name>> => allowed(await command(asker, name, input))

export const black = id<VariantId>('variant-black')

export const tripodContent = (makerId: MakerId | null, overrides: Partial<ProductContent> = {}): ProductContent => ({
  name: 'Mi Selfie Stick Tripod',
  category: '',
  tagline: 'A selfie stick and tripod in one',
  description: 'Unfolds into a tripod; the remote sits in its grip.',
  highlights: ['360° rotation'],
  specifications: [{ name: 'Remote', value: 'Bluetooth 3.0' }],
  variants: [{ id: black, name: 'Black' }],
  price: minor(109_900),
  currency: 'INR',
  makerId,
  pageAddress: 'https://shop.example.com/tripod',
  shippingDays: 10,
  ...overrides,
})

/** Curates a product until it is ready. */
export async function aReadyProduct(asker: Asker, overrides: Partial<ProductContent> = {}): Promise<ProductId> {
  const name = overrides.name ?? 'Mi Selfie Stick Tripod'
  const maker = await done(asker, 'makers.create', { name: `Maker of ${name} ${randomUUID()}`, about: '' })
  const created = await done(asker, 'products.create', { name, currency: 'INR' })
  const saved = await done(asker, 'products.save', {
    id: created.id,
    revision: created.revision,
    content: tripodContent(maker.id, overrides) as ParsedInput<'products.save'>['content'],
  })
  const pictured = await done(asker, 'products.addPicture', {
    id: saved.id,
    bytes: aPng(640, 480).toString('base64'),
    thumbnail: aWebp(320, 240).toString('base64'),
    description: 'The tripod on a table',
  })
  const ready = await done(asker, 'products.markReady', { id: saved.id, revision: pictured.revision })
  return ready.id
}

export const tripodTerms = (productId: ProductId, overrides: Partial<CampaignTerms> = {}): CampaignTerms => ({
  productId,
  market: 'IN',
  target: { kind: 'units', units: 3 },
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

/** Drafts and launches a campaign of the product. */
export async function aLaunchedCampaign(
  asker: Asker,
  productId: ProductId,
  overrides: Partial<CampaignTerms> = {},
): Promise<CampaignId> {
  const drafted = await done(asker, 'campaigns.create', { terms: tripodTerms(productId, overrides) })
  await done(asker, 'campaigns.launch', { id: drafted.id, revision: drafted.revision })
  return drafted.id
}

export const aSupporter = (phone = '98450 12345') => ({
  name: 'Asha Rao',
  phone,
  email: 'asha@example.com',
  address: { line1: '12 MG Road', line2: '', city: 'Bengaluru', region: 'Karnataka', postalCode: '560 001' },
})

/** Places an order at the price of the moment. */
export async function anOrder(
  asker: Asker,
  campaignId: CampaignId,
  productId: ProductId,
  { units = 1, phone = '98450 12345' } = {},
): Promise<{ readonly id: OrderId; readonly total: Minor }> {
  const quote = allowed(await asker.ask('orders.quote', { campaignId, units }))
  const supporter = aSupporter(phone)
  const placed = await done(asker, 'orders.place', {
    campaignId,
    productId,
    variantId: black,
    units,
    total: quote.total,
    supporter,
  })
  return { id: placed.id, total: quote.total }
}

let references = 0

/** Pays an order now with a reference of its own. */
export const pay = (asker: Asker, clock: ManualClock, order: { readonly id: OrderId; readonly total: Minor }) =>
  done(asker, 'orders.recordPayment', {
    id: order.id,
    mode: 'UPI',
    reference: `upi-${String((references += 1))}`,
    amount: order.total,
    paidAt: clock.now(),
  })
