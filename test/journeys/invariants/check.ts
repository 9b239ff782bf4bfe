import { isDeepStrictEqual } from 'node:util'
import { checkManagers } from '../../../electron/books/checkBooks'
import { checkCampaign } from '../../../electron/books/checkCampaign'
import { checkOrder } from '../../../electron/books/checkOrder'
import { References } from '../../../electron/books/references'
import { orderState } from '../../../shared/orders/orderState'
import { firstBrokenSeal, type Facts } from './facts'
import { ledgerFault } from './ledger'

/** One broken invariant, by its number in the list of invariants, and where. */
export class Broken extends Error {
  constructor(invariant: number, what: string) {
    super(`Invariant ${String(invariant)}: ${what}`)
  }
}

function must(invariant: number, holds: boolean, what: () => string): void {
  if (!holds) throw new Broken(invariant, what())
}

/** Checks the invariants that hold at every moment. */
export function checkMoment(facts: Facts, sealsFrom: number): void {
  const { campaigns, orders, accounts, entries, at } = facts
  const references = new References(must, facts)
  for (const order of orders) {
    references.order(order)
    checkOrder(must, order)
  }
  for (const found of campaigns) {
    const ofCampaign = orders.filter(({ campaignId }) => campaignId === found.campaign.id)
    checkCampaign(must, found, ofCampaign, at)
    const fault = ledgerFault(found, ofCampaign)
    must(17, fault === null, () => fault ?? '')
  }
  const commands = new Set(entries.map(({ commandId }) => commandId))
  must(12, commands.size === entries.length, () => 'a command is in the trail twice')
  const broken = firstBrokenSeal(facts, sealsFrom)
  must(14, broken === null, () => `the chain of the trail breaks at entry ${String(broken)}`)
  checkManagers(must, accounts)
}

const mayBecome: Record<ReturnType<typeof orderState>, readonly ReturnType<typeof orderState>[]> = {
  'awaiting payment': ['paid', 'lapsed', 'cancelled'],
  paid: ['cancelled', 'shipped', 'voided'],
  // Told of late, an order may turn out to have been paid in time; a clock set back may put it in time again.
  lapsed: ['paid', 'awaiting payment'],
  // Undone in time, it is what it was before.
  cancelled: ['paid', 'awaiting payment'],
  shipped: ['delivered'],
  delivered: [],
  voided: [],
}

const startsWith = (longer: readonly unknown[], shorter: readonly unknown[]): boolean =>
  shorter.every((item, index) => isDeepStrictEqual(item, longer[index]))

/** Checks what must hold between one moment and the next: what happened stays, and only listed steps are taken. */
export function checkStep(before: Facts, after: Facts): void {
  must(
    13,
    startsWith(after.entries.slice(0, before.entries.length), before.entries),
    () => 'entries of the trail changed',
  )
  const orders = new Map(after.orders.map((order) => [order.id, order]))
  for (const old of before.orders) {
    const order = orders.get(old.id)
    if (order === undefined) throw new Broken(12, `${old.number} is gone`)
    must(2, startsWith(order.payments, old.payments), () => `payments of ${old.number} changed`)
    const sameCancellations = old.cancellations.every((cancellation, index) => {
      const now = order.cancellations[index]
      return (
        now !== undefined &&
        isDeepStrictEqual({ ...now, undone: cancellation.undone }, cancellation) &&
        (cancellation.undone === null || isDeepStrictEqual(now.undone, cancellation.undone))
      )
    })
    must(2, sameCancellations, () => `cancellations of ${old.number} changed`)
    const sameRefunds = old.refunds.every((refund, index) => {
      const now = order.refunds[index]
      return (
        now !== undefined &&
        isDeepStrictEqual({ ...now, events: refund.events }, refund) &&
        startsWith(now.events, refund.events)
      )
    })
    must(2, sameRefunds, () => `refunds of ${old.number} changed`)
    const [was, is] = [orderState(old, before.at), orderState(order, after.at)]
    must(8, was === is || mayBecome[was].includes(is), () => `${old.number} went from ${was} to ${is}`)
    must(2, old.total === order.total && old.supporter.phone === order.supporter.phone, () => `${old.number} changed`)
  }
  const campaigns = new Map(after.campaigns.map(({ campaign }) => [campaign.id, campaign]))
  for (const { campaign: old } of before.campaigns) {
    const campaign = campaigns.get(old.id)
    if (campaign === undefined || old.launchedAt === null) continue
    must(8, campaign.launchedAt === old.launchedAt, () => `${old.id} was launched once`)
    must(8, old.fundedAt === null || campaign.fundedAt === old.fundedAt, () => `${old.id} stays funded`)
    const locked = [campaign.target, campaign.price, campaign.startsAt, campaign.endsAt]
    must(8, isDeepStrictEqual(locked, [old.target, old.price, old.startsAt, old.endsAt]), () => `${old.id} is locked`)
    if (old.settlement === null) continue
    const [decided, now] = [old.settlement, campaign.settlement]
    must(5, now?.outcome === decided.outcome && now.decidedAt === decided.decidedAt, () => `${old.id} is decided once`)
    const closed = decided.statement === null || isDeepStrictEqual(now?.statement, decided.statement)
    must(5, closed, () => `${old.id} is closed once`)
  }
}
