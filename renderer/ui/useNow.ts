import { useSyncExternalStore } from 'react'
import { instant, type Instant } from '../../shared/time'

const tick = 30_000

let now = instant(Date.now())
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = instant(Date.now())
    listeners.forEach((listen) => listen())
  }, tick)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function current(): Instant {
  // Nobody has listened for a while: the first to look gets the time as it is.
  if (timer === undefined && Date.now() - now >= tick) now = instant(Date.now())
  return now
}

/** The time for display ("5 days left"), moving every 30 seconds. What is decided is decided by the main process's clock. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, current)
