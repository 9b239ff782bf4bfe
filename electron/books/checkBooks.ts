import { instant, type Instant } from '../../shared/time'
import type { Order } from '../../shared/orders/order'
import { everyOrder } from '../../shared/orders/requests'
import type { Account } from '../../shared/staff/account'
import { Chain, entriesOf } from '../audit/checkTrail'
import type { Reads } from '../store/store'
import { checkCampaign, countedCampaigns } from './checkCampaign'
import { checkOrder } from './checkOrder'
import { sum } from './count'
import { Deeds } from './deeds'
import type { Finding, Must } from './finding'
import { ordersOf } from './ordersOf'
import { References } from './references'

export interface Books {
  readonly shopName: string
  readonly products: number
  readonly campaigns: number
  readonly orders: number
  readonly entries: number
  /** Seal of the trail's last entry: whoever wrote it down earlier sees that nothing before it was changed since. */
  readonly lastSeal: string
  /** What does not agree; none where the books are right. */
  readonly findings: readonly Finding[]
}

/**
 * Recomputes every tally, invariant and reference of the shop from its orders, and holds the audit trail against them. Only reads.
 * `at` is the instant for which states are named. Throws where the store cannot read something.
 */
export async function checkBooks(read: Reads, at: Instant): Promise<Books> {
  const findings: Finding[] = []
  const must: Must = (invariant, holds, what) => {
    if (!holds) findings.push({ invariant, what: what() })
  }
  const settings = await read.settings.get()
  const products = await read.products.all()
  const campaigns = await countedCampaigns(read)
  const references = new References(must, { products, campaigns, makers: await read.makers.all() })
  const deeds = new Deeds()
  let orderCount = 0
  for (const found of campaigns) {
    const orders = await ordersOf(read, found.campaign.id, at)
    orderCount += orders.length
    for (const order of orders) {
      checkOrder(must, order)
      references.order(order)
      deeds.order(order)
      await checkFinding(must, read, order)
    }
    checkCampaign(must, found, orders, at)
    deeds.campaign(found.campaign)
  }
  await checkQueues(must, read, orderCount, at)
  checkManagers(must, await read.staff.all())
  const chain = new Chain(settings?.auditKey ?? '')
  for await (const entry of entriesOf(read)) {
    chain.take(entry)
    deeds.entry(entry)
  }
  const broken = chain.brokenAt((await read.audit.last())?.sequence ?? 0)
  must(14, broken === null, () => `The audit trail is broken at entry ${String(broken)}: it is changed or missing.`)
  deeds.compare(must)
  const counts = { products: products.length, campaigns: campaigns.length, orders: orderCount, entries: chain.length }
  return { shopName: settings?.shopName ?? '', ...counts, lastSeal: chain.lastSeal, findings }
}

/** An order is found by its id and by its payments. */
async function checkFinding(must: Must, read: Reads, order: Order): Promise<void> {
  const known = await read.orders.one(order.id)
  must(12, known?.sequence === order.sequence, () => `Order ${order.number} is not found by its id.`)
  for (const { mode, reference } of order.payments) {
    const found = await read.orders.byPaymentReference(mode, reference)
    must(12, found === order.id, () => `Order ${order.number} is not found by its payment ${reference}.`)
  }
}

/** The lists over all campaigns count what the campaigns have. */
async function checkQueues(must: Must, read: Reads, orders: number, at: Instant): Promise<void> {
  const total = await read.orders.count(everyOrder, at)
  const listed = `The list of orders has ${String(total)}, the campaigns ${String(orders)}.`
  must(12, total === orders, () => listed)
  const { states } = await read.refunds.counts(at)
  const tallies = (await read.campaigns.all()).map(({ tally }) => tally)
  const counted = {
    owed: sum(tallies.map(({ refundsOwed }) => refundsOwed)),
    sent: sum(tallies.map(({ refundsSent }) => refundsSent)),
    settled: sum(tallies.map(({ refundsSettled }) => refundsSettled)),
    failed: sum(tallies.map(({ refundsFailed }) => refundsFailed)),
  }
  for (const state of ['owed', 'sent', 'settled', 'failed'] as const) {
    const differs = `The queue has ${String(states[state])} refunds that are ${state}, the tallies ${String(counted[state])}.`
    must(9, states[state] === counted[state], () => differs)
  }
}

/** Someone must be able to let others in. */
export function checkManagers(must: Must, accounts: readonly Account[]): void {
  const manages = accounts.some(({ active, roles }) => active && roles.includes('manager'))
  must(18, manages, () => 'Nobody who may sign in manages the shop.')
}

/** The instant up to which the shop's own facts reach: a clock that is behind them would name states wrongly. */
export async function latestFact(read: Reads): Promise<Instant> {
  return (await read.audit.last())?.at ?? instant(0)
}
