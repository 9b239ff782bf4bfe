import type { CommandName } from '../../shared/requests'
import type { StaffActor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'

/** A command with its id: given again it must have no second effect. */
export interface Asked {
  readonly name: CommandName
  readonly input: { readonly commandId: string }
}

/** What the parent tells the child to begin with. */
export interface Start {
  readonly folder: string
  readonly manager: StaffActor
  readonly seed: number
  readonly at: Instant
  /** Commands of which the last child did not hear the end. */
  readonly again: readonly Asked[]
}

/** What the child tells, one line each, the moment it is so. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open' }
  | { readonly kind: 'asked'; readonly asked: Asked; readonly at: Instant }
  | { readonly kind: 'saved'; readonly commandId: string; readonly reply: unknown }
  | { readonly kind: 'refused'; readonly commandId: string; readonly code: string }
  /** Money leaves at the bank, under this key: before the program knows of it. */
  | { readonly kind: 'bank'; readonly key: string; readonly paymentId: string; readonly amount: number }
  | { readonly kind: 'bug'; readonly what: string }
