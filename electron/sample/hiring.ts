import { assert } from '../../shared/result'
import type { Role } from '../../shared/staff/account'
import type { StaffActor } from '../../shared/staff/actor'
import type { Office } from '../office'
import { sampleStaff } from './accounts'
import { handOf, type Stage } from './stage'

/** Begins a shop in that empty folder with its manager, who lets the others in and keeps one role. */
export async function hire(
  office: Office,
  folder: string,
  commandId: () => string,
): Promise<Pick<Stage, 'asha' | 'ravi' | 'meera'>> {
  const { merchandiser, support, manager } = sampleStaff
  const { signInName, name, password } = manager
  const founded = await office.startIn(folder, { shopName: 'Sample shop', signInName, name, password })
  assert(founded.ok, 'a new folder takes a new shop')
  const founder = handOf(office, founded.value, commandId)
  const join = async ({ role, ...account }: (typeof sampleStaff)[Role]) => {
    const { id } = await founder.does('staff.create', {
      ...{ signInName: account.signInName, name: account.name, password: account.password },
      roles: [role],
    })
    const actor: StaffActor = { kind: 'staff', staffId: id, name: account.name, roles: [role] }
    return handOf(office, actor, commandId)
  }
  const [asha, ravi] = [await join(merchandiser), await join(support)]
  await founder.does('staff.change', { id: founded.value.staffId, name, roles: [manager.role], active: true })
  return { asha, ravi, meera: handOf(office, { ...founded.value, roles: [manager.role] }, commandId) }
}
