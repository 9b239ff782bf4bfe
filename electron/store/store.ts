import type { AuditEntry } from '../../shared/audit/entry'
import type { AuditRow } from '../../shared/audit/requests'
import type { BulkJob, BulkPart } from '../../shared/bulk/job'
import type { Campaign } from '../../shared/campaigns/campaign'
import type { Market } from '../../shared/campaigns/market'
import type { PaymentMode } from '../../shared/campaigns/paymentMode'
import type { Tally } from '../../shared/campaigns/tally'
import type { Changed } from '../../shared/changed'
import type {
  BulkJobId,
  CampaignId,
  CommandId,
  MakerId,
  OrderId,
  ProductId,
  RefundBatchId,
  StaffId,
} from '../../shared/ids'
import type { Maker } from '../../shared/makers/maker'
import type { Order, RefundCause, RefundState } from '../../shared/orders/order'
import type { OrderFilter, orderSorts } from '../../shared/orders/requests'
import type { Product } from '../../shared/products/product'
import type { Breakdown } from '../../shared/reports/breakdown/breakdown'
import type { RefundAge, RefundAges } from '../../shared/refunds/age'
import type { RefundBatch } from '../../shared/refunds/batches/batch'
import type { Stood } from '../../shared/refunds/stood'
import type { Slice } from '../../shared/request'
import type { ReconcileSettings } from '../../shared/reports/reconcile/settlementReadings'
import type { ReportSettings } from '../../shared/reports/schedules/schedule'
import type { ImportSettings } from '../../shared/sheets/importState'
import type { SupportSettings } from '../../shared/settings/settings'
import type { Account } from '../../shared/staff/account'
import type { Instant } from '../../shared/time'

/** What belongs to the shop as a whole. */
export interface Settings extends SupportSettings, ImportSettings, ReportSettings, ReconcileSettings {
  readonly shopName: string
  /** Secret of the audit trail's seals, hex. */
  readonly auditKey: string
}

export interface ProductReads {
  one(id: ProductId): Promise<Product | null>
  /** By position, archived ones too. */
  all(): Promise<readonly Product[]>
}

export interface MakerReads {
  one(id: MakerId): Promise<Maker | null>
  all(): Promise<readonly Maker[]>
}

export interface CampaignWithTally {
  readonly campaign: Campaign
  readonly tally: Tally
}

/**
 * Supporters whose orders were paid in time and are not cancelled whole, told apart by the hash of their phone number: in a million of them
 * about a hundred share one.
 */
export interface SupporterCounts {
  readonly supporters: number
  /** Of them, those with more than one such order in this campaign. */
  readonly repeated: number
  /** Of them, those with such an order in a campaign that was launched before this one. */
  readonly returning: number
}

export interface CampaignReads {
  one(id: CampaignId): Promise<CampaignWithTally | null>
  /** Newest first. There are hundreds at most: the list is curated. */
  all(): Promise<readonly CampaignWithTally[]>
  ofProduct(id: ProductId): Promise<readonly CampaignWithTally[]>
  /** What reports need beyond the tally, or null where there is no such campaign. */
  breakdown(id: CampaignId): Promise<Breakdown | null>
  /** Of every campaign that has orders. */
  breakdowns(): Promise<ReadonlyMap<CampaignId, Breakdown>>
  supporters(id: CampaignId): Promise<SupporterCounts>
}

