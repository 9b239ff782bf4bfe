import { setImmediate } from 'node:timers/promises'
import type { Campaign } from '../../../shared/campaigns/campaign'
import type { Tally } from '../../../shared/campaigns/tally'
import type { CampaignId } from '../../../shared/ids'
import { assert } from '../../../shared/result'
import type { Reads, RefundQuery, WalkedList } from '../store'
import type { Memory } from './memory'
import { auditAnswers } from './readAudit'
import {
  bulkAnswers,
  batchAnswers,
  campaignAnswers,
  makerAnswers,
  productAnswers,
  settingsAnswers,
  staffAnswers,
} from './readCatalogue'
import { orderWalk, type Places } from './orderWalk'
import { orderAnswers } from './readOrders'
import { refundAnswers, refundWalk, statesAsked } from './readRefunds'

/** An answer that takes long; it may be left alone for a moment at each step, or waits there for what it needs next. */
export type Walk<Answer> = Generator<Promise<unknown> | undefined, Answer>

/** The questions of one feature, answered at once from memory as it stands, or step by step. */
export type Answers<Questions> = {
  readonly [Name in keyof Questions]: Questions[Name] extends (...input: infer Input) => Promise<infer Answer>
    ? (...input: Input) => Answer
    : never
}

/** The same where the question named `Long` is answered step by step. */
export type LongAnswers<Questions, Long extends keyof Questions> = Answers<Omit<Questions, Long>> & {
  readonly [Name in Long]: Questions[Name] extends (...input: infer Input) => Promise<infer Answer>
    ? (...input: Input) => Walk<Answer>
    : never
}

/** What a question waits for, or null where everything it needs is at hand. */
type Ready = () => Promise<unknown> | null

/** When a question is put to memory. */
export interface Desk {
  readonly ask: <Answer>(question: () => Answer, ready?: Ready) => Promise<Answer>
  readonly walk: <Answer>(question: () => Walk<Answer>, ready?: Ready) => Promise<Answer>
}

function toTheEnd<Answer>(walk: Walk<Answer>): Answer {
  for (;;) {
    const step = walk.next()
    if (step.done === true) return step.value
    assert(step.value === undefined, 'what is asked within a commit was read before it')
  }
}

/** So long nobody notices that the program does not answer. */
export const sliceMilliseconds = 8

export async function inSlices<Answer>(walk: Walk<Answer>): Promise<Answer> {
  let since = performance.now()
  for (;;) {
    const step = walk.next()
    if (step.done === true) return step.value
    if (step.value) await step.value
    if (performance.now() - since < sliceMilliseconds) continue
    await setImmediate()
    since = performance.now()
  }
}

/** Answers at once, without waiting for what is not at hand: for whoever stands within a commit or asks of the catalogue alone. */
export const atOnce: Desk = {
  async ask(question) {
    return question()
  },
  async walk(question) {
    return toTheEnd(question())
  },
}

