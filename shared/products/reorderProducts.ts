import type { ProductId } from '../ids'
import { ok, refuse, type Result } from '../result'
import type { Product } from './product'

/**
 * Puts the list in a new order: `ids` names every product on it (archived ones are not on it) from first to last.
 * Answers only the products whose position changed. Refused when the list has changed meanwhile, so that nobody's new
 * product is lost from it. A position is no content: revisions stay, and an open editor is not disturbed.
 */
export function reorderProducts(products: readonly Product[], ids: readonly ProductId[]): Result<readonly Product[]> {
  const listed = new Map(products.filter(({ archivedAt }) => archivedAt === null).map((item) => [item.id, item]))
  const ordered = [...new Set(ids)].flatMap((id) => listed.get(id) ?? [])
  if (ordered.length !== listed.size || ids.length !== listed.size)
    return refuse('list-changed', 'The list has changed meanwhile. Look at it again and repeat the move.', 'ids')
  const places = placesOf([...listed.values()])
  return ok(
    ordered.flatMap((product, index) => {
      const position = places[index] ?? product.position
      return position === product.position ? [] : [{ ...product, position }]
    }),
  )
}

/** The places that the listed products hold now, made distinct: archived products keep theirs in between. */
function placesOf(listed: readonly Product[]): readonly number[] {
  const places: number[] = []
  for (const { position } of listed.toSorted((left, right) => left.position - right.position))
    places.push(Math.max(position, (places.at(-1) ?? -Infinity) + 1))
  return places
}
