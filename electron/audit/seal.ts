import { createHmac } from 'node:crypto'
import type { AuditEntry } from '../../shared/audit/entry'
import { canonicalJson } from './digest'

/** What the first entry of a trail seals. */
export const noSeal = ''

/**
 * HMAC-SHA-256, hex, over the seal of the entry before and all of this one. Whoever changes, drops or reorders an entry
 * without the key breaks every seal from there on.
 */
export const sealOf = (entry: Omit<AuditEntry, 'seal'>, sealBefore: string, auditKey: string): string =>
  createHmac('sha256', Buffer.from(auditKey, 'hex'))
    .update(sealBefore)
    .update('\n')
    .update(canonicalJson(entry))
    .digest('hex')
