import type { StaffId } from '../ids'
import type { Role } from './account'

/** Who does something: a member of staff, or the program itself (lapses, settlement batches). */
export type Actor =
  | { readonly kind: 'staff'; readonly staffId: StaffId; readonly name: string; readonly roles: readonly Role[] }
  | { readonly kind: 'program' }

export type StaffActor = Extract<Actor, { readonly kind: 'staff' }>

export const program: Actor = { kind: 'program' }

/** The name that a record keeps of who did it. */
export const actorName = (actor: Actor): string => (actor.kind === 'staff' ? actor.name : 'Programme')
