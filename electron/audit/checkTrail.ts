import type { AuditEntry } from '../../shared/audit/entry'
import type { Reads } from '../store/store'
import { noSeal, sealOf } from './seal'

const slice = 5000

/**
 * Walks the whole trail from its first entry. Answers the sequence of the first entry that is missing or whose seal does not
 * fit, or null where the trail is unbroken.
 */
export async function firstBreakInTrail(read: Reads): Promise<number | null> {
  const key = (await read.settings.get())?.auditKey ?? ''
  return firstBreakIn(await allEntries(read), key, (await read.audit.last())?.sequence ?? 0)
}

/** The same of entries that were read before, all of them and oldest first, where `last` is what the store says is the last. */
export function firstBreakIn(entries: readonly AuditEntry[], key: string, last: number): number | null {
  let sealBefore = noSeal
  for (const [index, { seal, ...entry }] of entries.entries()) {
    if (entry.sequence !== index + 1 || sealOf(entry, sealBefore, key) !== seal) return index + 1
    sealBefore = seal
  }
  return last === entries.length ? null : entries.length + 1
}

/** Every entry, oldest first. */
export async function allEntries(read: Reads): Promise<readonly AuditEntry[]> {
  const nothingFiltered = { byId: null, byProgram: false, action: null, from: null, to: null, text: '' }
  const nothingNamed = { productId: null, campaignId: null, orderId: null }
  const entries: AuditEntry[] = []
  for (let offset = 0; ; offset += slice) {
    const { rows } = await read.audit.page({ ...nothingFiltered, ...nothingNamed, offset, limit: slice })
    for (const { commandId } of rows) {
      const entry = await read.audit.byCommand(commandId)
      if (entry !== null) entries.push(entry)
    }
    if (rows.length < slice) return entries.toSorted((left, right) => left.sequence - right.sequence)
  }
}
