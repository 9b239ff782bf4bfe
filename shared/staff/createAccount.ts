import type { StaffId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import { roles, type Account, type PasswordHash, type Role } from './account'

interface NewAccount {
  readonly id: StaffId
  readonly signInName: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly password: PasswordHash
}

/** Each role once, in the order of the list. */
export const orderedRoles = (held: readonly Role[]): readonly Role[] => roles.filter((role) => held.includes(role))

/** An active account. Refused without a role and where the sign-in name is taken, by an inactive account too: the audit trail names it. */
export function createAccount(accounts: readonly Account[], ask: NewAccount, at: Instant): Result<Account> {
  const signInName = ask.signInName.trim().toLowerCase()
  if (accounts.some((account) => account.signInName === signInName))
    return refuse('sign-in-name-taken', `There is already an account called ${signInName}.`, 'signInName')
  if (ask.roles.length === 0) return refuse('no-role', 'Choose at least one role.', 'roles')
  return ok({
    id: ask.id,
    signInName,
    name: ask.name,
    roles: orderedRoles(ask.roles),
    active: true,
    password: ask.password,
    createdAt: at,
    failures: 0,
    lastFailureAt: null,
    views: [],
    dashboards: [],
  })
}
