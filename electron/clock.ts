import { instant, type Instant } from '../shared/time'

/** Where instants come from. Rules never see it: they get one instant as an argument. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instant(Date.now()) }

export interface ManualClock extends Clock {
  /** Moves to that instant, forwards or backwards. */
  set(at: Instant): void
}

/** A clock that stands still until it is moved: for replaying the past and for tests. */
export function manualClock(start: Instant): ManualClock {
  let at = start
  return {
    now: () => at,
    set: (next) => {
      at = next
    },
  }
}
