import { ok, refuse } from '../../shared/result'
import { saveView } from '../../shared/views/saveView'
import type { FeatureHandlers } from './handler'
import { accountAsking } from './record'

export const viewsHandlers: FeatureHandlers<'views'> = {
  'views.mine': async (_input, { read, by }) => {
    const account = by.kind === 'staff' ? await read.staff.one(by.staffId) : null
    return ok(account?.views ?? [])
  },

  'views.save': ({ commandId: _, ...view }, desk) =>
    desk.commit(async (within) => {
      const account = await accountAsking(within)
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
      const account = await accountAsking(within)
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
