import { id, type StaffId } from '../../shared/ids'
import { ok, refuse, type Result } from '../../shared/result'
import { colleague, type Account } from '../../shared/staff/account'
import { changeAccount, changePassword } from '../../shared/staff/changeAccount'
import { createAccount } from '../../shared/staff/createAccount'
import type { Transaction } from '../store/store'
import type { Done, FeatureHandlers } from './handler'

export const staffHandlers: FeatureHandlers<'staff'> = {
  'staff.list': async (_input, { read }) => ok((await read.staff.all()).map(colleague)),

  'staff.create': async ({ signInName, name, roles, password }, desk) => {
    const kept = await desk.passwords.hash(password)
    return desk.commit(async ({ tx, at }) => {
      const newcomer = { id: id<StaffId>(desk.newId()), signInName, name, roles, password: kept }
      const created = createAccount(await tx.read.staff.all(), newcomer, at)
      return created.ok ? save(tx, created.value, 'Created the account') : created
    })
  },

  'staff.change': (input, desk) =>
    desk.commit(async ({ tx }) => {
      const account = await accountIn(tx, input.id)
      if (!account.ok) return account
      const { name, roles, active } = input
      const changed = changeAccount(account.value, await tx.read.staff.all(), { name, roles, active })
      return changed.ok ? save(tx, changed.value, 'Changed the account') : changed
    }),

  'staff.setPassword': async (input, desk) => {
    const kept = await desk.passwords.hash(input.password)
    return desk.commit(async ({ tx }) => {
      const account = await accountIn(tx, input.id)
      return account.ok ? save(tx, changePassword(account.value, kept), 'Set a new password for') : account
    })
  },
}

async function accountIn(tx: Transaction, staffId: StaffId): Promise<Result<Account>> {
  const account = await tx.staff.get(staffId)
  return account === null ? refuse('no-such-account', 'There is no such account.', 'id') : ok(account)
}

function save(tx: Transaction, account: Account, what: string): Result<Done<{ readonly id: StaffId }>> {
  tx.staff.put(account)
  return ok({
    reply: { id: account.id },
    subject: { staffId: account.id },
    summary: `${what} ${account.signInName}`,
  })
}
