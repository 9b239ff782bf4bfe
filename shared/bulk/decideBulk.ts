import type { Campaign } from '../campaigns/campaign'
import type { BulkJobId } from '../ids'
import { nothing, subtract, type Minor } from '../money'
import { addNote } from '../orders/addNote'
import { assignOrder } from '../orders/assignOrder'
import { cancelOrder } from '../orders/cancelOrder'
import { deliverOrder } from '../orders/deliverOrder'
import type { Order } from '../orders/order'
import { unitsLeft } from '../orders/orderState'
import type { Reached } from '../orders/reachTarget'
import { shipOrder } from '../orders/shipOrder'
import { undoCancellation, type UndoCancellationFacts } from '../orders/undoCancellation'
import { assert, ok, refuse, type Result } from '../result'
import { takeNews, type CourierNews } from '../shipping/courierNews'
import type { Account } from '../staff/account'
import type { Actor } from '../staff/actor'
import type { Instant } from '../time'
import type { BulkDeed } from './job'

/** What a deed has to know of one order. What only some deeds ask about is null for the others. */
export interface BulkFacts {
  readonly order: Order
  readonly campaign: Campaign
  readonly undoMinutes: number
  /** The job that is run; null while it is rehearsed. */
  readonly jobId: BulkJobId | null
  readonly news: CourierNews | null
  /** What cancelled units have to fit into again. */
  readonly room: Omit<UndoCancellationFacts, 'order' | 'campaign'> | null
  readonly assignee: Account | null
}

/** In the trail an order's deed is named alike, whether it was done alone or with others. */
export type BulkAction = 'cancel' | 'undoCancel' | 'ship' | 'track' | 'deliver' | 'addNote' | 'assign'

/** The order after one deed of the trail; a courier's news may be two. */
export interface BulkStep {
  readonly action: BulkAction
  readonly order: Order
}

export interface BulkDone {
  readonly steps: readonly BulkStep[]
  readonly order: Order
  /** What became owed back by it; of an undoing, what is no longer owed. */
  readonly owed: Minor
  /** The order's campaign and product after it; null where they stay as they are. */
  readonly reached: Reached | null
}

/**
 * What the deed makes of one order at `at`, by the very rule that decides about a single order. The rehearsal and the run ask this
 * same question; only the run keeps the answer.
 */
export function decideBulk(deed: BulkDeed, facts: BulkFacts, by: Actor, at: Instant): Result<BulkDone> {
  const { order, campaign, undoMinutes, jobId, news, assignee } = facts
  switch (deed.kind) {
    case 'cancel': {
      const { reason, note } = deed
      // A cancelled order has no units left; its own state says why it cannot be cancelled, not the number of units.
      const units = Math.max(1, unitsLeft(order))
      const ask = { units, reason, note, undoMinutes, ...(jobId !== null && { jobId }) }
      return one(order, 'cancel', cancelOrder(order, campaign, ask, by, at))
    }
    case 'ship':
      return one(order, 'ship', shipOrder(order, campaign, { carrier: deed.carrier, trackingNumber: '' }, by, at))
    case 'deliver':
      return one(order, 'deliver', deliverOrder(order, by, at))
    case 'note':
      return one(order, 'addNote', addNote(order, deed.text, by, at))
    case 'assign':
      return one(order, 'assign', assignOrder(order, deed.to === null ? null : assignee, by, at))
    case 'track': {
      assert(news !== null, 'a file says something of each of its orders')
      const taken = takeNews(order, campaign, news, by, at)
      return taken.ok ? ok(doneIn(order, taken.value)) : taken
    }
    case 'undo':
      return undo(deed.jobId, facts, by, at)
  }
}

const one = (before: Order, action: BulkAction, decided: Result<Order>): Result<BulkDone> =>
  decided.ok ? ok(doneIn(before, [{ action, order: decided.value }])) : decided

function doneIn(before: Order, steps: readonly BulkStep[]): BulkDone {
  const order = steps.at(-1)?.order ?? before
  return { steps, order, owed: subtract(owedIn(order), owedIn(before)), reached: null }
}

const owedIn = ({ refunds }: Order): Minor =>
  refunds.reduce<Minor>((sum, { amount }) => (sum + amount) as Minor, nothing)

/** Takes back the cancellation that the job gave the order, by the rule for a single one. */
function undo(cancelledBy: BulkJobId, facts: BulkFacts, by: Actor, at: Instant): Result<BulkDone> {
  const { order, campaign, room } = facts
  assert(room !== null, 'what is undone has to fit somewhere')
  const cancellation = order.cancellations.find(({ jobId }) => jobId === cancelledBy)
  if (cancellation === undefined) return refuse('not-of-this-job', 'That job did not cancel this order.')
  const undone = undoCancellation({ order, campaign, ...room }, cancellation.id, by, at)
  if (!undone.ok) return undone
  const { order: brought, ...reached } = undone.value
  const moved = reached.campaign !== campaign || reached.product !== room.product
  return ok({
    steps: [{ action: 'undoCancel', order: brought }],
    order: brought,
    owed: cancellation.owed,
    reached: moved ? reached : null,
  })
}

/**
 * The same in the run, held against the rehearsal: an order for which another amount would be owed back by now is left alone, since
 * nobody has agreed to that.
 */
export function decideAsRehearsed(
  rehearsed: Minor,
  deed: BulkDeed,
  facts: BulkFacts,
  by: Actor,
  at: Instant,
): Result<BulkDone> {
  const decided = decideBulk(deed, facts, by, at)
  return decided.ok && decided.value.owed !== rehearsed
    ? refuse(
        'changed-since',
        'Another amount would be owed back than the rehearsal showed: the order has changed since.',
      )
    : decided
}
