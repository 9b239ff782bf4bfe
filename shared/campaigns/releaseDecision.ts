import type { StaffId } from '../ids'
import type { Instant } from '../time'

/** What becomes of a product after its campaign: it is released, tries again with changes, or is dropped. */
export const releaseChoices = ['release', 'relaunch', 'drop'] as const
export type ReleaseChoice = (typeof releaseChoices)[number]

/** A manager's decision about the product, taken from what its campaign showed. Never changed: a later one stands in its place. */
export interface ReleaseDecision {
  readonly choice: ReleaseChoice
  readonly reasons: string
  /** What the relaunch does otherwise; empty for the other choices. */
  readonly changes: string
  readonly at: Instant
  readonly by: StaffId
  readonly byName: string
}
