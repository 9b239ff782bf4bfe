import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Campaign } from '../../shared/campaigns/campaign'
import { id, type CampaignId, type PictureId, type ProductId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import type { Picture, Product } from '../../shared/products/product'
import { assert } from '../../shared/result'
import { dayLength, later, type Instant } from '../../shared/time'
import { openTrail } from '../../electron/audit/trail'
import { manualClock } from '../../electron/clock'
import { createOffice } from '../../electron/office'
import { judgePicture } from '../../electron/pictures/judge'
import { pictureFolder } from '../../electron/pictures/pictureFolder'
import { sampleStaff } from '../../electron/sample/accounts'
import { gadgetProducts } from '../../electron/sample/gadgetProducts'
import { hire } from '../../electron/sample/hiring'
import { homeProducts } from '../../electron/sample/homeProducts'
import { picturesIn } from '../../electron/shop'
import { openEmbeddedStore, type EmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { aDraftCampaign, aCampaign, allowed, aProduct } from '../shared/builders'
import { aMaker } from '../electron/store/records'
import { benchShop, closedCampaignsOf, liveCampaigns, ordersOf, settledOf, type BenchCampaign } from '../bench/shop'
import { entriesOf, entryOf, type Doer } from './deeds'
import { varied } from './variety'

export interface Filling {
  /** The program's data folder; holds no shop of one's own yet. */
  readonly folder: string
  readonly orders: number
  /** How many campaigns in all; left out, as many as such a shop would have had. */
  readonly campaigns?: number | undefined
  /** Between 0 and 1. */
  readonly liveShare: number
  /** The instant as of which it stands. */
  readonly at: Instant
  readonly progress: (orders: number) => void
}

/**
 * Makes a shop of real-looking orders in a data folder, through the store's port: campaigns in every state, orders and refunds in
 * nearly all, an audit trail that tells of each deed, and the three accounts of the sample shop. The window opens it at its next start.
 */
export async function fillShop({ folder, orders, campaigns, liveShare, at, progress }: Filling): Promise<void> {
  const shopFolder = path.join(folder, 'shops', 'own')
  assert(!existsSync(shopFolder), 'there is no shop in the folder yet')
  await mkdir(shopFolder, { recursive: true, mode: 0o700 })
  const closed =
    campaigns === undefined ? closedCampaignsOf(orders, liveShare) : campaigns - liveCampaigns - otherStates
  assert(closed >= 0, 'there are as many campaigns as states that they are in')
  const shop = benchShop(orders, closed, { at, liveShare })
  await begin(folder, shopFolder, shop.campaigns[0]?.campaign.createdAt ?? at)
  const store = await openEmbeddedStore(shopFolder)
  try {
    const manager = await store.read.staff.bySignInName(sampleStaff.manager.signInName)
    assert(manager !== null, 'the manager has an account')
    await store.transact(async (tx) => tx.makers.put(aMaker()))
    let done = 0
    for (const [index, of] of shop.campaigns.entries()) {
      await putCampaign(store, shopFolder, of, index, manager)
      await putOrders(store, of, at, manager, (count) => progress((done += count)))
      if (of.fate !== 'live') await settle(store, of, manager)
      await store.snapshot()
    }
    await putOtherStates(store, shopFolder, at, manager, shop.campaigns.length)
  } finally {
    await store.close()
  }
  await openOnce(folder, at)
}

async function begin(folder: string, shopFolder: string, at: Instant): Promise<void> {
  const office = createOffice({ folder, clock: manualClock(at) })
  try {
    await hire(office, shopFolder, randomUUID)
  } finally {
    await office.close()
  }
}

const texts = [...Object.values(homeProducts), ...Object.values(gadgetProducts)].filter(
  ({ pictures }) => pictures.length > 0,
)

/** A product as the shop's page shows it, with a picture of its own. */
async function dressed(shopFolder: string, product: Product, index: number): Promise<Product> {
  const text = texts[index % texts.length]
  const shown = text?.pictures[0]
  assert(text !== undefined && shown !== undefined, 'every sample product has a picture')
  const [bytes, thumbnail] = [bytesOf(shown.full), bytesOf(shown.thumbnail)]
  const { format, width, height } = allowed(judgePicture(bytes))
  const picture: Picture = {
    id: id<PictureId>(`picture-${product.id}`),
    ...{ format, width, height, bytes: bytes.length, description: shown.description },
  }
  await pictureFolder(picturesIn(shopFolder)).write(picture, bytes, thumbnail)
  const { category, tagline, description, pageAddress } = text
  const name = `${text.name} ${String(index + 1)}`
  return { ...product, name, category, tagline, description, pageAddress, pictures: [picture] }
}

const bytesOf = (address: string): Buffer => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')

async function putCampaign(
  store: EmbeddedStore,
  shopFolder: string,
  { campaign, product }: Pick<BenchCampaign, 'campaign' | 'product'>,
  index: number,
  by: Doer,
): Promise<void> {
  const shown = await dressed(shopFolder, product, index)
  await store.transact(async (tx) => {
    const trail = await openTrail(tx)
    const { launchedAt, fundedAt } = campaign
    tx.products.put({ ...shown, fitForSaleAt: fundedAt })
    tx.campaigns.put(campaign)
    const tell = (action: string, words: string, at: Instant): void => {
      const subject = { campaignId: campaign.id, productId: product.id }
      const summary = `${words} ${shown.name}`
      trail.append(entryOf(by, `fill-${campaign.id}-${action.replace('.', '-')}`, action, at, { subject, summary }))
    }
    tell('campaigns.create', 'Drafted a campaign of', campaign.createdAt)
    if (launchedAt !== null) tell('campaigns.launch', 'Launched the campaign of', launchedAt)
  })
}

/** Few enough that a commit is no burden, and many enough that its own cost is none. */
const ordersInCommit = 500

async function putOrders(
  store: EmbeddedStore,
  of: BenchCampaign,
  at: Instant,
  by: Doer,
  progress: (count: number) => void,
): Promise<void> {
  let batch: Order[] = []
  const put = async (): Promise<void> => {
    const orders = batch
    batch = []
    await store.transact(async (tx) => {
      const trail = await openTrail(tx)
      for (const order of orders) {
        tx.orders.put(order)
        for (const entry of entriesOf(order, by)) trail.append(entry)
      }
    })
    progress(orders.length)
  }
  let n = 0
  for (const order of ordersOf(of)) {
    batch.push(varied(order, n++, of, at))
    if (batch.length === ordersInCommit) await put()
  }
  if (batch.length > 0) await put()
}

async function settle(store: EmbeddedStore, of: BenchCampaign, by: Doer): Promise<void> {
  await store.transact(async (tx) => {
    const found = await tx.campaigns.get(of.campaign.id)
    assert(found !== null, 'the campaign is on record')
    tx.campaigns.put(settledOf(of, found.tally))
    const trail = await openTrail(tx)
    const subject = { campaignId: of.campaign.id, productId: of.product.id }
    for (const [action, summary] of [
      ['settlement.approve', 'Approved a settlement'],
      ['settlement.close', 'Closed the settlement with its statement'],
    ] as const) {
      const command = `fill-${of.campaign.id}-${action.replace('.', '-')}`
      trail.append(entryOf(by, command, action, later(of.campaign.endsAt, dayLength), { subject, summary }))
    }
  })
}

/** The states that no order is needed for: a draft, one that waits for its day, and one that ended and waits to be settled. */
/** The campaigns that `putOtherStates` puts. */
const otherStates = 3

async function putOtherStates(
  store: EmbeddedStore,
  shopFolder: string,
  at: Instant,
  by: Doer,
  index: number,
): Promise<void> {
  const put = async (which: string, offset: number, of: (overrides: Partial<Campaign>) => Campaign): Promise<void> => {
    const productId = id<ProductId>(`product-${which}`)
    const campaign = of({ id: id<CampaignId>(`campaign-${which}`), productId })
    const product = aProduct({ id: productId, position: index + offset + 1 })
    await putCampaign(store, shopFolder, { campaign, product }, index + offset, by)
  }
  const between = (from: number, to: number): Pick<Campaign, 'startsAt' | 'endsAt'> => ({
    startsAt: later(at, from * dayLength),
    endsAt: later(at, to * dayLength),
  })
  const dates = { createdAt: later(at, -40 * dayLength), launchedAt: later(at, -35 * dayLength) }
  await put('draft', 0, (over) => aDraftCampaign({ createdAt: dates.createdAt, ...between(5, 35), ...over }))
  await put('scheduled', 1, (over) => aCampaign({ ...dates, ...between(5, 35), ...over }))
  await put('ended', 2, (over) => aCampaign({ ...dates, ...between(-32, -2), ...over }))
}

/** Through the program's own door: it opens, and remembers that it did. */
async function openOnce(folder: string, at: Instant): Promise<void> {
  const office = createOffice({ folder, clock: manualClock(at) })
  try {
    allowed(await office.ask('shop.open', { shop: 'own' }))
  } finally {
    await office.close()
  }
}