/** Every question of the port over this memory; the desk chooses the instant at which each is answered. */
export function readsOf(memory: Memory, { ask, walk }: Desk): Reads {
  const settings = settingsAnswers(memory)
  const products = productAnswers(memory)
  const makers = makerAnswers(memory)
  const campaigns = campaignAnswers(memory)
  const orders = orderAnswers(memory)
  const refunds = refundAnswers(memory)
  const batches = batchAnswers(memory)
  const staff = staffAnswers(memory)
  const bulk = bulkAnswers(memory)
  const audit = auditAnswers(memory)
  const all: Ready = () => memory.orders.whole()
  const trail: Ready = () => memory.audit.whole()
  const only =
    (id: CampaignId): Ready =>
    () =>
      memory.orders.ready([id])
  /** Tallies tell which campaigns have what is asked for, so that the others stay on the disk. */
  const where =
    (has: (tally: Tally, campaign: Campaign) => boolean): Ready =>
    () =>
      memory.orders.ready(
        Array.from(memory.campaigns.values()).flatMap(({ campaign, tally }) =>
          has(tally, campaign) ? campaign.id : [],
        ),
      )
  const ordersFor = ({ campaignId }: { readonly campaignId: CampaignId | null }): Ready =>
    campaignId === null ? all : only(campaignId)
  const refundsFor = ({ states, campaignId, market }: Omit<RefundQuery, 'offset' | 'limit'>): Ready => {
    const has = statesAsked(states).includes('settled') ? hasRefunds : hasOpenRefunds
    return where(
      (tally, campaign) =>
        has(tally) &&
        (campaignId === null || campaign.id === campaignId) &&
        (market === null || campaign.market === market),
    )
  }
  /** What was found stays found; its rows are read when they are asked for. */
  const walked = <Row>({ total, slice }: Places<Row>): WalkedList<Row> => ({
    total,
    slice: (offset, limit) => ask(() => slice(offset, limit)),
  })
  return {
    settings: { get: () => ask(() => settings.get()) },
    products: { one: (id) => ask(() => products.one(id)), all: () => ask(() => products.all()) },
    makers: { one: (id) => ask(() => makers.one(id)), all: () => ask(() => makers.all()) },
    campaigns: {
      one: (id) => ask(() => campaigns.one(id)),
      all: () => ask(() => campaigns.all()),
      ofProduct: (id) => ask(() => campaigns.ofProduct(id)),
      breakdown: (id) => ask(() => campaigns.breakdown(id), only(id)),
      breakdowns: () => ask(() => campaigns.breakdowns(), all),
      supporters: (id) => walk(() => campaigns.supporters(id), all),
    },
    orders: {
      one: (id) => ask(() => orders.one(id), all),
      page: (query, at) => walk(() => orders.page(query, at)),
      count: (filter, at) => walk(() => orders.count(filter, at)),
      walk: async (query, at) => walked(await walk(() => orderWalk(memory, query, at), ordersFor(query))),
      ofSupporter: (phone, limit) => ask(() => orders.ofSupporter(phone, limit), all),
      unitsHeld: (campaignId, phone, at) => ask(() => orders.unitsHeld(campaignId, phone, at), only(campaignId)),
      toLapse: (campaignId, at, limit) => ask(() => orders.toLapse(campaignId, at, limit), only(campaignId)),
      campaignsToLapse: (at) => ask(() => orders.campaignsToLapse(at), where(awaitsPayment)),
      toVoid: (campaignId, after, limit) => ask(() => orders.toVoid(campaignId, after, limit), only(campaignId)),
      byPaymentReference: (mode, reference) => ask(() => orders.byPaymentReference(mode, reference), all),
      assignedTo: (id, at) => ask(() => orders.assignedTo(id, at), where(mayBeOpen)),
    },
    refunds: {
      page: (query, at) => walk(() => refunds.page(query, at), refundsFor(query)),
      walk: async (query, at) => walked(await walk(() => refundWalk(memory, query, at), refundsFor(query))),
      counts: (at) => ask(() => refunds.counts(at), where(hasOpenRefunds)),
      ages: (at) => ask(() => refunds.ages(at), where(hasOpenRefunds)),
    },
    batches: { one: (id) => ask(() => batches.one(id)), all: () => ask(() => batches.all()) },
    staff: {
      one: (id) => ask(() => staff.one(id)),
      bySignInName: (name) => ask(() => staff.bySignInName(name)),
      all: () => ask(() => staff.all()),
    },
    bulk: {
      one: (id) => ask(() => bulk.one(id)),
      all: () => ask(() => bulk.all()),
      parts: (id) => ask(() => bulk.parts(id)),
    },
    audit: {
      page: (query) => walk(() => audit.page(query), trail),
      byCommand: (id) => ask(() => audit.byCommand(id), trail),
      last: () => ask(() => audit.last()),
      facets: () => ask(() => audit.facets(), trail),
    },
  }
}

const awaitsPayment = ({ awaiting }: Tally): boolean => awaiting.orders > 0

const mayBeOpen = (tally: Tally): boolean => awaitsPayment(tally) || tally.toShip.orders > 0 || hasOpenRefunds(tally)

const hasOpenRefunds = ({ refundsOwed, refundsSent, refundsFailed }: Tally): boolean =>
  refundsOwed + refundsSent + refundsFailed > 0

const hasRefunds = (tally: Tally): boolean => tally.refundsSettled > 0 || hasOpenRefunds(tally)
