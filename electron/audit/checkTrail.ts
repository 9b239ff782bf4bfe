import type { AuditEntry } from '../../shared/audit/entry'
import type { Reads } from '../store/store'
import { noSeal, sealOf } from './seal'

const slice = 5000

/** Takes the entries of a trail, oldest first, and finds the first one that is missing or whose seal does not fit. */
export class Chain {
  readonly #key: string
  #sealBefore = noSeal
  #broken: number | null = null
  /** Entries so far. */
  length = 0

  constructor(auditKey: string) {
    this.#key = auditKey
  }

  /** The seal of the last entry, empty where there is none. */
  get lastSeal(): string {
    return this.#sealBefore
  }

  take({ seal, ...entry }: AuditEntry): void {
    this.length += 1
    const fits = entry.sequence === this.length && sealOf(entry, this.#sealBefore, this.#key) === seal
    if (!fits) this.#broken ??= this.length
    this.#sealBefore = seal
  }

  /** Where it is broken, or null; `last` is the sequence that the store says the trail ends with. */
  brokenAt(last: number): number | null {
    return this.#broken ?? (last === this.length ? null : this.length + 1)
  }
}

/**
 * Walks the whole trail from its first entry. Answers the sequence of the first entry that is missing or whose seal does not
 * fit, or null where the trail is unbroken.
 */
export async function firstBreakInTrail(read: Reads): Promise<number | null> {
  const chain = new Chain((await read.settings.get())?.auditKey ?? '')
  for await (const entry of entriesOf(read)) chain.take(entry)
  return chain.brokenAt((await read.audit.last())?.sequence ?? 0)
}

const nothingAsked = {
  ...{ byId: null, byProgram: false, action: null, from: null, to: null, text: '' },
  ...{ productId: null, campaignId: null, orderId: null },
}

/** Every entry that there is at the first question, oldest first; a few thousand of them are held at a time. */
export async function* entriesOf(read: Reads): AsyncGenerator<AuditEntry> {
  const { total } = await read.audit.page({ ...nothingAsked, offset: 0, limit: 1 })
  for (let left = total; left > 0; left -= slice) {
    // Pages begin with the newest entry.
    const limit = Math.min(slice, left)
    const { rows } = await read.audit.page({ ...nothingAsked, offset: left - limit, limit })
    for (const { commandId } of rows.toReversed()) {
      const entry = await read.audit.byCommand(commandId)
      if (entry !== null) yield entry
    }
  }
}
