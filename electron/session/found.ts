import { randomBytes } from 'node:crypto'
import { id, type CommandId, type StaffId } from '../../shared/ids'
import { ok, type Result } from '../../shared/result'
import type { ParsedInput } from '../../shared/requests'
import { firstReportSettings } from '../../shared/reports/schedules/schedule'
import { firstImportSettings } from '../../shared/sheets/importState'
import { firstSupportSettings } from '../../shared/settings/settings'
import { roles } from '../../shared/staff/account'
import type { StaffActor } from '../../shared/staff/actor'
import { createAccount } from '../../shared/staff/createAccount'
import { changesOf } from '../audit/changes'
import { openTrail } from '../audit/trail'
import type { Surroundings } from '../shop'
import type { Store } from '../store/store'

/**
 * Makes an empty store a shop: its name, the key of its audit trail, and its first account, a manager who holds all roles. One
 * commit, with the first entry of the trail.
 */
export async function found(
  store: Store,
  { clock, newId, passwords }: Surroundings,
  { shopName, signInName, name, password }: ParsedInput<'shop.start'>,
): Promise<Result<StaffActor>> {
  const kept = await passwords.hash(password)
  const at = clock.now()
  const created = createAccount([], { id: id<StaffId>(newId()), signInName, name, roles, password: kept }, at)
  if (!created.ok) return created
  const account = created.value
  const auditKey = randomBytes(32).toString('hex')
  await store.transact(async (tx) => {
    tx.settings.put({ shopName, auditKey, ...firstSupportSettings, ...firstImportSettings, ...firstReportSettings })
    tx.staff.put(account)
    const trail = await openTrail(tx, auditKey)
    trail.append({
      commandId: id<CommandId>(newId()),
      inputDigest: '',
      action: 'shop.start',
      at,
      byId: account.id,
      byName: account.name,
      subject: { staffId: account.id },
      summary: `Started the shop ${shopName}`,
      changes: changesOf(tx.puts()),
      reply: null,
    })
  })
  return ok({ kind: 'staff', staffId: account.id, name: account.name, roles: account.roles })
}
