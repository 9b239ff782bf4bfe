import type { Order } from '../../../../shared/orders/order'
import type { CatalogueRecord } from '../catalogue'
import type { Commit } from '../commit'
import { from2 } from './from2'
import { from3 } from './from3'
import type { Step, Stored } from './step'

/** The oldest schema that is still read. */
export const oldestSchema = 2

/** One for each schema from the oldest on; each makes the schema one higher. */
const steps: readonly Step[] = [from2, from3]

/** Of the records that this program writes. */
export const schema = oldestSchema + steps.length

/** The record, of that kind and schema, as this program would have written it. */
function upgrade(kind: keyof Step, record: Stored, from: number): Stored {
  return steps.slice(from - oldestSchema).reduce((found, step) => step[kind]?.(found) ?? found, record)
}

/*
 * What was read is taken for a record of its schema: checksums proved that it is as a version of this program wrote it.
 */

export const upgradeOrder = (order: unknown, from: number): Order =>
  (from === schema ? order : upgrade('order', order as Stored, from)) as Order

/** A line of the catalogue. */
export function upgradeCatalogueRecord(record: unknown, from: number): CatalogueRecord {
  if (from === schema) return record as CatalogueRecord
  const stored = record as Stored
  if ('document' in stored) return upgrade('document', stored, from) as unknown as CatalogueRecord
  return upgradeParts(stored, from, [
    ['settings', 'settings'],
    ['product', 'product'],
    ['maker', 'maker'],
    ['campaign', 'campaign'],
    ['tally', 'tally'],
    ['account', 'account'],
  ]) as unknown as CatalogueRecord
}

/** A record of the journal. */
export function upgradeCommit(commit: unknown, from: number): Commit {
  if (from === schema) return commit as Commit
  const { tallies, ...stored } = commit as Stored
  const moved = (tallies as readonly Stored[] | undefined)?.map((move) => upgradeParts(move, from, [['by', 'tally']]))
  return {
    ...upgradeParts(stored, from, [
      ['settings', 'settings'],
      ['products', 'product'],
      ['makers', 'maker'],
      ['campaigns', 'campaign'],
      ['accounts', 'account'],
      ['orders', 'order'],
    ]),
    ...(moved && { tallies: moved }),
  } as unknown as Commit
}

type Part = readonly [name: string, kind: keyof Step]

/** Its records, or lists of records, by their names; everything else stays. */
function upgradeParts(stored: Stored, from: number, parts: readonly Part[]): Stored {
  const changed: Record<string, unknown> = { ...stored }
  for (const [name, kind] of parts) {
    const part = stored[name]
    if (Array.isArray(part)) changed[name] = (part as readonly Stored[]).map((record) => upgrade(kind, record, from))
    else if (part !== undefined) changed[name] = upgrade(kind, part as Stored, from)
  }
  return changed
}
