import type { Instant } from '../../shared/time'

export type Deed = () => Promise<void>

/** What is going to happen, in the order of time. A deed may put further ones on it. */
export interface Agenda {
  /** Deeds of the same instant happen in the order in which they were put here. */
  plan(at: Instant, deed: Deed): void
  /** Does everything up to that instant, moving the clock with `reach`. What lies beyond never happens. */
  run(until: Instant, reach: (at: Instant) => void): Promise<void>
}

interface Planned {
  readonly at: Instant
  readonly count: number
  readonly deed: Deed
}

export function newAgenda(): Agenda {
  const planned: Planned[] = []
  let count = 0
  return {
    plan(at, deed) {
      count += 1
      // Most deeds are planned close to the end of the list or before they are due, so the search is from the back.
      let place = planned.length
      while (place > 0 && (planned[place - 1]?.at ?? 0) > at) place -= 1
      planned.splice(place, 0, { at, count, deed })
    },
    async run(until, reach) {
      for (let next = planned.shift(); next !== undefined && next.at <= until; next = planned.shift()) {
        reach(next.at)
        await next.deed()
      }
    },
  }
}
