import { countCell, instantCell, moneyCell, textCell, type Cell } from '../../shared/cell'
import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignId, ProductId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { amountLeft, unitsLeft } from '../../shared/orders/orderState'
import { shipBy } from '../../shared/orders/shipBy'
import { shipOrder } from '../../shared/orders/shipOrder'
import type { Product } from '../../shared/products/product'
import type { ParsedInput } from '../../shared/requests'
import { program } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import type { CampaignWithTally, Reads } from '../store/store'
import { campaignsOf } from './campaignsOf'
import { rowsOf, type ListSheet } from './listSheet'
import { scopedOrders, scopeWords } from './scopedOrders'

type ManifestList = ParsedInput<'sheets.exportManifest'>

/** As couriers of the home market ask for them. Nothing is collected at the door: everything was paid before. */
const heads = [
  'Order',
  'Name',
  'Address line 1',
  'Address line 2',
  'City',
  'State',
  'PIN code',
  'Country',
  'Phone',
  'Units',
  'Contents',
  'Declared value',
  'Currency',
  'Payment',
  'Ship by',
]

/** What a courier needs to know of each parcel of the queue that can ship at `at`, in the order of the queue. */
export async function manifestSheet(
  read: Reads,
  { scope: asked, descending }: ManifestList,
  at: Instant,
): Promise<ListSheet> {
  const filter = asked.kind === 'matching' ? asked.filter : null
  const { byId, concerned, filterNames, zone } = await campaignsOf(read, filter)
  const products = new Map((await read.products.all()).map((product) => [product.id, product]))
  const toShip = asked.kind === 'matching' ? { ...asked, filter: { ...asked.filter, toShip: true } } : asked
  const list = { sort: 'shipBy', descending, fits: (order: Order) => canShip(order, byId, at) } as const
  const { scope, walked, wanted, total } = await scopedOrders(read, toShip, list, at)
  const rowsFrom = (orders: readonly Order[]) => orders.filter(wanted)
  const { words, impersonal } = scopeWords(scope, list, zone, filterNames)
  return {
    name: 'Courier manifest',
    words,
    impersonal,
    zones: [...new Set(concerned.map(({ campaign }) => campaign.zone))],
    heads,
    total,
    rows: (progress) => rowsOf(walked, rowsFrom, (order) => cellsOf(order, byId, products), progress),
  }
}

type Campaigns = ReadonlyMap<CampaignId, CampaignWithTally>

function canShip(order: Order, campaigns: Campaigns, at: Instant): boolean {
  const found = campaigns.get(order.campaignId)
  return found !== undefined && shipOrder(order, found.campaign, { carrier: 'any', trackingNumber: '' }, program, at).ok
}

function cellsOf(order: Order, campaigns: Campaigns, products: ReadonlyMap<ProductId, Product>): readonly Cell[] {
  const { number, supporter, currency, campaignId, productId, variantId } = order
  const { line1, line2, city, region, postalCode } = supporter.address
  const campaign = campaigns.get(campaignId)?.campaign
  const product = products.get(productId)
  const variant = product?.variants.find(({ id }) => id === variantId)?.name ?? ''
  return [
    textCell(number),
    textCell(supporter.name),
    textCell(line1),
    textCell(line2),
    textCell(city),
    textCell(region),
    textCell(postalCode),
    textCell(campaign === undefined ? null : marketFacts[campaign.market].name),
    textCell(supporter.phone),
    countCell(unitsLeft(order)),
    textCell([product?.name ?? '', variant].filter((part) => part !== '').join(', ')),
    moneyCell(amountLeft(order), currency),
    textCell(currency),
    textCell('Prepaid'),
    campaign === undefined ? null : instantCell(shipBy(order, campaign), campaign.zone),
  ]
}
