import { doorRefusals } from '../../shared/requests'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { StaffActor } from '../../shared/staff/actor'
import type { OpenedShop } from '../shops'
import type { Front } from './handler'

export const refuseClosed = (): Refused => refuse(doorRefusals.notOpen, 'No shop is open.')

/** The shop that is open and who sits at the window. */
export async function present({ shops, session }: Front): Promise<Result<OpenedShop & { readonly actor: StaffActor }>> {
  const { opened } = shops
  if (opened === null) return refuseClosed()
  const actor = await session.actor(opened.shop)
  return actor.ok ? ok({ ...opened, actor: actor.value }) : actor
}
