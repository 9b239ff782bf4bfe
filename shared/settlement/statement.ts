import type { Campaign, Statement } from '../campaigns/campaign'
import type { Tally } from '../campaigns/tally'
import { nothing } from '../money'
import { assert, ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import { keptByOrders, prove, statementLines, totalOf } from './lines'

/**
 * Closes a settlement with its statement and the proof of it: money captured = money kept + money owed + money refunded, by
 * payment mode, where what is kept is known from the orders as well. A failed campaign keeps nothing. Refused before the decision,
 * before the run is through, and a second time.
 */
export function closeSettlement(campaign: Campaign, tally: Tally, at: Instant): Result<Campaign> {
  const { settlement } = campaign
  if (settlement === null) return refuse('not-decided', 'The settlement of this campaign has not been approved.')
  if (settlement.statement !== null) return refuse('already-settled', 'This campaign has been settled.')
  if (settlement.ordersVoided < settlement.ordersToVoid)
    return refuse('run-not-through', 'Not all orders of this settlement have been dealt with.')
  const kept = keptByOrders(tally)
  assert(settlement.outcome === 'succeeded' || kept === nothing, 'a failed campaign keeps nothing')
  assert(tally.voided.orders === settlement.ordersToVoid, 'exactly the decided orders are voided')
  const lines = statementLines(tally)
  prove(lines, kept)
  const statement: Statement = {
    closedAt: at,
    lines,
    total: totalOf(lines),
    ordersPaid: tally.paid.orders,
    ordersVoided: tally.voided.orders,
    unitsNet: tally.net.units,
    amountNet: tally.net.amount,
  }
  return ok({ ...campaign, settlement: { ...settlement, statement } })
}
