import type { AuditEntry } from '../../shared/audit/entry'
import type { CampaignId, CommandId } from '../../shared/ids'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import { actorName, type Actor } from '../../shared/staff/actor'
import { changesOf } from '../audit/changes'
import { openTrail } from '../audit/trail'
import { lapseWithin } from '../settlement/lapse'
import type { Shop } from '../shop'
import { NotSaved, type Put } from '../store/store'
import type { Work } from './handler'
import { refuseNotSaved } from './notSaved'

/** Which command it is and who gives it. */
export interface Given {
  readonly action: string
  readonly commandId: CommandId
  readonly inputDigest: string
  readonly by: Actor
}

/** Thrown inside a commit so that nothing of it remains; becomes a value again outside. */
class RolledBack extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.refusal.code)
    this.refused = refused
  }
}

/**
 * Runs a command in one commit: all that the work puts, and one audit entry that says who, when, what, before and after.
 * A refusal leaves nothing behind. The same command id again answers as the first time; with another input it is refused.
 */
export async function commitCommand<Output>(shop: Shop, given: Given, work: Work<Output>): Promise<Result<Output>> {
  try {
    return await shop.store.transact(async (tx) => {
      const earlier = await tx.read.audit.byCommand(given.commandId)
      if (earlier !== null) return answerAgain<Output>(earlier, given)
      const at = shop.clock.now()
      const trail = await openTrail(tx)
      const lapsed = new Set<string>()
      const lapseDue = async (campaignId: CampaignId): Promise<void> => {
        for (const orderId of await lapseWithin({ tx, trail, at, newId: shop.newId }, campaignId)) lapsed.add(orderId)
      }
      const done = await work({ tx, at, by: given.by, lapseDue })
      if (!done.ok) throw new RolledBack(done)
      const { reply, subject, summary } = done.value
      const ownPuts = tx.puts().filter((put) => isSubject(put, subject.orderId) || !isOrderOf(put, lapsed))
      trail.append({
        commandId: given.commandId,
        inputDigest: given.inputDigest,
        action: given.action,
        at,
        byId: given.by.kind === 'staff' ? given.by.staffId : null,
        byName: actorName(given.by),
        subject,
        summary,
        changes: changesOf(ownPuts),
        reply,
      })
      return ok(reply)
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.refused
    if (error instanceof NotSaved) return refuseNotSaved()
    throw error
  }
}

/** The answer of a command that was given before, a refusal where the id was used for something else, or null where it is new. */
export async function repeatedAnswer(shop: Shop, given: Given): Promise<Result<unknown> | null> {
  const earlier = await shop.store.read.audit.byCommand(given.commandId)
  return earlier === null ? null : answerAgain(earlier, given)
}

function answerAgain<Output>(earlier: AuditEntry, given: Given): Result<Output> {
  const byId = given.by.kind === 'staff' ? given.by.staffId : null
  const same = earlier.inputDigest === given.inputDigest && earlier.action === given.action && earlier.byId === byId
  // The reply was stored by the very same command, so it has that command's type.
  return same
    ? ok(earlier.reply as Output)
    : refuse('command-reused', 'This was already done with other details. Close the form, look again and repeat it.')
}

const isOrderOf = (put: Put, ids: ReadonlySet<string>): boolean => put.kind === 'order' && ids.has(put.after.id)

const isSubject = (put: Put, orderId: string | undefined): boolean => put.kind === 'order' && put.after.id === orderId
