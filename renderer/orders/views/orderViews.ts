import type { SavedView } from '../../../shared/views/view'
import { ordersSearch, type OrdersSearch } from '../search'

/** What somebody works through every day; these are there for everyone. */
export const usualViews: readonly { readonly name: string; readonly search: OrdersSearch }[] = [
  { name: 'All', search: {} },
  { name: 'Awaiting payment', search: { states: ['awaiting payment'] } },
  { name: 'To ship', search: { toShip: true } },
  { name: 'Overdue', search: { overdue: true } },
]

/** Filters and order alone: not which view they came from, nor the open form. */
export function keptPart(search: OrdersSearch): OrdersSearch {
  const { view: _view, placing: _placing, ...kept } = search
  return Object.fromEntries(
    Object.entries(kept)
      .filter(([, value]) => value !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )
}

/** Whether two addresses show the same list. */
export const sameList = (left: OrdersSearch, right: OrdersSearch): boolean =>
  JSON.stringify(keptPart(left)) === JSON.stringify(keptPart(right))

/** The address of a saved view; a part of it that can no longer be read is left out. */
export const addressOf = ({ id, search }: SavedView): OrdersSearch => ({
  ...keptPart(ordersSearch.parse(JSON.parse(search))),
  view: id,
})
