import { toggled } from './toggled'

/** What is chosen in a list: some rows by their keys, or all that the list has, however few of them are here, but for some. */
export interface Selection {
  readonly all: boolean
  /** Chosen, or, where all are, left out. */
  readonly keys: ReadonlySet<string>
}

export const nothingSelected: Selection = { all: false, keys: new Set() }

export const everythingSelected: Selection = { all: true, keys: new Set() }

export const isSelected = ({ all, keys }: Selection, key: string): boolean => all !== keys.has(key)

/** Of a list of `total` rows. */
export const countSelected = ({ all, keys }: Selection, total: number): number =>
  all ? Math.max(0, total - keys.size) : keys.size

export const withToggled = ({ all, keys }: Selection, key: string): Selection => ({ all, keys: toggled(keys, key) })

/** With these rows chosen, whatever they were. */
export function withSelected({ all, keys }: Selection, more: readonly string[]): Selection {
  const next = new Set(keys)
  for (const key of more) {
    if (all) next.delete(key)
    else next.add(key)
  }
  return { all, keys: next }
}
