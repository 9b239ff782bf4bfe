import type { Reads } from '../store'
import type { Memory } from './memory'
import { auditAnswers } from './readAudit'
import { campaignAnswers, makerAnswers, productAnswers, settingsAnswers, staffAnswers } from './readCatalogue'
import { orderAnswers } from './readOrders'
import { refundAnswers } from './readRefunds'

/** The questions of one feature, answered at once from memory as it stands. */
export type Answers<Questions> = {
  readonly [Name in keyof Questions]: Questions[Name] extends (...input: infer Input) => Promise<infer Answer>
    ? (...input: Input) => Answer
    : never
}

/** When a question is put to memory. */
export type Ask = <Answer>(question: () => Answer) => Promise<Answer>

/** Every question of the port over this memory; `ask` chooses the instant at which each is answered. */
export function readsOf(memory: Memory, ask: Ask): Reads {
  const settings = settingsAnswers(memory)
  const products = productAnswers(memory)
  const makers = makerAnswers(memory)
  const campaigns = campaignAnswers(memory)
  const orders = orderAnswers(memory)
  const refunds = refundAnswers(memory)
  const staff = staffAnswers(memory)
  const audit = auditAnswers(memory)
  return {
    settings: { get: () => ask(() => settings.get()) },
    products: { one: (id) => ask(() => products.one(id)), all: () => ask(() => products.all()) },
    makers: { one: (id) => ask(() => makers.one(id)), all: () => ask(() => makers.all()) },
    campaigns: {
      one: (id) => ask(() => campaigns.one(id)),
      all: () => ask(() => campaigns.all()),
      ofProduct: (id) => ask(() => campaigns.ofProduct(id)),
    },
    orders: {
      one: (id) => ask(() => orders.one(id)),
      page: (query, at) => ask(() => orders.page(query, at)),
      ofSupporter: (phone, limit) => ask(() => orders.ofSupporter(phone, limit)),
      unitsHeld: (campaignId, phone, at) => ask(() => orders.unitsHeld(campaignId, phone, at)),
      toLapse: (campaignId, at, limit) => ask(() => orders.toLapse(campaignId, at, limit)),
      campaignsToLapse: (at) => ask(() => orders.campaignsToLapse(at)),
      toVoid: (campaignId, after, limit) => ask(() => orders.toVoid(campaignId, after, limit)),
      byPaymentReference: (mode, reference) => ask(() => orders.byPaymentReference(mode, reference)),
    },
    refunds: {
      page: (query, at) => ask(() => refunds.page(query, at)),
      counts: (at) => ask(() => refunds.counts(at)),
    },
    staff: {
      one: (id) => ask(() => staff.one(id)),
      bySignInName: (name) => ask(() => staff.bySignInName(name)),
      all: () => ask(() => staff.all()),
    },
    audit: {
      page: (query) => ask(() => audit.page(query)),
      byCommand: (id) => ask(() => audit.byCommand(id)),
      last: () => ask(() => audit.last()),
      facets: () => ask(() => audit.facets()),
    },
  }
}
