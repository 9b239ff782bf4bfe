import type { ViewId } from '../ids'

/** The list of orders with its filters, its order and a name, kept by one member of staff for themself. */
export interface SavedView {
  readonly id: ViewId
  readonly name: string
  /** The list's address as JSON: what the list itself reads. It may hold part of a supporter's name or number. */
  readonly search: string
}
