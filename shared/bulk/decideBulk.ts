import type { Campaign } from '../campaigns/campaign'
import { nothing, subtract, type Minor } from '../money'
import { cancelOrder } from '../orders/cancelOrder'
import { deliverOrder } from '../orders/deliverOrder'
import type { Order } from '../orders/order'
import { unitsLeft } from '../orders/orderState'
import { shipOrder } from '../orders/shipOrder'
import { ok, refuse, type Result } from '../result'
import type { SupportSettings } from '../settings/settings'
import type { Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { BulkDeed } from './job'

export interface BulkDone {
  readonly order: Order
  /** What became owed back by it. */
  readonly owed: Minor
}

/**
 * What the deed makes of one order at `at`, by the very rule that decides about a single order. The rehearsal and the run ask this
 * same question; only the run keeps the answer.
 */
export function decideBulk(
  deed: BulkDeed,
  order: Order,
  campaign: Campaign,
  { undoMinutes }: Pick<SupportSettings, 'undoMinutes'>,
  by: Actor,
  at: Instant,
): Result<BulkDone> {
  switch (deed.kind) {
    case 'cancel': {
      const { reason, note } = deed
      // A cancelled order has no units left; its own state says why it cannot be cancelled, not the number of units.
      const units = Math.max(1, unitsLeft(order))
      return done(cancelOrder(order, campaign, { units, reason, note, undoMinutes }, by, at))
    }
    case 'ship':
      return done(shipOrder(order, campaign, { carrier: deed.carrier, trackingNumber: '' }, by, at))
    case 'deliver':
      return done(deliverOrder(order, by, at))
  }

  function done(decided: Result<Order>): Result<BulkDone> {
    return decided.ok ? ok({ order: decided.value, owed: subtract(owedIn(decided.value), owedIn(order)) }) : decided
  }
}

const owedIn = ({ refunds }: Order): Minor =>
  refunds.reduce<Minor>((sum, { amount }) => (sum + amount) as Minor, nothing)

/**
 * The same in the run, held against the rehearsal: an order for which another amount would be owed back by now is left alone, since
 * nobody has agreed to that.
 */
export function decideAsRehearsed(
  rehearsed: Minor,
  deed: BulkDeed,
  order: Order,
  campaign: Campaign,
  settings: Pick<SupportSettings, 'undoMinutes'>,
  by: Actor,
  at: Instant,
): Result<BulkDone> {
  const decided = decideBulk(deed, order, campaign, settings, by, at)
  return decided.ok && decided.value.owed !== rehearsed
    ? refuse(
        'changed-since',
        'Another amount would be owed back than the rehearsal showed: the order has changed since.',
      )
    : decided
}
