import type { Account } from '../../../shared/staff/account'
import type { AuditEntry } from '../../../shared/audit/entry'
import { addTally, emptyTally, type Tally } from '../../../shared/campaigns/tally'
import type { BulkJob, BulkPart } from '../../../shared/bulk/job'
import type { BulkJobId, CampaignId, MakerId, ProductId, RefundBatchId, StaffId } from '../../../shared/ids'
import type { Maker } from '../../../shared/makers/maker'
import type { Order } from '../../../shared/orders/order'
import type { Product } from '../../../shared/products/product'
import type { RefundBatch } from '../../../shared/refunds/batches/batch'
import type { BreakdownTerms } from '../../../shared/reports/breakdown/breakdown'
import { assert } from '../../../shared/result'
import type { CampaignWithTally, Settings } from '../store'
import { firstOf } from './auditPart'
import { AuditTrail } from './auditTrail'
import type { Commit } from './commit'
import { auditName, ordersName, type DocumentName } from './documentNames'
import { OrderShelf } from './orderShelf'

/** Takes a commit back out of memory. Only the newest commit can be taken back, then the one before it. */
export type Undo = () => void

/** The state after some commit: all records, indexed for what the program asks. */
export class Memory {
  settings: Settings | null = null
  readonly products = new Map<ProductId, Product>()
  readonly makers = new Map<MakerId, Maker>()
  readonly campaigns = new Map<CampaignId, CampaignWithTally>()
  readonly accounts = new Map<StaffId, Account>()
  readonly bulkJobs = new Map<BulkJobId, BulkJob>()
  readonly bulkParts = new Map<string, BulkPart>()
  readonly refundBatches = new Map<RefundBatchId, RefundBatch>()
  readonly orders = new OrderShelf((id) => this.termsOf(id))
  readonly audit = new AuditTrail()
  /** The highest order count that was given away, also to an order whose commit failed. */
  orderCount = 0
  /** Documents that no longer say what memory says. */
  readonly dirty = new Set<DocumentName>()

  /** Applies a commit, whose orders are these lines, and answers how to take it back. */
  apply(commit: Commit, lines: readonly Buffer[] = []): Undo {
    const undos: Undo[] = []
    const undo = (): void => {
      for (const step of undos.reverse()) step()
    }
    try {
      this.#applyCatalogue(commit, undos)
      for (const [index, order] of (commit.orders ?? []).entries()) this.putOrder(order, undos, lines[index])
      for (const entry of commit.audit ?? []) this.appendEntry(entry, undos)
    } catch (error) {
      undo()
      throw error
    }
    return undo
  }

  /** What a command waits for: it may ask anything of any order and entry. Null where everything is at hand. */
  whole(): Promise<unknown> | null {
    const [orders, audit] = [this.orders.whole(), this.audit.whole()]
    return orders || audit ? Promise.all([orders, audit]) : null
  }

  /** How much of that is read, from 0 to 1: of orders or of the trail, whichever is further behind. Null when all is. */
  readAhead(): number | null {
    const share = Math.min(this.orders.shareRead, this.audit.shareRead)
    return share === 1 ? null : share
  }

  /** What the breakdown of a campaign with orders needs to know of it. */
  termsOf(id: CampaignId): BreakdownTerms {
    const campaign = this.campaigns.get(id)?.campaign
    assert(campaign !== undefined, 'the campaign of an order is on record')
    return campaign
  }

  #applyCatalogue(commit: Commit, undos: Undo[]): void {
    this.dirty.add('catalogue')
    if (commit.settings) {
      const before = this.settings
      this.settings = commit.settings
      undos.push(() => (this.settings = before))
    }
    for (const product of commit.products ?? []) put(this.products, product.id, product, undos)
    for (const maker of commit.makers ?? []) put(this.makers, maker.id, maker, undos)
    for (const account of commit.accounts ?? []) put(this.accounts, account.id, account, undos)
    for (const job of commit.bulkJobs ?? []) put(this.bulkJobs, job.id, job, undos)
    for (const part of commit.bulkParts ?? []) put(this.bulkParts, bulkPartKey(part), part, undos)
    for (const batch of commit.refundBatches ?? []) put(this.refundBatches, batch.id, batch, undos)
    for (const campaign of commit.campaigns ?? []) {
      const tally = this.campaigns.get(campaign.id)?.tally ?? emptyTally
      put(this.campaigns, campaign.id, { campaign, tally }, undos)
    }
    for (const { campaignId, by } of commit.tallies ?? []) this.#moveTally(campaignId, by, undos)
    for (const id of commit.removedCampaigns ?? []) {
      const before = this.campaigns.get(id)
      this.campaigns.delete(id)
      undos.push(() => before && this.campaigns.set(id, before))
    }
  }

  #moveTally(campaignId: CampaignId, by: Tally, undos: Undo[]): void {
    const known = this.campaigns.get(campaignId)
    assert(known !== undefined, 'a tally moves only where its campaign is known')
    put(this.campaigns, campaignId, { campaign: known.campaign, tally: addTally(known.tally, by) }, undos)
  }

  putOrder(order: Order, undos: Undo[] = [], line?: Buffer): void {
    const before = this.orders.put(order, line)
    this.orderCount = Math.max(this.orderCount, order.sequence)
    this.dirty.add(ordersName(order.campaignId))
    undos.push(() => {
      if (before) this.orders.put(before)
      else this.orders.remove(order)
    })
  }

  appendEntry(entry: AuditEntry, undos: Undo[] = []): void {
    this.audit.append(entry)
    this.dirty.add(auditName(firstOf(entry.sequence)))
    undos.push(() => {
      this.audit.removeLast()
    })
  }
}

export const bulkPartKey = ({ jobId, index }: Pick<BulkPart, 'jobId' | 'index'>): string => `${jobId} ${String(index)}`

function put<Id, Item>(items: Map<Id, Item>, id: Id, item: Item, undos: Undo[]): void {
  const before = items.get(id)
  items.set(id, item)
  undos.push(() => {
    if (before === undefined) items.delete(id)
    else items.set(id, before)
  })
}
