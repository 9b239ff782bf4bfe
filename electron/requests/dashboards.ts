import { saveDashboard } from '../../shared/reports/dashboards/saveDashboard'
import { ok, refuse } from '../../shared/result'
import type { FeatureHandlers } from './handler'
import { accountAsking } from './record'

export const dashboardsHandlers: FeatureHandlers<'dashboards'> = {
  'dashboards.mine': async (_input, { read, by }) => {
    const account = by.kind === 'staff' ? await read.staff.one(by.staffId) : null
    return ok(account?.dashboards ?? [])
  },

  'dashboards.save': ({ commandId: _, ...dashboard }, desk) =>
    desk.commit(async (within) => {
      const account = await accountAsking(within)
      if (!account.ok) return account
      const dashboards = saveDashboard(account.value.dashboards, dashboard)
      if (!dashboards.ok) return dashboards
      within.tx.staff.put({ ...account.value, dashboards: dashboards.value })
      return ok({
        reply: { id: dashboard.id },
        subject: { staffId: account.value.id },
        summary: `Saved a dashboard of ${account.value.signInName}`,
      })
    }),

  'dashboards.remove': ({ id }, desk) =>
    desk.commit(async (within) => {
      const account = await accountAsking(within)
      if (!account.ok) return account
      const { dashboards } = account.value
      const left = dashboards.filter((dashboard) => dashboard.id !== id)
      if (left.length === dashboards.length)
        return refuse('no-such-dashboard', 'There is no such dashboard. It may have been removed.')
      within.tx.staff.put({ ...account.value, dashboards: left })
      return ok({
        reply: { id },
        subject: { staffId: account.value.id },
        summary: `Removed a dashboard of ${account.value.signInName}`,
      })
    }),
}
