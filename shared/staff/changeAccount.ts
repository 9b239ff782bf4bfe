import { ok, refuse, type Result } from '../result'
import type { Account, PasswordHash, Role } from './account'
import { orderedRoles } from './createAccount'

interface AccountChange {
  readonly name: string
  readonly roles: readonly Role[]
  readonly active: boolean
}

const isManaging = (account: Account): boolean => account.active && account.roles.includes('manager')

/**
 * Renames an account, changes its roles, makes it inactive or active again. Refused without a role, and where no active
 * manager would be left: nobody could then approve anything or let anyone in.
 */
export function changeAccount(account: Account, accounts: readonly Account[], change: AccountChange): Result<Account> {
  if (change.roles.length === 0) return refuse('no-role', 'Choose at least one role.', 'roles')
  const changed: Account = {
    ...account,
    name: change.name,
    roles: orderedRoles(change.roles),
    active: change.active,
    // Made active again, nobody should wait for wrong passwords of long ago.
    ...(change.active && !account.active ? { failures: 0, lastFailureAt: null } : {}),
  }
  const othersManage = accounts.some((other) => other.id !== account.id && isManaging(other))
  return isManaging(account) && !isManaging(changed) && !othersManage
    ? refuse(
        'last-manager',
        `${account.name} is the only active manager. Make someone else a manager first.`,
        change.active ? 'roles' : 'active',
      )
    : ok(changed)
}

/** Gives the account a new password; whoever was made to wait by wrong ones may try at once. */
export const changePassword = (account: Account, password: PasswordHash): Account => ({
  ...account,
  password,
  failures: 0,
  lastFailureAt: null,
})
