import type { AuditEntry } from '../../../shared/audit/entry'
import type { BulkJob, BulkPart } from '../../../shared/bulk/job'
import type { Campaign } from '../../../shared/campaigns/campaign'
import type { Tally } from '../../../shared/campaigns/tally'
import type { Changed, Topic } from '../../../shared/changed'
import type { CampaignId, ProductId } from '../../../shared/ids'
import type { Maker } from '../../../shared/makers/maker'
import type { Order } from '../../../shared/orders/order'
import type { Product } from '../../../shared/products/product'
import type { RefundBatch } from '../../../shared/refunds/batches/batch'
import type { Account } from '../../../shared/staff/account'
import type { Settings } from '../store'

/** How a campaign's tally moves: what its orders contribute afterwards less what they contributed before. */
export interface TallyMove {
  readonly campaignId: CampaignId
  readonly by: Tally
}

/**
 * What one commit leaves behind: records as they are afterwards, and how tallies move. It is one record of the journal, and
 * nothing else is needed to apply it, whatever else a document already includes.
 */
export interface Commit {
  readonly settings?: Settings
  readonly products?: readonly Product[]
  readonly makers?: readonly Maker[]
  readonly campaigns?: readonly Campaign[]
  readonly removedCampaigns?: readonly CampaignId[]
  readonly accounts?: readonly Account[]
  readonly bulkJobs?: readonly BulkJob[]
  readonly bulkParts?: readonly BulkPart[]
  readonly refundBatches?: readonly RefundBatch[]
  readonly orders?: readonly Order[]
  readonly tallies?: readonly TallyMove[]
  readonly audit?: readonly AuditEntry[]
}

/** A commit as the journal keeps it, and where in it each of its orders stands as a document has it: none is written out twice. */
export interface WrittenCommit {
  readonly bytes: Buffer
  readonly lines: readonly Buffer[]
}

export function writtenOut({ orders = [], ...others }: Commit): WrittenCommit {
  const rest = JSON.stringify(others)
  if (orders.length === 0) return { bytes: Buffer.from(rest), lines: [] }
  const texts = orders.map((order) => JSON.stringify(order))
  const end = rest === '{}' ? ']}' : `],${rest.slice(1)}`
  const bytes = Buffer.from(`{"orders":[${texts.join(',')}${end}`)
  let at = '{"orders":['.length
  const lines = texts.map((text) => {
    const from = at
    at += Buffer.byteLength(text) + 1
    return bytes.subarray(from, at - 1)
  })
  return { bytes, lines }
}

const mostNamedOrders = 100

/** What watchers are told of a commit. A campaign that changes may change the state of its product. */
export function changedBy(commit: Commit): Changed {
  const { products = [], campaigns = [], removedCampaigns = [], orders = [], tallies = [] } = commit
  const touched: Record<Topic, boolean> = {
    products: products.length + campaigns.length + removedCampaigns.length > 0,
    makers: commit.makers !== undefined,
    campaigns: campaigns.length + removedCampaigns.length + tallies.length > 0,
    orders: orders.length > 0,
    refunds: commit.refundBatches !== undefined || orders.some(({ refunds }) => refunds.length > 0),
    staff: commit.accounts !== undefined,
    audit: commit.audit !== undefined,
    shop: commit.settings !== undefined,
    session: false,
    backups: false,
    bulk: commit.bulkJobs !== undefined,
    sheets: false,
  }
  const productIds = new Set<ProductId>(products.map(({ id }) => id))
  for (const { productId } of campaigns) productIds.add(productId)
  const campaignIds = new Set<CampaignId>(removedCampaigns)
  for (const { id } of campaigns) campaignIds.add(id)
  for (const { campaignId } of tallies) campaignIds.add(campaignId)
  for (const { campaignId } of orders) campaignIds.add(campaignId)
  return {
    topics: (Object.keys(touched) as Topic[]).filter((topic) => touched[topic]),
    productIds: [...productIds],
    campaignIds: [...campaignIds],
    orderIds: orders.length > mostNamedOrders ? [] : orders.map(({ id }) => id),
  }
}
