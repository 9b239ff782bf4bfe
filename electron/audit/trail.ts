import type { AuditEntry } from '../../shared/audit/entry'
import { assert } from '../../shared/result'
import type { Transaction } from '../store/store'
import { noSeal, sealOf } from './seal'

export type NewEntry = Omit<AuditEntry, 'sequence' | 'seal'>

/** The end of the audit trail within one commit: what is appended takes the next numbers and seals what came before. */
export interface Trail {
  append(entry: NewEntry): void
}

/**
 * Takes up the trail where the last commit left it. `auditKey` is given by the commit that founds the shop, for its settings can
 * not be read yet.
 */
export async function openTrail(tx: Transaction, auditKey?: string): Promise<Trail> {
  const key = auditKey ?? (await tx.read.settings.get())?.auditKey
  assert(key !== undefined, 'a shop has settings with the key of its audit trail')
  let last = await tx.read.audit.last()
  return {
    append(entry) {
      const numbered = { ...entry, sequence: (last?.sequence ?? 0) + 1 }
      last = { ...numbered, seal: sealOf(numbered, last?.seal ?? noSeal, key) }
      tx.audit.append(last)
    },
  }
}
