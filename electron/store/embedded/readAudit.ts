import type { AuditEntry } from '../../../shared/audit/entry'
import type { AuditRow } from '../../../shared/audit/requests'
import type { Slice } from '../../../shared/request'
import type { AuditQuery, AuditReads } from '../store'
import type { Memory } from './memory'
import type { Answers } from './reads'

export const auditAnswers = (memory: Memory): Answers<AuditReads> => ({
  page: (query) => page(memory.audit.all(), query),
  byCommand: (id) => memory.audit.byCommand(id),
  last: () => memory.audit.last,
  facets: () => ({ people: memory.audit.people(), actions: [...memory.audit.actions()].sort() }),
})

/** Newest first. */
function page(entries: readonly AuditEntry[], query: AuditQuery): Slice<AuditRow> {
  const { offset, limit } = query
  const fits = filterOf(query)
  const rows: AuditRow[] = []
  let total = 0
  for (let place = entries.length - 1; place >= 0; place -= 1) {
    const entry = entries[place]
    if (!entry || !fits(entry)) continue
    if (total >= offset && rows.length < limit) rows.push(rowOf(entry))
    total += 1
  }
  return { rows, total }
}

function rowOf({ reply: _reply, inputDigest: _digest, seal: _seal, ...row }: AuditEntry): AuditRow {
  return row
}

function filterOf(query: AuditQuery): (entry: AuditEntry) => boolean {
  const { byId, byProgram, action, from, to, productId, campaignId, orderId } = query
  const needle = query.text.trim().normalize('NFC').toLowerCase()
  return (entry) => {
    const { at, subject } = entry
    if (byId !== null && entry.byId !== byId) return false
    if (byProgram && entry.byId !== null) return false
    if (action !== null && entry.action !== action) return false
    if (from !== null && at < from) return false
    if (to !== null && at > to) return false
    if (productId !== null && subject.productId !== productId) return false
    if (campaignId !== null && subject.campaignId !== campaignId) return false
    if (orderId !== null && subject.orderId !== orderId) return false
    return needle === '' || says(entry, needle)
  }
}

const says = ({ summary, byName, action, changes }: AuditEntry, needle: string): boolean =>
  [summary, byName, action].some((text) => text.toLowerCase().includes(needle)) ||
  changes.some((change) =>
    [change.record, change.fact, change.before, change.after].some((text) => text?.toLowerCase().includes(needle)),
  )
