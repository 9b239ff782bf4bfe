import { assert } from '../../shared/result'

/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number
  /** A whole number, both bounds included. */
  whole(from: number, to: number): number
  is(share: number): boolean
  pick<T>(choices: readonly T[]): T
  /** Each choice as often as its weight says. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T
  shuffled<T>(items: readonly T[]): readonly T[]
  /** That many decimal digits, the first not zero. */
  digits(count: number): string
  /** An id in the form that the program's own have. */
  uuid(): string
}

/** The generator mulberry32: small, quick, and good enough for plausible days; nothing secret is drawn from it. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(choices: readonly T[]): T => {
    const [choice] = choices.slice(whole(0, choices.length - 1))
    assert(choice !== undefined, 'there is something to pick from')
    return choice
  }
  const hex = (count: number): string => Array.from({ length: count }, () => whole(0, 15).toString(16)).join('')
  return {
    next,
    whole,
    is: (share) => next() < share,
    pick,
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      const chosen = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1)
      assert(chosen !== undefined, 'there is something to choose from')
      return chosen[0]
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((left, right) => left.place - right.place)
        .map(({ item }) => item),
    digits: (count) => Array.from({ length: count }, (_, index) => whole(index === 0 ? 1 : 0, 9)).join(''),
    uuid: () => [hex(8), hex(4), `4${hex(3)}`, `8${hex(3)}`, hex(12)].join('-'),
  }
}
