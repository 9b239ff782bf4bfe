import type { AuditEntry } from '../../../shared/audit/entry'
import { addTally, emptyTally, subtractTally, type Tally } from '../../../shared/campaigns/tally'
import type { CampaignId } from '../../../shared/ids'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order } from '../../../shared/orders/order'
import { assert } from '../../../shared/result'
import type { CampaignWithTally, Put, Reads, Transaction } from '../store'
import type { Commit } from './commit'
import { bulkPartKey, type Memory } from './memory'

type Kind = Put['kind']
type Of<K extends Kind> = Extract<Put, { readonly kind: K }>
type Held<K extends Kind> = NonNullable<Of<K>['after']>

/**
 * A commit in the making over the state that all commits before it left. Keeps what is put to itself; `commit` says what it all
 * comes to. Once its work is over it takes nothing more.
 */
export class OpenTransaction implements Transaction {
  readonly read: Reads
  readonly #memory: Memory
  readonly #puts = new Map<string, Put>()
  readonly #moves = new Map<CampaignId, Tally>()
  readonly #sequences = new Set<number>()
  readonly #audit: AuditEntry[] = []
  #over = false

  constructor(memory: Memory, read: Reads) {
    this.#memory = memory
    this.read = read
  }

  readonly settings: Transaction['settings'] = {
    put: (settings) => this.#put('settings', 'settings', settings, this.#memory.settings),
  }

  readonly products: Transaction['products'] = {
    get: async (id) => this.#get('product', id, this.#memory.products.get(id)),
    put: (product) => this.#put('product', product.id, product, this.#memory.products.get(product.id)),
  }

  readonly makers: Transaction['makers'] = {
    get: async (id) => this.#get('maker', id, this.#memory.makers.get(id)),
    put: (maker) => this.#put('maker', maker.id, maker, this.#memory.makers.get(maker.id)),
  }

