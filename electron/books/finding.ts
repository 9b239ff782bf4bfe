/** Something in a shop's books that does not agree. */
export interface Finding {
  /** By its number in the list of invariants that every shop keeps. */
  readonly invariant: number
  /** A sentence that names the record. */
  readonly what: string
}

/** Takes note where something does not hold. `what` says so in a sentence and is asked for only then. */
export type Must = (invariant: number, holds: boolean, what: () => string) => void
