import type { BulkReason } from './job'

export interface CountedReason {
  readonly reasons: readonly BulkReason[]
  /** Where the reason stands among them; that never changes. */
  readonly place: number
}

/** The reasons with one more order refused for `message`. */
export function withReason(reasons: readonly BulkReason[], message: string): CountedReason {
  const known = reasons.findIndex((reason) => reason.message === message)
  if (known === -1) return { reasons: [...reasons, { message, orders: 1 }], place: reasons.length }
  const counted = reasons.map((reason, place) => (place === known ? { message, orders: reason.orders + 1 } : reason))
  return { reasons: counted, place: known }
}
