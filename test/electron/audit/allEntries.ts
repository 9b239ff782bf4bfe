import { entriesOf } from '../../../electron/audit/checkTrail'
import type { Reads } from '../../../electron/store/store'
import type { AuditEntry } from '../../../shared/audit/entry'

/** Every entry of the trail, oldest first. */
export async function allEntries(read: Reads): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = []
  for await (const entry of entriesOf(read)) entries.push(entry)
  return entries
}
