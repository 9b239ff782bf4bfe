/** Where `item` stands in `items`, or would stand, by `compare`. `items` is sorted by it. */
function placeOf<Item>(items: readonly Item[], item: Item, compare: (left: Item, right: Item) => number): number {
  const last = items.at(-1)
  // Almost everything arrives in its order.
  if (last === undefined || compare(last, item) < 0) return items.length
  let from = 0
  let to = items.length - 1
  while (from < to) {
    const middle = (from + to) >>> 1
    const other = items[middle]
    if (other !== undefined && compare(other, item) < 0) from = middle + 1
    else to = middle
  }
  return from
}

export function insertSorted<Item>(items: Item[], item: Item, compare: (left: Item, right: Item) => number): void {
  const place = placeOf(items, item, compare)
  if (place === items.length) items.push(item)
  else items.splice(place, 0, item)
}

export function removeSorted<Item>(items: Item[], item: Item, compare: (left: Item, right: Item) => number): void {
  const place = placeOf(items, item, compare)
  const found = items[place]
  if (found !== undefined && compare(found, item) === 0) items.splice(place, 1)
}
