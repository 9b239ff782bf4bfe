import { comparableName } from '../../comparableName'
import { ok, refuse, type Result } from '../../result'
import type { Dashboard } from '../../views/dashboard'

/** More than this nobody finds anything in. */
const most = 20

/**
 * The dashboards of somebody with this one, in the place of the one with its id or at the end. Refused where another one has that name,
 * and beyond twenty.
 */
export function saveDashboard(dashboards: readonly Dashboard[], dashboard: Dashboard): Result<readonly Dashboard[]> {
  const others = dashboards.filter(({ id }) => id !== dashboard.id)
  const same = others.find(({ name }) => comparableName(name) === comparableName(dashboard.name))
  if (same !== undefined) return refuse('dashboard-exists', `There is already a dashboard called ${same.name}.`, 'name')
  if (others.length < dashboards.length)
    return ok(dashboards.map((each) => (each.id === dashboard.id ? dashboard : each)))
  return others.length >= most
    ? refuse('too-many-dashboards', `There are ${String(most)} dashboards already. Remove one first.`, 'name')
    : ok([...dashboards, dashboard])
}
