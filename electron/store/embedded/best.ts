/** Something that is shown in some order, by its numbers, the first one deciding first. */
interface Ranked {
  readonly ranks: readonly number[]
}

/** Which of two comes first. */
export const compareRanks = (left: Ranked, right: Ranked): number => {
  for (const [index, rank] of left.ranks.entries()) {
    const difference = rank - (right.ranks[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Keeps the first `wanted` of however many come along, without sorting or holding all of them: what is too far back is dropped
 * again and again on the way.
 */
export class Best<Item extends Ranked> {
  readonly #wanted: number
  #items: Item[] = []
  #worst: Item | null = null
  /** Whether any came since it was sorted. */
  #added = false

  constructor(wanted: number) {
    this.#wanted = wanted
  }

  /** Whether anything with this first number, or a higher one, comes too late. */
  isOver(rank: number): boolean {
    if (this.#added && this.#items.length >= this.#wanted) this.#prune()
    return this.#worst !== null && rank > (this.#worst.ranks[0] ?? 0)
  }

  /** By its first number alone: whether it is worth to be made and added. */
  mayEnter(rank: number): boolean {
    return this.#worst === null || rank <= (this.#worst.ranks[0] ?? 0)
  }

  add(item: Item): void {
    if (this.#worst !== null && compareRanks(item, this.#worst) >= 0) return
    this.#items.push(item)
    this.#added = true
    if (this.#items.length >= 2 * this.#wanted + spare) this.#prune()
  }

  /** In their order, after the first `offset`. */
  after(offset: number): readonly Item[] {
    this.#prune()
    return this.#items.slice(offset)
  }

  #prune(): void {
    this.#items.sort(compareRanks)
    this.#added = false
    if (this.#items.length < this.#wanted) return
    this.#items.length = this.#wanted
    this.#worst = this.#items.at(-1) ?? null
  }
}

const spare = 64
