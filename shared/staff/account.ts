import type { StaffId } from '../ids'
import type { Instant } from '../time'
import type { Dashboard } from '../views/dashboard'
import type { SavedView } from '../views/view'

export const roles = ['merchandiser', 'support', 'manager'] as const
export type Role = (typeof roles)[number]

/** A password as it is kept: scrypt with the parameters it was made with, so that they can grow later. */
export interface PasswordHash {
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly hash: string
}

/** A member of staff. Accounts are never deleted, the audit trail names them; they are made inactive. */
export interface Account {
  readonly id: StaffId
  readonly signInName: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly active: boolean
  readonly password: PasswordHash
  readonly createdAt: Instant
  /** Wrong passwords in a row and when the last one was given: what the growing delay follows from. */
  readonly failures: number
  readonly lastFailureAt: Instant | null
  /** Kept for this person alone, in the order in which they were first saved. */
  readonly views: readonly SavedView[]
  /** The same for dashboards. */
  readonly dashboards: readonly Dashboard[]
  /** Wants to be told on the desktop of what turns urgent; absent where never asked for. */
  readonly alerts?: boolean
}

/** An account as the window sees it: without anything that belongs to its password. */
export type Colleague = Pick<Account, 'id' | 'signInName' | 'name' | 'roles' | 'active' | 'createdAt'>

export const colleague = ({ id, signInName, name, roles: held, active, createdAt }: Account): Colleague => ({
  id,
  signInName,
  name,
  roles: held,
  active,
  createdAt,
})
