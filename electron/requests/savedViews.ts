import { doorRefusals } from '../../shared/requests'
import { ok, refuse, type Result } from '../../shared/result'
import type { Account } from '../../shared/staff/account'
import { saveView } from '../../shared/views/saveView'
import type { CommitDesk, FeatureHandlers } from './handler'

export const viewsHandlers: FeatureHandlers<'views'> = {
  'views.mine': async (_input, { read, by }) => {
    const account = by.kind === 'staff' ? await read.staff.one(by.staffId) : null
    return ok(account?.views ?? [])
  },

  'views.save': ({ commandId: _, ...view }, desk) =>
    desk.commit(async (within) => {
      const account = await accountOf(within)
      if (!account.ok) return account
      const views = saveView(account.value.views, view)
      if (!views.ok) return views
      within.tx.staff.put({ ...account.value, views: views.value })
      return ok({
        reply: { id: view.id },
        subject: { staffId: account.value.id },
        summary: `Saved a view of ${account.value.signInName}`,
      })
    }),

  'views.remove': ({ id }, desk) =>
    desk.commit(async (within) => {
      const account = await accountOf(within)
      if (!account.ok) return account
      const { views } = account.value
      const left = views.filter((view) => view.id !== id)
      if (left.length === views.length)
        return refuse('no-such-view', 'There is no such view. It may have been removed.')
      within.tx.staff.put({ ...account.value, views: left })
      return ok({
        reply: { id },
        subject: { staffId: account.value.id },
        summary: `Removed a view of ${account.value.signInName}`,
      })
    }),
}

/** Of whoever gives the command; the program itself keeps no views. */
async function accountOf({ tx, by }: CommitDesk): Promise<Result<Account>> {
  const account = by.kind === 'staff' ? await tx.staff.get(by.staffId) : null
  return account === null ? refuse(doorRefusals.notSignedIn, 'Sign in first.') : ok(account)
}
