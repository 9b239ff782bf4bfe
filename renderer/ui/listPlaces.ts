interface ListPlace {
  /** Pixels from the top. */
  readonly offset: number
  /** The row that had the keys. */
  readonly active: number
}

const most = 50

const places = new Map<string, ListPlace>()

/** Where a list was left, so that coming back to it by Esc or Back finds the same rows. A list is known by its address and name. */
export const listPlace = (key: string): ListPlace => places.get(key) ?? { offset: 0, active: 0 }

/** Remembers where a list is being left; the oldest is forgotten first. */
export function rememberListPlace(key: string, place: ListPlace): void {
  places.delete(key)
  places.set(key, place)
  const oldest = places.keys().next()
  if (places.size > most && oldest.done !== true) places.delete(oldest.value)
}

/** What a list is known by. */
export const listKey = (name: string): string => `${window.location.hash} ${name}`
