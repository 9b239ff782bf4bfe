import { comparableName } from '../comparableName'
import { ok, refuse, type Result } from '../result'
import type { SavedView } from './view'

/** More tabs than this nobody finds anything in. */
const most = 20

/**
 * The views of somebody with this one, in the place of the one with its id or at the end. Refused where another view
 * has that name, and beyond twenty.
 */
export function saveView(views: readonly SavedView[], view: SavedView): Result<readonly SavedView[]> {
  const others = views.filter(({ id }) => id !== view.id)
  const sameName = others.find(({ name }) => comparableName(name) === comparableName(view.name))
  if (sameName !== undefined) return refuse('view-exists', `There is already a view called ${sameName.name}.`, 'name')
  const known = views.some(({ id }) => id === view.id)
  if (known) return ok(views.map((each) => (each.id === view.id ? view : each)))
  return others.length >= most
    ? refuse('too-many-views', `There are ${String(most)} views already. Remove one first.`, 'name')
    : ok([...views, view])
}
