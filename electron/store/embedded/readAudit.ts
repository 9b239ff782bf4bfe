import type { AuditEntry } from '../../../shared/audit/entry'
import type { AuditRow } from '../../../shared/audit/requests'
import type { Slice } from '../../../shared/request'
import type { AuditQuery, AuditReads } from '../store'
import type { AuditSummary } from './auditPart'
import type { AuditTrail } from './auditTrail'
import { hashOf } from './hashChains'
import type { Memory } from './memory'
import type { LongAnswers, Walk } from './reads'

export const auditAnswers = ({ audit }: Memory): LongAnswers<AuditReads, 'page'> => ({
  page: (query) => page(audit, query),
  byCommand: (id) => audit.byCommand(id),
  last: () => audit.last,
  facets: () => ({ people: audit.people(), actions: [...audit.actions()].sort() }),
})

/** Newest first. */
function* page(trail: AuditTrail, query: AuditQuery): Walk<Slice<AuditRow>> {
  const { offset, limit } = query
  const rows: AuditRow[] = []
  if (fitsAll(query)) {
    const total = trail.last?.sequence ?? 0
    for (let sequence = total - offset; sequence > 0 && rows.length < limit; sequence -= 1) {
      const entry = trail.at(sequence)
      if (entry) rows.push(rowOf(entry))
    }
    return { rows, total }
  }
  const fits = filterOf(query)
  let total = 0
  const look = (entries: readonly AuditEntry[]): void => {
    for (const entry of entries.toReversed()) {
      if (!fits(entry)) continue
      if (total >= offset && rows.length < limit) rows.push(rowOf(entry))
      total += 1
    }
  }
  look(trail.recent)
  for (const part of trail.parts.toReversed()) {
    yield
    if (mayHold(part.summary, query)) look(trail.entriesOf(part))
  }
  return { rows, total }
}

const fitsAll = (query: AuditQuery): boolean =>
  !query.byProgram &&
  query.text.trim() === '' &&
  [query.byId, query.action, query.from, query.to].every(isOpen) &&
  isOpen(query.productId) &&
  isOpen(query.campaignId) &&
  isOpen(query.orderId)

const isOpen = (filter: unknown): boolean => filter === null

/** Spares reading most parts of the trail, except for a text, which may stand anywhere. */
function mayHold({ people, actions, from, to, subjects }: AuditSummary, query: AuditQuery): boolean {
  const { productId, campaignId, orderId } = query
  if (query.byId !== null && !people.some(({ id }) => id === query.byId)) return false
  if (query.byProgram && !people.some(({ id }) => id === null)) return false
  if (query.action !== null && !actions.includes(query.action)) return false
  if ((query.from !== null && to < query.from) || (query.to !== null && from > query.to)) return false
  const wanted = [productId, campaignId, orderId].flatMap((id) => (id === null ? [] : hashOf(id)))
  return wanted.every((hash) => subjects.includes(hash))
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