  readonly campaigns: Transaction['campaigns'] = {
    get: async (id) => this.#campaign(id),
    put: (campaign) => this.#put('campaign', campaign.id, campaign, this.#memory.campaigns.get(campaign.id)?.campaign),
    remove: (id) => {
      const before = this.#memory.campaigns.get(id)?.campaign ?? null
      assert(!this.#memory.orders.has(id) && !this.#moves.has(id), 'no order refers to what is removed')
      this.#keep(`campaign ${id}`, { kind: 'campaign', before, after: null })
    },
  }

  readonly orders: Transaction['orders'] = {
    get: async (id) => this.#get('order', id, this.#memory.orders.one(id)),
    put: (order) => this.#putOrder(order),
    nextSequence: async () => {
      this.#mustBeOpen()
      this.#memory.orderCount += 1
      return this.#memory.orderCount
    },
  }

  readonly batches: Transaction['batches'] = {
    get: async (id) => this.#get('refund batch', id, this.#memory.refundBatches.get(id)),
    put: (batch) => this.#put('refund batch', batch.id, batch, this.#memory.refundBatches.get(batch.id)),
  }

  readonly staff: Transaction['staff'] = {
    get: async (id) => this.#get('account', id, this.#memory.accounts.get(id)),
    put: (account) => this.#put('account', account.id, account, this.#memory.accounts.get(account.id)),
  }

  readonly bulk: Transaction['bulk'] = {
    job: async (id) => this.#get('bulk job', id, this.#memory.bulkJobs.get(id)),
    putJob: (job) => this.#put('bulk job', job.id, job, this.#memory.bulkJobs.get(job.id)),
    part: async (jobId, index) => {
      const key = bulkPartKey({ jobId, index })
      return this.#get('bulk part', key, this.#memory.bulkParts.get(key))
    },
    putPart: (part) => {
      const key = bulkPartKey(part)
      this.#put('bulk part', key, part, this.#memory.bulkParts.get(key))
    },
  }

  readonly audit: Transaction['audit'] = {
    append: (entry) => {
      this.#mustBeOpen()
      const last = this.#audit.at(-1) ?? this.#memory.audit.last
      assert(entry.sequence === (last?.sequence ?? 0) + 1, 'the audit trail has no gaps')
      this.#audit.push(entry)
    },
  }

  puts(): readonly Put[] {
    return [...this.#puts.values()]
  }

  end(): void {
    this.#over = true
  }

  /** What the journal keeps of it, or null when nothing was put. */
  commit(): Commit | null {
    const kinds = this.#byKind()
    const { settings, product, maker, campaign, account, order } = kinds
    const removed = campaign.flatMap(({ before, after }) => (before && !after ? [before.id] : []))
    const parts: Commit = {
      ...(settings[0] && { settings: settings[0].after }),
      ...listed('products', product.map(afterOf)),
      ...listed('makers', maker.map(afterOf)),
      ...listed(
        'campaigns',
        campaign.flatMap(({ after }) => after ?? []),
      ),
      ...listed('removedCampaigns', removed),
      ...listed('accounts', account.map(afterOf)),
      ...listed('bulkJobs', kinds['bulk job'].map(afterOf)),
      ...listed('bulkParts', kinds['bulk part'].map(afterOf)),
      ...listed('refundBatches', kinds['refund batch'].map(afterOf)),
      ...listed('orders', order.map(afterOf)),
      ...listed(
        'tallies',
        Array.from(this.#moves, ([campaignId, by]) => ({ campaignId, by })),
      ),
      ...listed('audit', this.#audit),
    }
    return Object.keys(parts).length === 0 ? null : parts
  }

  #byKind(): { readonly [K in Kind]: readonly Of<K>[] } {
    const kinds: { [K in Kind]: Of<K>[] } = {
      settings: [],
      product: [],
      maker: [],
      campaign: [],
      account: [],
      order: [],
      'bulk job': [],
      'bulk part': [],
      'refund batch': [],
    }
    for (const put of this.#puts.values()) (kinds[put.kind] as Put[]).push(put)
    return kinds
  }

  #get<K extends Kind>(kind: K, id: string, stored: Held<K> | null | undefined): Held<K> | null {
    const own = this.#puts.get(`${kind} ${id}`)
    return own ? (own.after as Held<K> | null) : (stored ?? null)
  }

  #put<K extends Kind>(kind: K, id: string, after: Held<K>, stored: Held<K> | null | undefined): void {
    this.#keep(`${kind} ${id}`, { kind, before: stored ?? null, after } as Put)
  }

  #keep(key: string, put: Put): void {
    this.#mustBeOpen()
    // Made and removed within one commit it never was.
    if (put.before === null && put.after === null) this.#puts.delete(key)
    else this.#puts.set(key, put)
  }

  #campaign(id: CampaignId): CampaignWithTally | null {
    const stored = this.#memory.campaigns.get(id)
    const campaign = this.#get<'campaign'>('campaign', id, stored?.campaign)
    if (!campaign) return null
    const tally = stored?.tally ?? emptyTally
    const move = this.#moves.get(id)
    return { campaign, tally: move ? addTally(tally, move) : tally }
  }

  #putOrder(order: Order): void {
    this.#mustBeOpen()
    const { id, sequence, campaignId } = order
    const stored = this.#memory.orders.one(id)
    const before = this.#get<'order'>('order', id, stored)
    const campaign = this.#get<'campaign'>('campaign', campaignId, this.#memory.campaigns.get(campaignId)?.campaign)
    assert(campaign !== null, 'the campaign of an order is on record')
    if (before) {
      assert(
        before.sequence === sequence && before.campaignId === campaignId,
        'an order keeps its place and its campaign',
      )
    } else {
      const taken = this.#memory.orders.isTaken(sequence) || this.#sequences.has(sequence)
      assert(!taken && Number.isSafeInteger(sequence), 'no two orders have the same count')
      this.#sequences.add(sequence)
    }
    const after = contributionOf(order, campaign.zone)
    const move = before ? subtractTally(after, contributionOf(before, campaign.zone)) : after
    const known = this.#moves.get(campaignId)
    this.#moves.set(campaignId, known ? addTally(known, move) : move)
    this.#keep(`order ${id}`, { kind: 'order', before: stored, after: order })
  }

  #mustBeOpen(): void {
    if (this.#over) throw new Error('This transaction is over; nothing more can be put into it.')
  }
}

const afterOf = <After>({ after }: { readonly after: After }): After => after

const listed = <Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): { readonly [N in Name]?: readonly Item[] } =>
  items.length === 0 ? {} : ({ [name]: items } as { readonly [N in Name]: readonly Item[] })
