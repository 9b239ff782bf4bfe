import { comparableName } from '../comparableName'
import type { ReasonId } from '../ids'
import { ok, refuse, type Refused, type Result } from '../result'
import type { Instant } from '../time'
import { reasonsInUse, type CancelReason, type SupportSettings } from './settings'

type Reasons = readonly CancelReason[]

/** A reason as a cancellation keeps it. Refused are reasons that are not on the list, or not any more. */
export function knownReason(settings: SupportSettings, words: string): Result<string> {
  const known = reasonsInUse(settings).some((reason) => reason.words === words)
  return known ? ok(words) : refuse('reason-unknown', 'Choose one of the reasons on the list.', 'reason')
}

/** Adds a reason at the end. Refused where the list has it already, retired or not. */
export function addReason(reasons: Reasons, id: ReasonId, words: string): Result<Reasons> {
  return worded(reasons, words, null) ?? ok([...reasons, { id, words, retiredAt: null }])
}

/** Words a reason anew for cancellations to come. Refused where another reason has these words. */
export function renameReason(reasons: Reasons, id: ReasonId, words: string): Result<Reasons> {
  return worded(reasons, words, id) ?? changed(reasons, id, (reason) => ({ ...reason, words }))
}

/** Offers a reason no more, or again. Refused for the last one that is offered: nothing could be cancelled. */
export function retireReason(reasons: Reasons, id: ReasonId, retired: boolean, at: Instant): Result<Reasons> {
  const others = reasons.filter((reason) => reason.id !== id && reason.retiredAt === null)
  if (retired && others.length === 0)
    return refuse('last-reason', 'One reason must be left, or nothing could be cancelled.', 'id')
  return changed(reasons, id, (reason) => ({ ...reason, retiredAt: retired ? (reason.retiredAt ?? at) : null }))
}

/** Offers the reasons in this order. Refused unless each is named once: the list has changed meanwhile. */
export function reorderReasons(reasons: Reasons, ids: readonly ReasonId[]): Result<Reasons> {
  const sorted = ids.flatMap((id) => reasons.find((reason) => reason.id === id) ?? [])
  const same = ids.length === reasons.length && new Set(sorted).size === reasons.length
  return same ? ok(sorted) : refuse('list-changed', 'The list has changed meanwhile. Look again.', 'ids')
}

function worded(reasons: Reasons, words: string, except: ReasonId | null): Refused | null {
  const name = comparableName(words)
  const other = reasons.find((reason) => reason.id !== except && comparableName(reason.words) === name)
  if (other === undefined) return null
  const where = other.retiredAt === null ? 'on the list' : 'among the retired ones'
  return refuse('reason-known', `“${other.words}” is ${where} already.`, 'words')
}

function changed(reasons: Reasons, id: ReasonId, change: (reason: CancelReason) => CancelReason): Result<Reasons> {
  if (!reasons.some((reason) => reason.id === id)) return refuse('no-such-reason', 'There is no such reason.', 'id')
  return ok(reasons.map((reason) => (reason.id === id ? change(reason) : reason)))
}