export interface OrderQuery extends OrderFilter {
  readonly sort: (typeof orderSorts)[number]
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/** A list as it was at one instant, however long, to be gone through slice by slice. */
export interface WalkedList<Row> {
  readonly total: number
  /** Its rows from `offset` on, each as it was last committed. */
  slice(offset: number, limit: number): Promise<readonly Row[]>
}

export interface OrderReads {
  one(id: OrderId): Promise<Order | null>
  page(query: OrderQuery, at: Instant): Promise<readonly Order[]>
  /** How many orders fit, in all pages together: it takes longer than the first of them. */
  count(filter: OrderFilter, at: Instant): Promise<number>
  /** The whole list that `page` shows a part of. */
  walk(query: Omit<OrderQuery, 'offset' | 'limit'>, at: Instant): Promise<WalkedList<Order>>
  /** Other orders of that phone number, newest first. */
  ofSupporter(phone: string, limit: number): Promise<readonly Order[]>
  /** Units that this phone number holds in the campaign: awaiting payment or paid, not cancelled, not lapsed at `at`. */
  unitsHeld(campaignId: CampaignId, phone: string, at: Instant): Promise<number>
  /** Orders awaiting payment whose time is over at `at` and whose lapse is not yet on record. */
  toLapse(campaignId: CampaignId, at: Instant, limit: number): Promise<readonly Order[]>
  /** Campaigns that have any such order. */
  campaignsToLapse(at: Instant): Promise<readonly CampaignId[]>
  /** Paid orders (not cancelled whole, not voided) of the campaign in the order of their sequence, after the given one. */
  toVoid(campaignId: CampaignId, after: OrderId | null, limit: number): Promise<readonly Order[]>
  /** Whether a payment of that mode with that reference is on record, and on which order. */
  byPaymentReference(mode: PaymentMode, reference: string): Promise<OrderId | null>
  /** Open orders (`isOpen`) that this person looks after, the oldest first. */
  assignedTo(id: StaffId, at: Instant): Promise<readonly Order[]>
}

export interface RefundQuery {
  readonly states: readonly RefundState[]
  readonly cause: RefundCause | null
  readonly campaignId: CampaignId | null
  readonly market: Market | null
  readonly mode: PaymentMode | null
  readonly text: string
  readonly overdue: boolean
  readonly aging: boolean
  /** Only open ones of that age at the instant that is asked for. */
  readonly age: RefundAge | null
  /** Only those whose money stood so at the end of a day of their campaign's zone. */
  readonly stood: Stood | null
  readonly offset: number
  readonly limit: number
}

export interface OrderWithRefund {
  readonly order: Order
  readonly refundIndex: number
}

export interface RefundReads {
  /** Orders with the refund that matches: failed first, then overdue at `at`, then the longest owed. */
  page(query: RefundQuery, at: Instant): Promise<Slice<OrderWithRefund>>
  /** The whole list that `page` shows a part of. */
  walk(query: Omit<RefundQuery, 'offset' | 'limit'>, at: Instant): Promise<WalkedList<OrderWithRefund>>
  /** Every open refund by state, payment mode and age at `at`; combinations without any are absent. */
  ages(at: Instant): Promise<readonly RefundAges[]>
  counts(at: Instant): Promise<{
    readonly states: Readonly<Record<RefundState, number>>
    readonly lateMoney: number
    readonly overdue: number
    /** Owed or failed, and their payment soon too old for the gateway or too old already. */
    readonly aging: number
  }>
}

export interface BatchReads {
  one(id: RefundBatchId): Promise<RefundBatch | null>
  /** Newest first. */
  all(): Promise<readonly RefundBatch[]>
}

export interface StaffReads {
  one(id: StaffId): Promise<Account | null>
  bySignInName(name: string): Promise<Account | null>
  all(): Promise<readonly Account[]>
}

export interface BulkReads {
  one(id: BulkJobId): Promise<BulkJob | null>
  /** Newest first. */
  all(): Promise<readonly BulkJob[]>
  /** Every part of the job, in their order. */
  parts(id: BulkJobId): Promise<readonly BulkPart[]>
}

export interface AuditQuery {
  readonly byId: StaffId | null
  readonly byProgram: boolean
  readonly action: string | null
  readonly from: Instant | null
  readonly to: Instant | null
  readonly text: string
  readonly productId: ProductId | null
  readonly campaignId: CampaignId | null
  readonly orderId: OrderId | null
  readonly offset: number
  readonly limit: number
}

export interface AuditReads {
  page(query: AuditQuery): Promise<Slice<AuditRow>>
  byCommand(id: CommandId): Promise<AuditEntry | null>
  last(): Promise<AuditEntry | null>
  /** Everyone and every action in the trail. */
  facets(): Promise<{
    readonly people: readonly { readonly id: StaffId | null; readonly name: string }[]
    readonly actions: readonly string[]
  }>
}

/** Every question the program asks of its data, by name. Answers show the last commit, never a half of one. */
export interface Reads {
  readonly settings: { get(): Promise<Settings | null> }
  readonly products: ProductReads
  readonly makers: MakerReads
  readonly campaigns: CampaignReads
  readonly orders: OrderReads
  readonly refunds: RefundReads
  readonly batches: BatchReads
  readonly staff: StaffReads
  readonly bulk: BulkReads
  readonly audit: AuditReads
}

/**
 * One commit in the making. Its gets see its own puts; `read` shows the state before it. Nothing of it is visible to anyone
 * else before it is durable, and nothing remains of it when `work` throws or the write fails.
 */
export interface Transaction {
  readonly read: Reads
  readonly settings: { put(settings: Settings): void }
  readonly products: { get(id: ProductId): Promise<Product | null>; put(product: Product): void }
  readonly makers: { get(id: MakerId): Promise<Maker | null>; put(maker: Maker): void }
  readonly campaigns: {
    get(id: CampaignId): Promise<CampaignWithTally | null>
    put(campaign: Campaign): void
    /** Only for drafts: nothing may refer to it. */
    remove(id: CampaignId): void
  }
  readonly orders: {
    get(id: OrderId): Promise<Order | null>
    /** Also moves the campaign's tally, by the contributions of the order before and after. */
    put(order: Order): void
    /** The next count of the shop's orders; never given twice, even when the commit fails after it. */
    nextSequence(): Promise<number>
  }
  readonly batches: { get(id: RefundBatchId): Promise<RefundBatch | null>; put(batch: RefundBatch): void }
  readonly staff: { get(id: StaffId): Promise<Account | null>; put(account: Account): void }
  readonly bulk: {
    job(id: BulkJobId): Promise<BulkJob | null>
    putJob(job: BulkJob): void
    part(id: BulkJobId, index: number): Promise<BulkPart | null>
    putPart(part: BulkPart): void
  }
  readonly audit: { append(entry: AuditEntry): void }
  /** What has been put so far, with what was there before: the audit entry's before and after are made of it. */
  puts(): readonly Put[]
}

export type Put =
  | { readonly kind: 'product'; readonly before: Product | null; readonly after: Product }
  | { readonly kind: 'maker'; readonly before: Maker | null; readonly after: Maker }
  | { readonly kind: 'campaign'; readonly before: Campaign | null; readonly after: Campaign | null }
  | { readonly kind: 'order'; readonly before: Order | null; readonly after: Order }
  | { readonly kind: 'account'; readonly before: Account | null; readonly after: Account }
  | { readonly kind: 'bulk job'; readonly before: BulkJob | null; readonly after: BulkJob }
  | { readonly kind: 'bulk part'; readonly before: BulkPart | null; readonly after: BulkPart }
  | { readonly kind: 'refund batch'; readonly before: RefundBatch | null; readonly after: RefundBatch }
  | { readonly kind: 'settings'; readonly before: Settings | null; readonly after: Settings }

/** What a shop comes to at one instant between two commits: enough to tell whether a copy of it is the same shop. */
export interface StillFacts {
  /** Of the last durable commit. */
  readonly sequence: number
  readonly settings: Settings | null
  readonly campaigns: readonly CampaignWithTally[]
  /** The head of the audit trail. */
  readonly audit: AuditEntry | null
}

export interface Still extends StillFacts {
  /** Files of which only so many bytes belong to that instant; all others belong to it whole. Names as in the folder. */
  readonly lengths: ReadonlyMap<string, number>
}

/** What only a store in files of one folder of this machine can do. */
export interface KeptFolder {
  /** Why the folder is open for reading alone, as a sentence, or null where it can be written. */
  readonly readOnly: string | null
  /** Whether an older version of the program wrote what was read at the opening. */
  readonly older: boolean
  /** How much is read, from 0 to 1, of what changes and lists wait for after the opening; null when all of it is, or no more is read by itself. */
  readAhead(): number | null
  /** Resolves when the folder demonstrably takes durable writes, throws NotSaved where it does not. */
  recover(): Promise<void>
  /** Runs `deed` while the files of the folder stay as they are, except that commits go on at their ends. */
  still<T>(deed: (still: Still) => Promise<T>): Promise<T>
}

/** The port behind which all data lives. Nothing above it may depend on how it is kept. */
export interface Store {
  readonly read: Reads
  /** All or nothing; resolves only when it is durable. Works run one after another, in the order of the calls. */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Tells of every commit after it is durable. Returns how to stop listening. */
  watch(listener: (changed: Changed) => void): () => void
  /** Absent where the data are kept elsewhere: then they are backed up there. */
  readonly folder?: KeptFolder
  /** Waits for what is under way; afterwards every call throws. */
  close(): Promise<void>
}

/** Thrown when a commit could not be made durable: memory and disk are as before it. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved'
}

/** Thrown when the folder cannot be opened. Nothing in it was changed. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
  readonly file: string
  readonly what: string
  readonly advice: string

  constructor(file: string, what: string, advice: string) {
    super(`${file}: ${what}`)
    this.file = file
    this.what = what
    this.advice = advice
  }
}
