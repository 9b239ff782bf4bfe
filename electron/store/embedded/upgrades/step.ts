/** A record as some version of this program wrote it. */
export type Stored = Readonly<Record<string, unknown>>

/** A record of one schema as a record of the next one. Pure, and the same answer every time: it is asked at each reading. */
export type Upgrader = (record: Stored) => Stored

/**
 * How records of one schema become those of the next one, by their kind; a kind that is not named stays as it is. Entries of the
 * audit trail never change: their seals cover them as they were written.
 */
export interface Step {
  readonly settings?: Upgrader
  readonly product?: Upgrader
  readonly maker?: Upgrader
  readonly campaign?: Upgrader
  /** Of a campaign, and how one moves. */
  readonly tally?: Upgrader
  readonly account?: Upgrader
  readonly order?: Upgrader
  /** Another document, as the catalogue counts on it. */
  readonly document?: Upgrader
}
