import type { MakerId } from '../ids'
import type { Instant } from '../time'

/** The start-up or the company itself that makes a product. */
export interface Maker {
  readonly id: MakerId
  readonly name: string
  readonly about: string
  readonly createdAt: Instant
}
